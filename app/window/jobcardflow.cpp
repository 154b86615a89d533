// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/jobcardflow.h"

#include "app/gitlab/serveraddress.h"
#include "app/window/fleetcontroller.h"
#include "app/window/mainwindow.h"
#include "models/rules/jobs/jobcardwording.h"
#include "models/rules/jobs/joblink.h"
#include "models/rules/jobs/jobwording.h"
#include "models/rules/weblink.h"
#include "views/dialogs/jobcarddialog.h"
#include "views/pages/jobspage.h"
#include "views/pages/runnerspage.h"
#include "views/panels/jobpanel.h"
#include "views/panels/runnerjobsview.h"
#include "views/panels/runnerpanel.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

QString textOf(const QMimeData *data)
{
    if (!data)
        return {};
    const QList<QUrl> urls = data->urls();
    return urls.isEmpty() ? data->text() : urls.first().toString(QUrl::FullyEncoded);
}

QString baseOf(const QString &address)
{
    const auto parsed = ServerAddress::parse(address);
    const auto *server = std::get_if<ServerAddress>(&parsed);
    return server ? server->base().toString() : QString();
}

} // namespace

JobCardFlow::JobCardFlow(
    Instances instances, RunnerTableModel &model, FleetController &controller, MainWindow &window) :
    QObject(&window),
    m_savedInstances(std::move(instances)),
    m_model(model),
    m_controller(controller),
    m_window(window),
    m_explaining([](const Question &question) { return explainJob(*question.verdicts, question.job, question.now); },
        [this](const JobExplanation &explanation) { takeExplanation(explanation); })
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    connect(&window.actions()[Actions::Id::ShowJobCard], &QAction::triggered, this, &JobCardFlow::start);
    connect(&window.pages().jobs().panel(), &JobPanel::cardWanted, this,
        [this](JobId job) { open(u'#' + QString::number(job.number)); });
    connect(&window.runnersPage().panel().jobs(), &RunnerJobsView::jobWanted, this, &JobCardFlow::open);
    connect(&m_answer, &QFutureWatcherBase::finished, this, &JobCardFlow::take);
    connect(&controller, &FleetController::opened, this, &JobCardFlow::askAgain);
    connect(&model, &RunnerTableModel::refreshed, this, [this] {
        if (!m_early.isEmpty() && m_model.fleet())
            ask(std::exchange(m_early, {}));
    });
}

/// Another fleet is there, perhaps the one that was missing.
void JobCardFlow::askAgain()
{
    if (m_dialog && m_dialog->isVisible() && !m_card && !m_dialog->link().isEmpty())
        m_early = m_dialog->link();
}

JobCardDialog &JobCardFlow::dialog()
{
    if (m_dialog)
        return *m_dialog;
    m_dialog = new JobCardDialog(&m_window);
    connect(m_dialog, &JobCardDialog::jobWanted, this, &JobCardFlow::ask);
    connect(m_dialog, &JobCardDialog::copyWanted, this, &JobCardFlow::copy);
    connect(m_dialog, &JobCardDialog::pageWanted, this, &JobCardFlow::openPage);
    connect(m_dialog, &JobCardDialog::runnerWanted, this, &JobCardFlow::showRunner);
    return *m_dialog;
}

void JobCardFlow::open(const QString &text)
{
    dialog().setLink(text.trimmed().left(2'000));
    m_dialog->QWidget::show();
    m_dialog->raise();
    m_dialog->activateWindow();
    if (!text.trimmed().isEmpty())
        ask(text);
}

void JobCardFlow::start()
{
    const auto chosen = m_window.pages().jobs().isVisible() ? m_window.pages().jobs().panel().job() : std::nullopt;
    const QString copied = QApplication::clipboard()->text();
    if (chosen)
        open(u'#' + QString::number(chosen->number));
    else if (looksLikeJobLink(copied))
        open(copied);
    else
        open(m_card ? dialog().link() : QString());
}

QString JobCardFlow::instance() const
{
    return m_model.fleet() ? m_model.fleet()->source.webUrl : QString();
}

QString JobCardFlow::savedFor(const QString &link) const
{
    for (const InstanceProfile &profile : m_savedInstances()) {
        if (std::holds_alternative<JobReference>(parseJobLink(link, baseOf(profile.address))))
            return profile.name;
    }
    return {};
}

void JobCardFlow::ask(const QString &text)
{
    m_card.reset();
    m_answer.cancel();
    m_answer.setFuture({});
    m_early.clear();
    if (!m_model.fleet()) {
        dialog().showLoading();
        m_early = text;
        return;
    }
    const JobLink link = parseJobLink(text, instance());
    if (const auto *trouble = std::get_if<JobLinkTrouble>(&link)) {
        const FleetSource &source = m_model.fleet()->source;
        dialog().showTrouble(explain(*trouble, source.demo ? QString() : source.label, savedFor(text)));
        return;
    }
    m_asked = std::get<JobReference>(link);
    m_askedOf = instance();
    dialog().showLoading();
    m_answer.setFuture(m_controller.readJob(m_asked));
}

void JobCardFlow::take()
{
    if (m_answer.isCanceled() || m_answer.future().resultCount() == 0)
        return;
    const JobCardAnswer answer = m_answer.result();
    if (const auto *error = std::get_if<FetchError>(&answer)) {
        dialog().showTrouble(explain(*error, Retry::Never));
    } else if (const auto *missing = std::get_if<JobNotFound>(&answer)) {
        dialog().showTrouble(explain(*missing, m_asked));
    } else {
        m_card = std::get<JobCardPtr>(answer);
        m_wait = waitWords(*m_card);
        showCard();
        explainWait();
    }
}

void JobCardFlow::showCard()
{
    dialog().showCard(jobCardSections(*m_card, m_wait),
        {webLink(m_card->webUrl, instance()).has_value(), m_card->runner.has_value()});
}

/// The Jobs page knows the whole queue and every runner, where it has judged this job.
void JobCardFlow::explainWait()
{
    const JobVerdictsPtr &verdicts = m_window.pages().jobs().model().verdicts();
    if (!m_wait || !verdicts)
        return;
    const auto &jobs = verdicts->input().jobs;
    const auto job = std::ranges::find(jobs, m_card->job->id, [](const JobPtr &one) { return one->id; });
    if (job == jobs.end() || (*job)->status != m_card->job->status)
        return;
    m_explaining.request({verdicts, static_cast<std::size_t>(job - jobs.begin()), m_card->readAt});
    m_wait->verdict = JobWording::sentence(*verdicts, static_cast<std::size_t>(job - jobs.begin()));
}

void JobCardFlow::takeExplanation(const JobExplanation &explanation)
{
    if (!m_card || !m_wait || m_card->job->id != explanation.job)
        return;
    m_wait->place = explanation.queuePlace;
    m_wait->remarks = explanation.remarks;
    if (!explanation.deadline.isEmpty())
        m_wait->remarks.prepend(explanation.deadline);
    m_wait->remarks.append(JobWording::knownToServerOnly());
    showCard();
}

void JobCardFlow::copy()
{
    if (!m_card)
        return;
    QApplication::clipboard()->setText(jobCardMarkdown(*m_card, m_wait, instance()));
    dialog().showDone(tr("Copied"));
}

void JobCardFlow::openPage()
{
    const auto page = m_card ? webLink(m_card->webUrl, instance()) : std::nullopt;
    if (page)
        QDesktopServices::openUrl(*page);
}

void JobCardFlow::showRunner()
{
    if (!m_card || !m_card->runner)
        return;
    if (m_askedOf != instance()) { // there the number is another runner's
        dialog().showDone(tr("That runner belongs to another instance than the one that is open"));
        return;
    }
    m_window.pages().showRunners();
    m_window.runnersPage().showView(RunnersPage::View::Runners);
    m_window.setFilter(QStringLiteral("id:%1").arg(m_card->runner->id.number));
    m_window.raise();
    m_window.activateWindow();
}

bool JobCardFlow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QString text = textOf(drop->mimeData());
        if (!looksLikeJobLink(text))
            return false;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            open(text);
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QString text = QApplication::clipboard()->text(); // nothing with the focus has taken it
        if (looksLikeJobLink(text)) {
            open(text);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Runnerscope
