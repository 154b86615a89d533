// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filtersuggester.h"
#include "models/jobexplanation.h"
#include "models/jobtablemodel.h"
#include "models/newestwork.h"
#include "models/rules/errorwording.h"

#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QLabel;
class QSplitter;
class QStackedLayout;

namespace Runnerscope {

class EmptyState;
class FilterBox;
class JobPanel;
class ListTable;
class SelectionBar;
class TroubleLine;

/// The jobs that wait and run, and the panel of the one that is chosen.
class JobsPage : public QWidget
{
    Q_OBJECT

public:
    explicit JobsPage(QWidget *parent = nullptr);

    /// Among these the runners are looked for that may take a job.
    void setFleet(const FleetPtr &fleet);
    /// Null: not known, as while they are read for the first time.
    void setJobs(const JobListPtr &jobs);
    /// Why the jobs could not be read; the ones that were read before stay. Said until setJobs().
    void showTrouble(const ErrorWords &words);
    void focusFilter();
    /// As if it had been typed.
    void setFilter(const QString &filter);
    /// For tests and for what needs to wait.
    JobTableModel &model() { return m_model; }
    JobPanel &panel() const { return *m_panel; }
    ListTable &table() const { return *m_table; }
    SelectionBar &selectionBar() const { return *m_selected; }

    /// The selected jobs that still wait or run, else the one that is chosen, if any.
    std::vector<JobPtr> chosenJobs() const;
    bool hasChoice() const;
    /// Nothing is chosen or selected any more, and the details are closed.
    void forgetChoice();
    /// What can be done with chosenJobs(), in the menu of the table and below it; outlives this.
    void addAction(QAction &action);

signals:
    void filterWanted(const QString &filter);
    void pageWanted(const QUrl &page);
    /// hasChoice() may say something else.
    void choiceChanged();
    /// What the table shows is up to date.
    void refreshed();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Question
    {
        JobVerdictsPtr verdicts;
        std::size_t job = 0;
        ServerTime now{};
    };

    void setUpFilter();
    QWidget *makeLeft();
    void applyFilter();
    void choose(int row);
    void takeRows();
    void showCurrent();
    void closePanel();
    void dismiss();
    void joinSelection();
    void sayHowMany();
    void sayWhyEmpty();
    QString remark() const;

    JobTableModel m_model;
    NewestWork<Question, JobExplanation> m_explaining;
    FilterSuggester m_suggester;
    FilterBox *m_filter;
    QLabel *m_count;
    ListTable *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    TroubleLine *m_troubles;
    QLabel *m_remark;
    SelectionBar *m_selected;
    QSplitter *m_splitter;
    JobPanel *m_panel;
    std::optional<ErrorWords> m_trouble;
    std::optional<JobId> m_current;
    int m_scrolled = 0;
};

} // namespace Runnerscope
