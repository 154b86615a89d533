// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/storewording.h"

#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::StoreWords)
};

using Kind = StoreTrouble::Kind;

/// The technical detail behind a sentence, where there is one.
QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty() ? sentence : Tr::tr("%1 (%2)", "sentence, technical detail").arg(sentence, detail);
}

} // namespace

ErrorWords explain(const StoreTrouble &trouble)
{
    const QString file = Wording::oneLine(trouble.file);
    const QString detail = Wording::oneLine(trouble.detail).trimmed();
    switch (trouble.kind) {
    case Kind::OtherWriter:
        return {withDetail(Tr::tr("Another program of this computer keeps this fleet already."), detail),
            Tr::tr("Nothing needs to be done: this one reads along.")};
    case Kind::NewerProgram:
        return {Tr::tr("A newer version of this program has kept this fleet; what this one reads is not kept."),
            Tr::tr("Install the newer version, or move %1 away.").arg(file)};
    case Kind::DamagedSetAside:
        return {Tr::tr("The file in which this fleet was kept is damaged; a new one has been begun."),
            Tr::tr("The damaged file is now %1; it can be deleted.").arg(detail)};
    case Kind::ReadOnly:
        return {withDetail(Tr::tr("What is read of this fleet cannot be kept on this computer."), detail),
            Tr::tr("Give yourself the right to write %1 and its folder.").arg(file)};
    case Kind::DiskFull:
        return {withDetail(Tr::tr("There is no room left to keep this fleet on this computer."), detail),
            Tr::tr("Make room on the disk of %1, or have your quota raised; it is then kept again.").arg(file)};
    case Kind::Unusable:
        break;
    }
    return {withDetail(Tr::tr("This fleet cannot be kept on this computer, nor the last one be shown."), detail),
        Tr::tr("Check that the package with SQLite for Qt is installed (libqt6sql6-sqlite), or move %1 away.")
            .arg(file)};
}

ErrorWords explainStoreLeft(const QStringList &files)
{
    return {Tr::tr("What is kept of its fleet stays, since another program is using it."),
        Tr::tr("Close that program, then delete %1.").arg(Wording::oneLine(files.join(QStringLiteral(", "))))};
}

} // namespace Runnerscope
