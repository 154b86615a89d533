// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/texttable.h"

#include "models/rules/wording.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr int gap = 2;

template <typename Layout>
int widthOf(const Layout &layout)
{
    int sum = -gap;
    for (const auto &shown : layout)
        sum += shown.width + gap;
    return sum;
}

} // namespace

TextTable::TextTable(std::vector<TextColumn> columns) :
    m_columns(std::move(columns))
{
}

void TextTable::addRow(const QStringList &cells)
{
    QStringList safe;
    std::ranges::transform(cells, std::back_inserter(safe), Wording::oneLine);
    m_rows.push_back(std::move(safe));
}

QString TextTable::toString(int width) const
{
    const Layout layout = layoutFor(width);
    QStringList titles;
    for (const TextColumn &column : m_columns)
        titles.append(column.title);
    QString text = line(titles, layout);
    for (const QStringList &row : m_rows)
        text += line(row, layout);
    return text;
}

TextTable::Layout TextTable::naturalLayout() const
{
    Layout layout;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        int width = TextWidth::of(m_columns[column].title);
        for (const QStringList &row : m_rows)
            width = std::max(width, TextWidth::of(row.value(static_cast<qsizetype>(column))));
        layout.push_back({column, width});
    }
    return layout;
}

TextTable::Layout TextTable::layoutFor(int width) const
{
    Layout remaining = naturalLayout();
    Layout layout = remaining;
    shrink(layout, width);
    while (widthOf(layout) > width && leaveOut(remaining)) {
        layout = remaining;
        shrink(layout, width);
    }
    return layout;
}

void TextTable::shrink(Layout &layout, int width) const
{
    const auto spare = [this](const Shown &shown) {
        const int least = m_columns[shown.column].shrinksTo;
        return shown.width > least ? shown.width : 0;
    };
    for (int excess = widthOf(layout) - width; excess > 0; --excess) {
        const auto widest = std::ranges::max_element(layout, {}, spare);
        if (widest == layout.end() || spare(*widest) == 0)
            return;
        --widest->width;
    }
}

bool TextTable::leaveOut(Layout &layout) const
{
    const auto rank = [this](const Shown &shown) { return m_columns[shown.column].leavesAs; };
    const auto first = std::ranges::min_element(layout, {}, rank);
    if (first == layout.end() || rank(*first) == TextColumn::never)
        return false;
    layout.erase(first);
    return true;
}

QString TextTable::line(const QStringList &cells, const Layout &layout) const
{
    QString text;
    for (const Shown &shown : layout) {
        const TextColumn &column = m_columns[shown.column];
        const QString cell =
            TextWidth::elided(cells.value(static_cast<qsizetype>(shown.column)), shown.width, column.elide);
        text += TextWidth::padded(cell, shown.width + (column.isNumber ? 0 : gap), column.isNumber);
        if (column.isNumber)
            text += QString(gap, u' ');
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text + u'\n';
}

} // namespace Runnerscope
