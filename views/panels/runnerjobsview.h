// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerjobs.h"
#include "models/hostrecordmodel.h"
#include "models/jobrunmodel.h"
#include "models/rules/errorwording.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QToolButton;

namespace Runnerscope {

class ListTable;
class RecordChart;
class TextBlock;

/// The newest jobs of a runner and what they say: whether it is the trouble or one of its hosts. Asked for only while
/// it is seen.
class RunnerJobsView : public QWidget
{
    Q_OBJECT

public:
    explicit RunnerJobsView(QWidget *parent = nullptr);

    /// Begins with another runner.
    void start(RunnerId runner);
    void clear();
    /// Asks once more, if it is the runner that is shown: the answer will not come.
    void restart(RunnerId runner);

    /// Both are ignored unless they are about that runner.
    void showJobs(const TakenJobsPtr &jobs);
    void showTrouble(RunnerId runner, const ErrorWords &words);

signals:
    void wanted(Runnerscope::RunnerId runner);
    /// The user wants to see the card of a job; \a reference names it as people do.
    void jobWanted(const QString &reference);

protected:
    void showEvent(QShowEvent *event) override;

private:
    ListTable *addTable(QAbstractItemModel &model, const QString &name, std::initializer_list<int> widths);
    void ask();
    void say(const QString &verdict, const QString &remarks);
    void showCourse(int host);
    void fill(const TakenJobsPtr &jobs, const RunnerRecord &record);

    std::optional<RunnerId> m_runner;
    bool m_asked = false;
    QTimer m_settle;
    RunnerRecord m_found;
    HostRecordModel m_record;
    JobRunModel m_runs;
    TextBlock *m_verdict;
    TextBlock *m_remarks;
    ListTable *m_hosts;
    TextBlock *m_courseTitle;
    RecordChart *m_course;
    ListTable *m_jobs;
    QToolButton *m_again;
};

} // namespace Runnerscope
