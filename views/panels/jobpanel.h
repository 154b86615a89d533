// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobexplanation.h"
#include "views/panels/factlist.h"

#include <QUrl>
#include <QWidget>

#include <optional>

class QToolButton;
class QVBoxLayout;

namespace Runnerscope {

class ElidedLabel;
class TextBlock;

/// Everything about one job that waits or runs: what it is, and why it waits.
class JobPanel : public QWidget
{
    Q_OBJECT

public:
    explicit JobPanel(QWidget *parent = nullptr);

    /// The job that is shown.
    std::optional<JobId> job() const { return m_job; }
    /// \a number: of the job among those of \a verdicts.
    void showJob(const JobVerdicts &verdicts, std::size_t number, ServerTime now);
    /// Ignored unless it is about the job that is shown.
    void showExplanation(const JobExplanation &explanation);
    void showNothing();
    /// The base address of the server whose jobs are shown; pages elsewhere are not offered.
    void setInstance(const QString &webUrl) { m_instance = webUrl; }

    QSize sizeHint() const override;

signals:
    /// The user wants the panel gone.
    void closed();
    /// The user wants to see this page, which is one of the instance.
    void pageWanted(const QUrl &page);
    /// The user wants to see runners.
    void filterWanted(const QString &filter);
    /// The user wants to know who stands behind this job.
    void cardWanted(Runnerscope::JobId job);
    /// The user wants this job canceled.
    void cancelWanted(Runnerscope::JobId job);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Runners
    {
        QWidget *section = nullptr;
        FactList::Fact lines;

        void show(const std::vector<RunnerOfJob> &runners, qint64 count);
    };

    QWidget *makeHeader();
    QWidget *makeBody();
    QWidget *makeWhySection();
    FactList *addSection(QVBoxLayout &layout, const QString &heading);
    Runners addRunners(QVBoxLayout &layout, const QString &heading);
    void showFacts(const Job &job, ServerTime now);
    void showRunner(const JobVerdicts &verdicts, const Job &job);

    std::optional<JobId> m_job;
    QString m_instance;
    QUrl m_page;
    QString m_filter; ///< of its runner; empty: none

    ElidedLabel *m_name;
    TextBlock *m_state;
    QToolButton *m_openPage;
    QToolButton *m_showRunners;
    QToolButton *m_card;
    QToolButton *m_cancel;
    QToolButton *m_close;
    QWidget *m_whySection = nullptr;
    FactList::Fact m_why;
    FactList::Fact m_deadline;
    FactList::Fact m_place;
    FactList::Fact m_remarks;
    FactList::Fact m_serverOnly;
    Runners m_candidates;
    Runners m_nearMisses;
    FactList::Fact m_project;
    FactList::Fact m_stage;
    FactList::Fact m_ref;
    FactList::Fact m_tags;
    FactList::Fact m_startedBy;
    FactList::Fact m_queued;
    FactList::Fact m_started;
    FactList::Fact m_runner;
    FactList::Fact m_registrar;
    FactList::Fact m_owner;
};

} // namespace Runnerscope
