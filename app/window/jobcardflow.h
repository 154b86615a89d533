// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcard.h"
#include "models/jobexplanation.h"
#include "models/newestwork.h"
#include "models/rules/jobs/jobcardsections.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace Runnerscope {

class FleetController;
class JobCardDialog;
class MainWindow;
class RunnerTableModel;
struct InstanceProfile;

/// Answers for a job: by the action, by what is dropped on the window or pasted into it, and for the job that is
/// chosen on the Jobs page.
class JobCardFlow : public QObject
{
    Q_OBJECT

public:
    using Instances = std::function<std::vector<InstanceProfile>()>;

    /// \a instances: those that are saved.
    JobCardFlow(Instances instances, RunnerTableModel &model, FleetController &controller, MainWindow &window);

    /// Shows the card of the job that \a text names, or why there is none.
    void open(const QString &text);
    /// With what the window or the clipboard offers, to begin with.
    void start();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Question
    {
        JobVerdictsPtr verdicts;
        std::size_t job = 0;
        ServerTime now{};
    };

    JobCardDialog &dialog();
    void ask(const QString &text);
    void askAgain();
    void take();
    void showCard();
    void explainWait();
    void takeExplanation(const JobExplanation &explanation);
    void copy();
    void openPage();
    void showRunner();
    QString instance() const;
    QString savedFor(const QString &link) const;

    Instances m_savedInstances;
    RunnerTableModel &m_model;
    FleetController &m_controller;
    MainWindow &m_window;
    JobCardDialog *m_dialog = nullptr; ///< a child of the window, made when it is first needed
    QFutureWatcher<JobCardAnswer> m_answer;
    JobReference m_asked;
    QString m_askedOf; ///< instance()
    QString m_early; ///< asked for before there was a fleet to be asked
    JobCardPtr m_card; ///< null while none is shown
    std::optional<JobWaitWords> m_wait;
    NewestWork<Question, JobExplanation> m_explaining;
};

} // namespace Runnerscope
