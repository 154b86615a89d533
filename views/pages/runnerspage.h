// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"
#include "models/domain/runnerid.h"
#include "views/tables/columnlayouts.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace Runnerscope {

class CoverageLine;
class EmptyState;
class ListPage;
class RunnerPanel;
class RunnerTableModel;
class RunnerTableView;
class SelectionBar;

/// The table of runners, what stands in its place while it is empty, and the panel of the runner that is chosen. Beside
/// the table, in tabs, what these runners have: hosts, tags, groups.
///
/// Choosing a runner opens the panel; closing the panel ends the choice. A runner that leaves the rows leaves the panel
/// open and empty, so that nothing moves under the user's hands.
class RunnersPage : public QWidget
{
    Q_OBJECT

public:
    explicit RunnersPage(RunnerTableModel &model, QWidget *parent = nullptr);

    RunnerTableView &table() const { return *m_table; }
    RunnerPanel &panel() const { return *m_panel; }
    SelectionBar &selectionBar() const { return *m_selected; }
    ColumnLayouts &columnLayouts() { return m_columnLayouts; }

    enum class View { Runners, Hosts, Tags, Groups };
    void showView(View view);
    View view() const;

    /// A fleet is being read. Decides what is said while there are no rows. True until told otherwise.
    void setLoading(bool loading);
    /// Who the user is on the server; decides what is said of runners that are missing.
    void setAccess(const std::optional<Access> &access);
    bool isPanelOpen() const;

    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

signals:
    /// The panel shows already what the list knows; details are welcome.
    void runnerChosen(std::optional<Runnerscope::RunnerId> runner);
    void clearFilterRequested();
    void viewChanged();
    /// The runners behind a row of another view are wanted.
    void filterWanted(const QString &filter);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void arrange();
    void addViews();
    void followView();
    void choose(std::optional<RunnerId> runner);
    void openPanel();
    void followFleet();
    void closePanel();
    void dismiss();
    void joinSelection();
    void updateAge();
    void updateEmptyState();
    void showInPlace(QWidget *shown);
    void sayWhyEmpty();

    RunnerTableModel &m_model;
    QSplitter *m_splitter;
    QTabBar *m_tabs;
    QStackedWidget *m_views; ///< in the order of View; all but the first are a ListPage
    QStackedWidget *m_stack;
    RunnerTableView *m_table;
    ColumnLayouts m_columnLayouts;
    EmptyState *m_empty;
    CoverageLine *m_coverage;
    SelectionBar *m_selected;
    RunnerPanel *m_panel;
    QTimer m_second;
    std::optional<Access> m_access;
    bool m_loading = true;
    int m_panelWidth = 0; ///< as the user set it; 0 until then
};

} // namespace Runnerscope
