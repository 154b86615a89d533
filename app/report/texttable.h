// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/textwidth.h"

#include <limits>
#include <vector>

namespace Runnerscope {

struct TextColumn
{
    static constexpr int never = std::numeric_limits<int>::max();

    QString title;
    bool isNumber = false; ///< right-aligned
    int shrinksTo = never; ///< cells that must remain when there is not enough room
    TextWidth::Elide elide = TextWidth::Elide::End;
    int leavesAs = never; ///< the first to be left out when even that is too wide has the least number
};

/// A table for a terminal. Whatever its cells contain, each row is one line of plain text.
class TextTable
{
public:
    explicit TextTable(std::vector<TextColumn> columns);

    void addRow(const QStringList &cells);
    bool isEmpty() const { return m_rows.empty(); }

    /// With a line of titles. At most \a width cells wide as far as the columns allow it.
    QString toString(int width = std::numeric_limits<int>::max()) const;

private:
    struct Shown
    {
        std::size_t column;
        int width;
    };
    using Layout = std::vector<Shown>;

    Layout naturalLayout() const;
    Layout layoutFor(int width) const;
    void shrink(Layout &layout, int width) const;
    bool leaveOut(Layout &layout) const;
    QString line(const QStringList &cells, const Layout &layout) const;

    std::vector<TextColumn> m_columns;
    std::vector<QStringList> m_rows;
};

} // namespace Runnerscope
