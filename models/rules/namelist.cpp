// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/namelist.h"

#include "models/rules/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::NameList)
};

const QString comma = QStringLiteral(", ");

} // namespace

QString nameList(const QStringList &names, qsizetype most)
{
    QStringList shown = names.mid(0, most);
    std::ranges::transform(shown, shown.begin(), Wording::oneLine);
    if (names.size() > most)
        return Tr::tr("%1 and %2 more", "names, a number").arg(shown.join(comma), Wording::count(names.size() - most));
    if (shown.size() < 2)
        return shown.join(comma);
    const QString last = shown.takeLast();
    return Tr::tr("%1 and %2", "one or several names, the last name").arg(shown.join(comma), last);
}

} // namespace Runnerscope
