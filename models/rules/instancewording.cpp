// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/instancewording.h"

#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::InstanceWords)
};

using Kind = InstanceTrouble::Kind;

ErrorWords explainFile(const InstanceTrouble &trouble, const QString &name, const QString &file)
{
    switch (trouble.kind) {
    case Kind::EntryUnusable:
        return {Tr::tr("The saved instance “%1” is left out: its entry is not complete or not valid.").arg(name),
            Tr::tr("Correct it in the file %1, or remove it there.").arg(file)};
    case Kind::NameTwice:
        return {Tr::tr("Two saved instances are named “%1”; the later one is left out.").arg(name),
            Tr::tr("Give it another name in the file %1.").arg(file)};
    case Kind::FileDamaged:
        return {Tr::tr("The file with the saved instances is damaged, and is not written to: %1.").arg(file),
            Tr::tr("Correct it, or move it away.")};
    default:
        break;
    }
    return {Tr::tr("The file with the saved instances cannot be read or written: %1.").arg(file),
        Tr::tr("Check that it belongs to this user, and that there is room.")};
}

} // namespace

ErrorWords explain(const InstanceTrouble &trouble)
{
    const QString name = Wording::oneLine(trouble.name);
    switch (trouble.kind) {
    case Kind::NameUnusable:
        return {Tr::tr("That cannot be the name of an instance."), Tr::tr("Give a short name on one line.")};
    case Kind::NameTaken:
        return {Tr::tr("There is a saved instance named “%1” already.").arg(name),
            Tr::tr("Give another name, or remove that one first.")};
    case Kind::NotSaved:
        return {Tr::tr("There is no saved instance named “%1”.").arg(name),
            Tr::tr("Check the name in the list of saved instances.")};
    case Kind::EntryUnusable:
    case Kind::NameTwice:
    case Kind::FileDamaged:
    case Kind::FileUnusable:
        break;
    }
    return explainFile(trouble, name, Wording::oneLine(trouble.file));
}

} // namespace Runnerscope
