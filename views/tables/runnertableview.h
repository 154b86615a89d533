// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerid.h"

#include <QTableView>
#include <QTimer>

#include <optional>
#include <vector>

namespace Runnerscope {

class RunnerDelegate;
class RunnerTableModel;
class TableHeader;

/// The table of runners. Nothing in it takes longer when the fleet is larger: rows have one height, columns are never
/// measured, and typing does not search row by row.
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

    /// Order, widths and sorting of the columns.
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
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setUpRows();
    void setUpColumns();
    void applyDefaultWidths();
    void takeSelection();
    void followHover(int row);
    bool columnsAreUsable() const;
    void activate(const QModelIndex &index);
    void tellVisible();

    RunnerTableModel &m_model;
    RunnerDelegate *m_delegate;
    TableHeader *m_header;
    QTimer m_settle;
    std::vector<RunnerId> m_visible; ///< as told last
    std::optional<RunnerId> m_current;
    bool m_widthsAreOurs = true; ///< until the user drags a column's edge
};

} // namespace Runnerscope
