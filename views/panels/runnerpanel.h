// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/runnerdetails.h"
#include "models/rules/errorwording.h"

#include <QUrl>
#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace Runnerscope {

class ElidedLabel;
class ProjectList;
class RunnerJobsView;
class RunnerPanelBody;
class StatusMark;
class TextBlock;

/// Everything about one runner: at once what the list knows of it, then what the server answers.
///
/// The newest answer wins: a row that is newer than the details replaces the facts that rows have, and leaves those
/// that only details bring.
class RunnerPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RunnerPanel(QWidget *parent = nullptr);

    /// The runner that is shown.
    std::optional<RunnerId> runner() const;

    /// When that was read which is shown; nothing while no runner is.
    OptionalTime readAt() const { return m_readAt; }

    void showRow(const FleetRow &row);
    /// How long ago that was, by now.
    void showAge(std::chrono::seconds age);
    /// Ignored unless it is about the runner that is shown.
    void showDetails(const RunnerDetails &details);
    /// Says in place that details could not be had; what the list knows stays.
    void showDetailsTrouble(const ErrorWords &words);
    void showNothing();
    /// The base address of the server whose runners are shown; pages elsewhere are not offered.
    void setInstance(const QString &webUrl) { m_instance = webUrl; }
    ProjectList &projects() const;
    RunnerJobsView &jobs() const;

    QSize sizeHint() const override;

signals:
    /// The user wants the panel gone.
    void closed();
    /// The user wants to see this page, which is one of the instance.
    void pageWanted(const QUrl &page);
    /// The user wants to see other runners.
    void filterWanted(const QString &filter);
    /// The user wants to see the jobs that wait for this runner.
    void waitingJobsWanted(Runnerscope::RunnerId runner);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHeader();
    void addStateLine(QVBoxLayout &layout);
    QWidget *makeContent();
    QWidget *makeHint();
    void refresh();
    void fillLinks();
    void showHead(const Runner &runner, const FleetRow &row);

    std::optional<FleetRow> m_row;
    std::optional<RunnerDetails> m_details;
    OptionalTime m_readAt;
    QString m_instance;

    QStackedLayout *m_pages;
    ElidedLabel *m_name;
    StatusMark *m_mark;
    TextBlock *m_state;
    TextBlock *m_kind;
    TextBlock *m_contact;
    QLabel *m_age;
    QToolButton *m_links;
    QToolButton *m_close;
    QScrollArea *m_scroll;
    RunnerPanelBody *m_body;
};

} // namespace Runnerscope
