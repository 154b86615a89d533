// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/settings/windowsettings.h"
#include "models/rules/errorwording.h"
#include "models/rules/wording.h"
#include "views/pages/runnerspage.h"
#include "views/panels/messagebar.h"
#include "views/panels/navigationpanel.h"
#include "views/panels/progressline.h"
#include "views/panels/topbar.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QVBoxLayout>

namespace Runnerscope {

namespace {

constexpr QSize usualSize(1280, 800);

QString progressText(const FleetProgress &progress)
{
    if (progress.phase == FleetProgress::Phase::Idle)
        return {};
    if (progress.phase == FleetProgress::Phase::Waiting)
        return MainWindow::tr("Waiting to try again");
    if (!progress.expected)
        return MainWindow::tr("Reading…");
    return MainWindow::tr("%1 of %2 read").arg(Wording::count(progress.read), Wording::count(*progress.expected));
}

/// Whether another address or token would help, rather than another try.
bool wantsOtherConnection(const FetchError &error)
{
    return !isTransient(error.kind) && error.kind != FetchError::Kind::NotFound;
}

} // namespace

MainWindow::MainWindow(RunnerTableModel &model, QWidget *parent) :
    QMainWindow(parent),
    m_model(model),
    m_navigation(new NavigationPanel),
    m_topBar(new TopBar),
    m_progress(new ProgressLine),
    m_message(new MessageBar),
    m_page(new RunnersPage(model))
{
    setWindowTitle(QCoreApplication::applicationName());
    resize(usualSize);
    setCentralWidget(arrange());
    m_actions.fillMenus(*menuBar());
    m_message->dismiss();
    joinFilter();
    joinActions();
    connect(&m_model, &RunnerTableModel::refreshed, this, &MainWindow::showFleet);
    connect(m_page, &RunnersPage::runnerChosen, this, &MainWindow::runnerChosen);
    connect(m_message, &MessageBar::buttonClicked, this, &MainWindow::remedy);
    m_page->setFocus();
}

QWidget *MainWindow::arrange()
{
    auto *right = new QVBoxLayout;
    right->setContentsMargins({});
    right->setSpacing(0);
    for (QWidget *part :
        {static_cast<QWidget *>(m_topBar), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_message)})
        right->addWidget(part);
    right->addWidget(m_page, 1);

    auto *whole = new QWidget;
    auto *columns = new QHBoxLayout(whole);
    columns->setContentsMargins({});
    columns->setSpacing(0);
    columns->addWidget(m_navigation);
    columns->addLayout(right, 1);
    return whole;
}

void MainWindow::joinFilter()
{
    connect(m_topBar, &TopBar::filterEdited, this, [this](const QString &text) {
        RunnerFilter filter = m_model.filter();
        filter.text = text;
        setFilter(filter);
    });
    connect(m_navigation, &NavigationPanel::facetChosen, this, [this](RunnerFilter facet) {
        facet.text = facet.isEmpty() ? QString() : m_model.filter().text;
        setFilter(facet);
    });
    connect(m_topBar, &TopBar::filterLeft, m_page, qOverload<>(&QWidget::setFocus));
    connect(m_page, &RunnersPage::clearFilterRequested, this, &MainWindow::clearFilter);
}

void MainWindow::joinActions()
{
    using Id = Actions::Id;
    connect(&m_actions[Id::Connect], &QAction::triggered, this, &MainWindow::connectRequested);
    connect(&m_actions[Id::OpenDemo], &QAction::triggered, this, &MainWindow::demoRequested);
    connect(&m_actions[Id::Refresh], &QAction::triggered, this, &MainWindow::refreshRequested);
    connect(&m_actions[Id::Quit], &QAction::triggered, this, &QWidget::close);
    connect(&m_actions[Id::FocusFilter], &QAction::triggered, m_topBar, &TopBar::focusFilter);
    connect(&m_actions[Id::ClearFilter], &QAction::triggered, this, &MainWindow::clearFilter);
    connect(&m_actions[Id::About], &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_topBar, &TopBar::refreshRequested, &m_actions[Id::Refresh], &QAction::trigger);
    connect(m_topBar, &TopBar::connectRequested, &m_actions[Id::Connect], &QAction::trigger);
}

void MainWindow::setFilter(const RunnerFilter &filter)
{
    m_model.setFilter(filter);
    m_navigation->setFilter(filter);
    m_topBar->setFilterText(filter.text);
}

void MainWindow::clearFilter()
{
    setFilter({});
}

void MainWindow::showFleet()
{
    const FleetSource &source = m_model.fleet()->source;
    const bool anyRead = m_model.counts().total > 0 || m_model.fleet()->coverage.kind == Coverage::Kind::Whole;
    const auto counts = anyRead ? std::optional(m_model.counts()) : std::nullopt;
    m_navigation->setSource(source);
    m_navigation->setCounts(counts);
    m_topBar->setMatchCount(m_model.rowCount(), counts ? std::optional(counts->total) : std::nullopt);
    m_topBar->setConnectVisible(source.demo);
    setWindowTitle(source.label.isEmpty() ? QCoreApplication::applicationName()
                                          : tr("%1 – Runnerscope", "title of the window").arg(source.label));
}

void MainWindow::noteFleetRead()
{
    m_topBar->setDataAge(TopBar::Clock::now());
}

void MainWindow::forgetAge()
{
    m_topBar->setDataAge(std::nullopt);
}

void MainWindow::showProgress(const FleetProgress &progress)
{
    using Phase = FleetProgress::Phase;
    const bool reading = progress.phase == Phase::Loading || progress.phase == Phase::Refreshing;
    const QString text = progressText(progress);
    m_progress->setProgress(reading ? std::optional(progress.read) : std::nullopt, progress.expected, text);
    m_topBar->setActivity(text);
    m_topBar->setBusy(reading);
    m_page->setLoading(reading);
}

void MainWindow::showError(const FetchError &error)
{
    m_error = error;
    const ErrorWords words = explain(error, Retry::ByItself);
    const bool connection = wantsOtherConnection(error);
    m_message->showMessage(connection ? MessageBar::Severity::Danger : MessageBar::Severity::Attention, words.sentence,
        words.remedy, connection ? tr("Connect…") : tr("Try again"));
}

void MainWindow::dismissError()
{
    if (m_error)
        m_message->dismiss();
    m_error.reset();
}

void MainWindow::remedy()
{
    if (m_error && wantsOtherConnection(*m_error))
        emit connectRequested();
    else
        emit refreshRequested();
}

void MainWindow::showAbout()
{
    QMessageBox box(QMessageBox::NoIcon, tr("About Runnerscope"),
        tr("Runnerscope %1\n\nShows fleets of GitLab runners. Free software under the GNU General Public License, "
           "version 3 or later.")
            .arg(QCoreApplication::applicationVersion()),
        QMessageBox::Close, this);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

void MainWindow::saveState(WindowSettings &settings) const
{
    settings.setGeometry(saveGeometry());
    settings.setRunnersPage(m_page->saveState());
}

void MainWindow::restoreState(const WindowSettings &settings)
{
    restoreGeometry(settings.geometry());
    m_page->restoreState(settings.runnersPage());
}

} // namespace Runnerscope
