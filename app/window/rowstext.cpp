// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/rowstext.h"

#include "app/report/csv.h"
#include "models/rules/wording.h"
#include "models/runnercells.h"
#include "models/runnercolumns.h"

#include <algorithm>

namespace Runnerscope {

namespace {

/// Cells are of one line already; a tab in them is a blank.
QString textLine(const QStringList &cells)
{
    return cells.join(u'\t') + u'\n';
}

QString markdownCell(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_{}[]<>()#+-.!|~&");
    QString cell;
    cell.reserve(text.size());
    for (const QChar c : text) {
        if (special.contains(c) && c != u'-' && c != u'.') // harmless within a cell
            cell += u'\\';
        cell += c;
    }
    return cell;
}

QString markdownLine(const QStringList &cells)
{
    QStringList safe;
    std::ranges::transform(cells, std::back_inserter(safe), markdownCell);
    return QStringLiteral("| ") + safe.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString line(const QStringList &cells, RowsFormat format)
{
    switch (format) {
    case RowsFormat::Text:
        return textLine(cells);
    case RowsFormat::Markdown:
        return markdownLine(cells);
    case RowsFormat::Csv:
        break;
    }
    return csvLine(cells);
}

QString rule(const std::vector<RunnerColumn> &columns)
{
    QString text = QStringLiteral("|");
    for (const RunnerColumn column : columns)
        text += isNumericColumn(column) ? QStringLiteral(" ---: |") : QStringLiteral(" --- |");
    return text + u'\n';
}

/// The word of the status alone does not say that a runner gets no jobs, which its glyph does.
QString cellText(const FleetRow &row, RunnerColumn column)
{
    return column == RunnerColumn::Status ? Wording::state(row.status, row.runner->paused)
                                          : runnerCellText(row, column);
}

} // namespace

QString rowsText(const std::vector<FleetRow> &rows, const std::vector<RunnerColumn> &columns, RowsFormat format)
{
    QStringList titles;
    std::ranges::transform(columns, std::back_inserter(titles), runnerColumnTitle);
    QString text = line(titles, format);
    if (format == RowsFormat::Markdown)
        text += rule(columns);
    for (const FleetRow &row : rows) {
        QStringList cells;
        for (const RunnerColumn column : columns)
            cells.append(cellText(row, column));
        text += line(cells, format);
    }
    return text;
}

} // namespace Runnerscope
