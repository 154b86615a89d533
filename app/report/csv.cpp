// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/csv.h"

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr QStringView formulaStarts = u"=+-@＝＋－＠";

bool mayBeFormula(const QString &cell)
{
    if (cell.isEmpty())
        return false;
    const QChar first = cell.front();
    if (first == u'\t' || first == u'\r' || first == u'\n')
        return true;
    const QString visible = cell.trimmed(); // a program may trim before it looks
    return !visible.isEmpty() && formulaStarts.contains(visible.front());
}

QString withoutControls(QString cell)
{
    const auto isControl = [](QChar c) {
        return c.category() == QChar::Other_Control && c != u'\t' && c != u'\r' && c != u'\n';
    };
    std::ranges::replace_if(cell, isControl, QChar(u' '));
    return cell;
}

QString csvCell(const QString &text)
{
    QString cell = withoutControls(text);
    if (mayBeFormula(cell))
        cell.prepend(u'\'');
    const auto needsQuotes = [](QChar c) { return c == u'"' || c == u',' || c == u'\r' || c == u'\n'; };
    if (std::ranges::none_of(cell, needsQuotes))
        return cell;
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

} // namespace

QString csvLine(const QStringList &cells)
{
    QStringList safe;
    safe.reserve(cells.size());
    std::ranges::transform(cells, std::back_inserter(safe), csvCell);
    return safe.join(u',') + QStringLiteral("\r\n");
}

} // namespace Runnerscope
