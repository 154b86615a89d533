// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerid.h"
#include "models/roles.h"

#include <QTableView>
#include <QTimer>

#include <optional>
#include <vector>

namespace Runnerscope {

class RowChecking;
class RunnerDelegate;
class RunnerTableModel;
class TableHeader;

/// The table of runners. Nothing in it takes longer when the fleet is larger: rows have one height, columns are never
/// measured, and typing does not search row by row.
///
/// A click chooses one runner, whose details are wanted. Boxes select any number of them: by a click on the box, by
/// Space, by Ctrl+click and Shift+click anywhere in the row, by Shift with an arrow key, and all by Ctrl+A.
class RunnerTableView : public QTableView
{
    Q_OBJECT

public:
    static constexpr int mostVisible = 50;

    explicit RunnerTableView(RunnerTableModel &model, QWidget *parent = nullptr);

    /// The runner of the selected row.
    std::optional<RunnerId> currentRunner() const;
    /// Selects a runner and brings it into sight; false when it is not among the rows.
    bool selectRunner(RunnerId id);

    /// Not of the check column, which is always there.
    void setColumnShown(RunnerColumn column, bool shown);
    /// Those that are there at first, in their order and width.
    void resetColumns();

    /// Order, widths, visibility and sorting of the columns.
    QByteArray saveState() const;
    /// False, and nothing changes, when \a state is not from here or would leave no usable column.
    bool restoreState(const QByteArray &state);

    void keyboardSearch(const QString &search) override;

signals:
    /// Another runner is selected, or none: by the user, or since the runner has left the rows.
    void currentRunnerChanged(std::optional<Runnerscope::RunnerId> runner);
    /// By Return or a double click.
    void activatedRunner(Runnerscope::RunnerId runner);
    /// Escape was pressed.
    void dismissed();
    /// Other runners are on screen, topmost first, and have been for a moment; at most mostVisible of them.
    void visibleRunnersChanged(const std::vector<Runnerscope::RunnerId> &runners);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setUpColumns();
    void showDefaultColumns();
    void applyDefaultWidths();
    void showColumnMenu(const QPoint &place);
    void takeSelection();
    void followHover(int row);
    bool columnsAreUsable() const;
    void activate(const QModelIndex &index);
    void tellVisible();

    RunnerTableModel &m_model;
    RunnerDelegate *m_delegate;
    TableHeader *m_header;
    RowChecking *m_checking;
    QTimer m_settle;
    std::vector<RunnerId> m_visible; ///< as told last
    std::optional<RunnerId> m_current;
    bool m_widthsAreOurs = true; ///< until the user drags a column's edge
};

} // namespace Runnerscope
