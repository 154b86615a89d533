// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/settings/windowsettings.h"
#include "app/window/messages.h"
#include "app/window/windowwords.h"
#include "models/rules/coveragereach.h"
#include "models/rules/errorwording.h"
#include "models/rules/wording.h"
#include "views/pages/runnerspage.h"
#include "views/panels/filterbox.h"
#include "views/panels/filterreading.h"
#include "views/panels/instanceswitch.h"
#include "views/panels/messagebar.h"
#include "views/panels/navigationpanel.h"
#include "views/panels/progressline.h"
#include "views/panels/selectionbar.h"
#include "views/tables/columnmenu.h"
#include "views/tables/runnertableview.h"
#include "views/theme/metrics.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>

namespace Runnerscope {

namespace {

constexpr QSize usualSize(1280, 800);

} // namespace

MainWindow::MainWindow(RunnerTableModel &model, QWidget *parent) :
    QMainWindow(parent),
    m_model(model),
    m_pace(m_actions),
    m_navigation(new NavigationPanel),
    m_topBar(new TopBar),
    m_progress(new ProgressLine),
    m_message(new MessageBar),
    m_messages(new Messages(*m_message, this)),
    m_pages(new WindowPages(model, m_actions, *m_navigation, *m_topBar)),
    m_page(&m_pages->runners()),
    m_band(new QWidget)
{
    setWindowTitle(QCoreApplication::applicationName());
    resize(usualSize);
    setCentralWidget(arrange());
    m_actions.fillMenus(*menuBar());
    joinMessages();
    joinSwitch();
    joinFilter();
    joinActions();
    joinSelection();
    connect(&m_model, &RunnerTableModel::refreshed, this, &MainWindow::showFleet);
    connect(m_page, &RunnersPage::runnerChosen, this, &MainWindow::runnerChosen);
    connect(m_pages, &WindowPages::filterWanted, this, &MainWindow::setFilter);
    connect(m_pages, &WindowPages::pageWanted, this, [](const QUrl &page) { QDesktopServices::openUrl(page); });
    connect(&m_activity, &Activity::changed, this, [this] { m_topBar->setActivity(m_activity.text()); });
    setChangeToken({}, {});
    m_page->setFocus();
}

QWidget *MainWindow::arrange()
{
    m_band->setObjectName(QStringLiteral("productionBand"));
    m_band->setAttribute(Qt::WA_StyledBackground);
    m_band->setFixedHeight(Metrics::tiny);
    m_band->setAccessibleName(tr("Production instance"));
    m_band->hide();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_navigation);
    columns->addLayout(arrangeRight(), 1);

    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_band);
    layout->addLayout(columns, 1);
    return whole;
}

QLayout *MainWindow::arrangeRight()
{
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    for (QWidget *part :
        {static_cast<QWidget *>(m_topBar), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_message)})
        right->addWidget(part);
    right->addWidget(m_pages, 1);
    return right;
}

void MainWindow::joinMessages()
{
    connect(m_messages, &Messages::errorClosed, this, &MainWindow::showAge);
    connect(m_messages, &Messages::otherConnectionWanted, this, [this] {
        if (const auto about = m_messages->errorAbout())
            emit editInstanceRequested(about->key);
        else
            emit connectRequested();
    });
    connect(m_messages, &Messages::anotherTryWanted, this, [this] {
        if (isErrorAboutShown())
            emit refreshRequested();
        else
            emit instanceRequested(QString(m_messages->errorAbout()->key)); // which may be replaced meanwhile
    });
}

void MainWindow::joinSwitch()
{
    const InstanceSwitch &instances = m_navigation->instanceSwitch();
    connect(&instances, &InstanceSwitch::instanceChosen, this, &MainWindow::instanceRequested);
    connect(&instances, &InstanceSwitch::demoChosen, this, &MainWindow::demoRequested);
    connect(&instances, &InstanceSwitch::connectRequested, this, &MainWindow::connectRequested);
    connect(&instances, &InstanceSwitch::editRequested, this, &MainWindow::editInstancesRequested);
}

void MainWindow::joinFilter()
{
    FilterBox *box = &m_topBar->filterBox();
    connect(box, &FilterBox::edited, this, &MainWindow::applyFilter);
    connect(box, &FilterBox::left, m_page, qOverload<>(&QWidget::setFocus));
    connect(m_navigation, &NavigationPanel::filterChosen, this, &MainWindow::setFilter);
    connect(m_navigation, &NavigationPanel::filterAdded, this, &MainWindow::addFilter);
    connect(&m_model, &RunnerTableModel::refused, box, &FilterBox::showError);
    connect(box, &FilterBox::suggestionsWanted, this, [this](const QString &text, qsizetype cursor) {
        if (m_model.fleet())
            m_suggester.request(m_model.fleet(), text, cursor);
    });
    connect(&m_suggester, &FilterSuggester::suggested, box, &FilterBox::offer);
    connect(m_page, &RunnersPage::clearFilterRequested, this, &MainWindow::clearFilter);
}

void MainWindow::joinActions()
{
    using Id = Actions::Id;
    connect(&m_actions[Id::Connect], &QAction::triggered, this, &MainWindow::connectRequested);
    connect(&m_actions[Id::EditInstances], &QAction::triggered, this, &MainWindow::editInstancesRequested);
    connect(&m_pace, &PaceChoice::changed, this, [this] {
        m_activity.setPace(m_pace.pace());
        emit paceChanged();
    });
    connect(&m_actions[Id::ForgetChangeToken], &QAction::triggered, this, &MainWindow::forgetChangeTokenRequested);
    connect(&m_actions[Id::OpenDemo], &QAction::triggered, this, &MainWindow::demoRequested);
    connect(&m_actions[Id::Refresh], &QAction::triggered, this, &MainWindow::refreshRequested);
    connect(&m_actions[Id::Quit], &QAction::triggered, this, &QWidget::close);
    connect(&m_actions[Id::ClearFilter], &QAction::triggered, this, &MainWindow::clearFilter);
    connect(&m_actions[Id::About], &QAction::triggered, this, [this] { Runnerscope::showAbout(this); });
    connect(m_topBar, &TopBar::refreshRequested, &m_actions[Id::Refresh], &QAction::trigger);
    connect(m_topBar, &TopBar::connectRequested, &m_actions[Id::Connect], &QAction::trigger);
}

void MainWindow::joinSelection()
{
    using Id = Actions::Id;
    connect(&m_actions[Id::SelectAll], &QAction::triggered, &m_model, &RunnerTableModel::checkAll);
    connect(&m_actions[Id::SelectNone], &QAction::triggered, &m_model, &RunnerTableModel::clearChecks);
    m_page->selectionBar().setActions(
        {&m_actions[Id::CopyText], &m_actions[Id::CopyMarkdown], &m_actions[Id::CopyCsv]}, m_actions[Id::Export]);
    auto *columns = new QMenu(tr("Colu&mns"), this);
    connect(columns, &QMenu::aboutToShow, this, [this, columns] { fillColumnMenu(*columns, m_page->table()); });
    m_actions.viewMenu()->addMenu(columns);
}

QString MainWindow::filter() const
{
    return m_topBar->filterBox().text().trimmed();
}

void MainWindow::setFilter(const QString &text)
{
    m_pages->showRunners();
    m_topBar->filterBox().setText(text);
    applyFilter(text);
}

void MainWindow::applyFilter(const QString &text)
{
    m_navigation->setFilter(text);
    if (const auto filter = readFilter(m_topBar->filterBox(), FilterSubject::Runners))
        m_model.setFilter(*filter);
}

/// Brackets keep an OR of the filter in force together.
void MainWindow::addFilter(const QString &text)
{
    const QString before = m_topBar->filterBox().text().trimmed();
    const bool isAlternative = before.contains(QStringLiteral(" OR "));
    const QString kept = isAlternative ? u'(' + before + u')' : before;
    setFilter(kept.isEmpty() ? text : kept + u' ' + text);
}

void MainWindow::clearFilter()
{
    setFilter({});
}

void MainWindow::setInstances(const std::vector<InstanceProfile> &instances)
{
    m_instances = instances;
    showFleet();
}

void MainWindow::setInstance(const std::optional<InstanceProfile> &profile)
{
    m_instance = profile;
    m_band->setVisible(profile && profile->production);
    showFleet();
}

void MainWindow::setChangeToken(const QString &userName, const QDateTime &until)
{
    m_navigation->setChangeToken(userName, until);
    QAction &forget = m_actions[Actions::Id::ForgetChangeToken];
    forget.setEnabled(until.isValid());
    forget.setToolTip(until.isValid() ? QString() : tr("No token for changes is held"));
}

void MainWindow::showOpening(const QString &name)
{
    m_activity.setOpening(name);
}

void MainWindow::showFleet()
{
    if (!m_model.fleet())
        return;
    const FleetSource &source = m_model.fleet()->source;
    const Coverage &coverage = m_model.fleet()->coverage;
    const bool none = coverage.kind == Coverage::Kind::Whole && tellsNone(coverage); // and not just none to be seen
    const auto counts = m_model.counts().total > 0 || none ? std::optional(m_model.counts()) : std::nullopt;
    m_navigation->setSource(source, m_instance);
    m_navigation->instanceSwitch().setInstances(m_instances, m_instance ? m_instance->key : QString(), source.demo);
    m_navigation->setCounts(counts, coverage);
    m_pages->followFleet();
    m_topBar->setMatchCount(m_model.rowCount(), counts ? std::optional(counts->total) : std::nullopt);
    m_topBar->setConnectVisible(source.demo && m_instances.empty());
    showTitle();
    showAge();
}

void MainWindow::showTitle()
{
    const QString name = m_instance ? m_instance->name : m_model.fleet()->source.label;
    setWindowTitle(titleOf(name, m_instance && m_instance->production));
}

void MainWindow::noteFleetRead()
{
    m_age.readAt = TopBar::Clock::now();
    showAge();
}

void MainWindow::forgetAge()
{
    m_age = {};
    showAge();
}

void MainWindow::showAge()
{
    using Phase = FleetProgress::Phase;
    const FleetPtr &fleet = m_model.fleet();
    const bool cached = fleet && fleet->source.cached;
    if (cached && fleet->asOf)
        m_age.keptFrom = toDateTime(*fleet->asOf).toLocalTime();
    const Phase phase = m_activity.reading().phase;
    const bool asking = phase == Phase::Loading || phase == Phase::Refreshing;
    m_age.connected = !(m_messages->error() && isErrorAboutShown()) && (!cached || asking);
    m_topBar->setDataAge(m_age);
}

void MainWindow::showProgress(const FleetProgress &progress)
{
    using Phase = FleetProgress::Phase;
    m_activity.setReading(progress);
    const bool reading = progress.phase == Phase::Loading || progress.phase == Phase::Refreshing;
    m_progress->setProgress(
        reading ? std::optional(progress.read) : std::nullopt, progress.expected, Activity::progressText(progress));
    m_topBar->setBusy(reading);
    m_page->setLoading(reading);
    showAge();
}

bool MainWindow::isWatched() const
{
    return isVisible() && !isMinimized();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        emit paceChanged();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    emit paceChanged();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    emit paceChanged();
}

void MainWindow::showAccess(const std::optional<Access> &access)
{
    m_page->setAccess(access);
}

void MainWindow::showError(const FetchError &error)
{
    showOpeningError(error, m_instance);
}

void MainWindow::showOpeningError(const FetchError &error, const std::optional<InstanceProfile> &profile)
{
    m_messages->setError(error, profile);
    showAge();
}

void MainWindow::dismissError()
{
    m_messages->setError({}, {});
    showAge();
}

void MainWindow::showRemark(const ErrorWords &words)
{
    m_messages->setRemark(words);
}

void MainWindow::dismissRemark()
{
    m_messages->setRemark({});
}

void MainWindow::showNotice(const ErrorWords &words)
{
    m_messages->setNotice(words);
}

void MainWindow::showDone(const QString &sentence)
{
    m_activity.setDone(sentence);
}

bool MainWindow::isErrorAboutShown() const
{
    const auto &about = m_messages->errorAbout();
    return !about || (m_instance && m_instance->key == about->key);
}

void MainWindow::saveState(WindowSettings &settings) const
{
    settings.setGeometry(saveGeometry());
    settings.setRunnersPage(m_page->saveState());
    settings.setPace(m_pace.stored());
}

void MainWindow::restoreState(const WindowSettings &settings)
{
    restoreGeometry(settings.geometry());
    m_page->restoreState(settings.runnersPage());
    m_pace.restore(settings.pace());
}

} // namespace Runnerscope
