// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/secretwording.h"

#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::SecretWords)
};

} // namespace

ErrorWords explain(const SecretTrouble &trouble)
{
    const QString detail = Wording::oneLine(trouble.detail).trimmed();
    switch (trouble.kind) {
    case SecretTrouble::Kind::Unavailable:
        return {Tr::tr("This computer offers no key store to keep tokens in."),
            Tr::tr("Start one, such as GNOME Keyring, KWallet or KeePassXC.")};
    case SecretTrouble::Kind::Locked:
        return {Tr::tr("The key store is locked, or access to it was refused."), Tr::tr("Unlock it, then try again.")};
    case SecretTrouble::Kind::Failed:
        break;
    }
    const QString sentence = detail.isEmpty() ? Tr::tr("The key store of this computer does not work.")
                                              : Tr::tr("The key store of this computer does not work: %1").arg(detail);
    return {sentence, Tr::tr("Check it with the program that manages its passwords.")};
}

QString tokenKeptForSession()
{
    return Tr::tr("The token is kept until this program ends, and has to be given again then.");
}

} // namespace Runnerscope
