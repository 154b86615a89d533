// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Runnerscope {

class RunnerTableView;

/// The columns of the table with their order, widths and sorting: the user's own ones, and those of a saved view for
/// as long as it is looked at. Layouts are bytes of RunnerTableView::saveState().
class ColumnLayouts
{
public:
    /// \a table outlives this.
    explicit ColumnLayouts(RunnerTableView &table) :
        m_table(table)
    {
    }

    /// As the columns stand now.
    QByteArray shown() const;
    /// The user's own ones, whatever is shown.
    QByteArray own() const;
    bool restoreOwn(const QByteArray &layout);
    /// Those of a saved view, or with an empty \a layout the user's own ones again. Whether \a layout is understood;
    /// where it is not, the own ones are shown.
    bool show(const QByteArray &layout);

private:
    RunnerTableView &m_table;
    std::optional<QByteArray> m_own; ///< while those of a view are shown
};

} // namespace Runnerscope
