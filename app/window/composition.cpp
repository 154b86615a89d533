// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/composition.h"

#include "app/demo/demofleetservice.h"
#include "app/gitlab/askaccess.h"
#include "app/gitlab/gitlabfleetservice.h"
#include "app/secrets/keychainstore.h"
#include "app/store/cachedfleetservice.h"
#include "app/store/openarchive.h"
#include "app/store/storelocation.h"
#include "app/window/canceljobsflow.h"
#include "app/window/connectflow.h"
#include "app/window/instancesflow.h"
#include "app/window/jobcardflow.h"
#include "app/window/picture.h"
#include "app/window/rowsflow.h"
#include "app/window/viewsflow.h"
#include "models/rules/accesswording.h"
#include "models/rules/instancewording.h"
#include "models/rules/storewording.h"

#include <QApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace Runnerscope {

namespace {

/// By then there may be no window any more.
void noteForNextStart(const StoreTrouble &trouble)
{
    if (trouble.kind != StoreTrouble::Kind::OtherWriter)
        WindowSettings().setLastWords(explain(trouble));
}

std::unique_ptr<FleetService> gitLabService(const Connection &connection)
{
    return std::make_unique<GitLabFleetService>(
        connection, rhythmOf(connection.refresh), [](const QString &storeKey, const QString &userName) {
            return openArchive(storeKey, userName, noteForNextStart);
        });
}

std::unique_ptr<FleetService> keptFleet(const InstanceProfile &profile)
{
    const QString file = storeFolder() + u'/' + storeFileName(profile.key, profile.userName);
    if (!QFileInfo::exists(file))
        return nullptr;
    auto service = std::make_unique<CachedFleetService>(CachedFleetService::Place{file, InstanceId{}, profile.name});
    service->setTroubleListener(
        [said = service.get()](const StoreTrouble &trouble) { emit said->storeTroubled(trouble); });
    return service;
}

QFuture<AccessAnswer> accessOf(const Connection &connection)
{
    constexpr std::chrono::milliseconds patience = std::chrono::seconds(30);
    return askAccess(connection, patience);
}

Appearance appearanceFrom(const QString &name)
{
    if (name == QStringLiteral("light"))
        return Appearance::Light;
    return name == QStringLiteral("dark") ? Appearance::Dark : Appearance::System;
}

} // namespace

Composition::Composition(QApplication &application, const WindowOptions &options) :
    m_options(options),
    m_secrets(std::make_unique<KeychainStore>()),
    m_tokens(m_secrets),
    m_theme(application),
    m_window(m_model),
    m_controller(m_model, m_window),
    m_opener({gitLabService, keptFleet}, m_tokens, m_controller),
    m_connecting(new ConnectFlow(accessOf, {m_saved, m_tokens, m_changeTokens}, m_window)),
    m_instances(new InstancesFlow(m_saved, m_tokens, m_window))
{
    new RowsFlow(m_model, m_window); // both are children of the window
    new ViewsFlow(m_views, m_model, m_window);
    auto *cards = new JobCardFlow([this] { return m_saved.list().profiles; }, m_model, m_controller, m_window);
    joinAppearance();
    joinConnecting();
    joinInstances();
    joinOpening();
    joinChangeTokens();
    joinCanceling();
    followInstances();
    if (options.picture.isEmpty())
        m_window.restoreState(m_settings);
    else
        m_picture = new Picture({options.picture, options.panel}, m_window, m_model, m_controller);
    m_window.setFilter(options.filter);
    if (options.size)
        m_window.resize(*options.size);
    m_window.show();
    openFirstFleet();
    if (!options.jobLink.isEmpty())
        cards->open(options.jobLink);
    if (const auto words = m_picture ? std::nullopt : m_settings.takeLastWords())
        m_window.showRemark({tr("When the program was closed last: %1").arg(words->sentence), words->remedy});
}

Composition::~Composition()
{
    if (m_options.picture.isEmpty())
        m_window.saveState(m_settings);
}

void Composition::chooseAppearance(const QString &name, bool remember)
{
    m_theme.setAppearance(appearanceFrom(name));
    if (remember)
        m_settings.setAppearance(name);
}

void Composition::joinAppearance()
{
    using Id = Actions::Id;
    const QString chosen = m_options.appearance.isEmpty() ? m_settings.appearance() : m_options.appearance;
    const std::array choices{std::pair(Id::FollowSystem, QStringLiteral("system")),
        std::pair(Id::LightAppearance, QStringLiteral("light")), std::pair(Id::DarkAppearance, QStringLiteral("dark"))};
    for (const auto &[id, name] : choices) {
        QAction &action = m_window.actions()[id];
        action.setChecked(name == chosen);
        connect(&action, &QAction::triggered, this, [this, name = name] { chooseAppearance(name, true); });
    }
    chooseAppearance(chosen, false);
}

void Composition::joinConnecting()
{
    connect(&m_window, &MainWindow::connectRequested, this,
        [this] { m_connecting->start(qEnvironmentVariable("GITLAB_HOST")); });
    connect(m_connecting, &ConnectFlow::connected, this, [this](const InstanceProfile &profile, const Secret &token) {
        followInstances();
        m_opener.open(profile, token);
    });
    connect(m_connecting, &ConnectFlow::changed, this, [this](const InstanceProfile &profile) {
        followInstances();
        if (m_shown && m_shown->key == profile.key)
            noteOpened(profile);
    });
    connect(m_connecting, &ConnectFlow::tokenTroubled, this, &Composition::say);
}

void Composition::joinInstances()
{
    connect(&m_window, &MainWindow::editInstancesRequested, m_instances, &InstancesFlow::start);
    connect(&m_window, &MainWindow::editInstanceRequested, m_connecting, [this](const QString &key) {
        if (const auto profile = savedInstance(key))
            m_connecting->edit(*profile);
    });
    connect(m_instances, &InstancesFlow::addRequested, m_connecting, [this] { m_connecting->start({}); });
    connect(m_instances, &InstancesFlow::editRequested, m_connecting, &ConnectFlow::edit);
    connect(m_instances, &InstancesFlow::troubled, this, &Composition::say);
    connect(m_instances, &InstancesFlow::removed, this, &Composition::forgetInstance);
}

void Composition::joinOpening()
{
    connect(&m_window, &MainWindow::demoRequested, this, &Composition::openDemo);
    connect(&m_window, &MainWindow::instanceRequested, this, &Composition::openInstance);
    connect(&m_controller, &FleetController::opened, this, &Composition::noteOpened);
    connect(&m_controller, &FleetController::accessChanged, this, &Composition::noteAccess);
    connect(&m_opener, &InstanceOpener::waiting, &m_window, &MainWindow::showOpening);
    connect(&m_opener, &InstanceOpener::failed, &m_window, &MainWindow::showError);
    connect(&m_opener, &InstanceOpener::tokenNeeded, this, &Composition::askForToken);
    connect(&m_window, &MainWindow::refreshRequested, this, [this] {
        if (m_opener.isWithoutToken() && m_shown)
            m_opener.open(*m_shown);
    });
}

void Composition::joinChangeTokens()
{
    connect(&m_changeTokens, &ChangeTokens::changed, this, &Composition::showChangeToken);
    connect(&m_window, &MainWindow::forgetChangeTokenRequested, this, [this] {
        if (m_shown)
            m_changeTokens.forget(m_shown->key);
    });
}

void Composition::joinCanceling()
{
    const auto key = [this] { return m_shown ? m_shown->key : QString(); };
    auto *canceling = new CancelJobsFlow({[this, key] { return m_changeTokens.held(key()).has_value(); },
                                             [this, key] { return m_changeTokens.use(key()); }},
        m_model, m_controller, m_window);
    connect(&m_changeTokens, &ChangeTokens::changed, canceling, &CancelJobsFlow::update);
    connect(canceling, &CancelJobsFlow::changeTokenWanted, m_connecting, [this] {
        if (m_shown)
            m_connecting->edit(*m_shown);
    });
}

void Composition::openFirstFleet()
{
    if (m_options.demo) {
        openDemo();
        return;
    }
    const InstanceChoice choice = chooseInstance(m_saved.list(), m_options.instance);
    if (const auto *profile = std::get_if<InstanceProfile>(&choice)) {
        m_opener.open(*profile);
    } else if (const auto *connection = std::get_if<Connection>(&choice)) {
        openConnection(*connection);
    } else if (const auto *error = std::get_if<FetchError>(&choice)) {
        openDemo();
        say(explain(*error, Retry::Never));
    } else if (const auto *trouble = std::get_if<InstanceTrouble>(&choice)) {
        openDemo();
        say(explain(*trouble));
    } else {
        openLastInstance();
    }
}

void Composition::openConnection(Connection connection)
{
    connection.userName = m_settings.userOfStore(connection.storeKey);
    m_unsavedStore = connection.storeKey;
    m_opener.open(connection);
}

void Composition::openLastInstance()
{
    if (const auto last = savedInstance(m_settings.lastInstance()))
        m_opener.open(*last);
    else
        openDemo();
}

std::optional<InstanceProfile> Composition::savedInstance(const QString &key) const
{
    const SavedInstances::List saved = m_saved.list();
    const auto found = std::ranges::find(saved.profiles, key, &InstanceProfile::key);
    return found == saved.profiles.end() ? std::nullopt : std::optional(*found);
}

void Composition::openDemo()
{
    m_opener.cancel();
    FleetSource source;
    source.demo = true;
    m_controller.open({std::make_unique<DemoFleetService>(), source, std::nullopt});
}

void Composition::openInstance(const QString &key)
{
    if (const auto profile = savedInstance(key))
        m_opener.open(*profile);
    else
        followInstances(); // another program has removed it
}

void Composition::followInstances()
{
    const SavedInstances::List saved = m_saved.list();
    m_window.setInstances(saved.profiles);
    m_instances->refresh();
    if (!saved.troubles.empty())
        m_window.showNotice(explain(saved.troubles.front()));
}

void Composition::forgetInstance(const QString &key)
{
    followInstances();
    m_changeTokens.forget(key);
    if (m_shown && m_shown->key == key) {
        m_controller.release(); // it would go on keeping its fleet
        openDemo();
    }
    FleetThread::whenEnded(this, [this, key] {
        if (const QStringList left = removeStoreFiles(key); !left.isEmpty())
            say(explainStoreLeft(left));
    });
}

void Composition::noteOpened(const std::optional<InstanceProfile> &profile)
{
    m_shown = profile;
    m_window.setInstance(profile);
    showChangeToken();
    if (m_options.picture.isEmpty())
        m_settings.setLastInstance(profile ? profile->key : QString());
}

void Composition::showChangeToken()
{
    const auto held = m_changeTokens.held(m_shown ? m_shown->key : QString()).value_or(ChangeTokens::Held());
    m_window.setChangeToken(held.userName, held.until);
}

void Composition::noteAccess(const Access &access)
{
    if (const auto trouble = AccessWording::expiryTrouble(access, QDateTime::currentDateTimeUtc().date()))
        m_window.showRemark(*trouble);
    if (!m_shown && !m_unsavedStore.isEmpty())
        m_settings.setUserOfStore(m_unsavedStore, access.user.username);
    if (!m_shown || m_shown->userName == access.user.username)
        return;
    m_shown->userName = access.user.username; // by which the store is found when there is nobody to ask
    m_saved.setUserName(m_shown->key, m_shown->userName);
}

void Composition::say(const ErrorWords &words)
{
    m_window.showNotice(words);
    if (m_picture)
        m_picture->noteTrouble(words);
}

void Composition::askForToken(const InstanceProfile &profile, const ErrorWords &why)
{
    if (!m_model.fleet() && !m_opener.isWithoutToken())
        openDemo(); // so that there is something behind the question
    if (m_picture)
        m_picture->noteTrouble(why);
    else
        m_connecting->askForToken(profile, why);
}

} // namespace Runnerscope
