// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/composition.h"

#include "app/demo/demofleetservice.h"
#include "app/gitlab/gitlabfleetservice.h"
#include "app/window/connectflow.h"
#include "app/window/picture.h"

#include <QApplication>

namespace Runnerscope {

namespace {

std::unique_ptr<FleetService> gitLabService(const Connection &connection)
{
    return std::make_unique<GitLabFleetService>(connection);
}

FleetSource sourceOf(const Connection &connection)
{
    FleetSource source;
    source.label = connection.address.label();
    return source;
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
    m_theme(application),
    m_window(m_model),
    m_controller(m_model, m_window),
    m_connecting(new ConnectFlow(gitLabService, m_window))
{
    joinAppearance();
    joinConnecting();
    if (options.picture.isEmpty())
        m_window.restoreState(m_settings);
    else
        m_picture = new Picture({options.picture, options.panel}, m_window, m_model, m_controller);
    if (options.size)
        m_window.resize(*options.size);
    m_window.show();
    openFirstFleet();
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
    connect(&m_window, &MainWindow::demoRequested, this, &Composition::openDemo);
    connect(m_connecting, &ConnectFlow::connected, this,
        [this](const FleetPtr &fleet) { m_controller.adopt(m_connecting->takeThread(), fleet); });
}

void Composition::openFirstFleet()
{
    const auto fromEnvironment =
        m_options.demo ? std::variant<std::optional<Connection>, FetchError>() : connectionFromEnvironment();
    if (const auto *connection = std::get_if<std::optional<Connection>>(&fromEnvironment); connection && *connection) {
        m_controller.open(gitLabService(**connection), sourceOf(**connection));
        return;
    }
    openDemo();
    if (const auto *error = std::get_if<FetchError>(&fromEnvironment)) {
        m_window.showError(*error);
        if (m_picture)
            m_picture->noteTrouble(*error);
    }
}

void Composition::openDemo()
{
    FleetSource source;
    source.demo = true;
    m_controller.open(std::make_unique<DemoFleetService>(), source);
}

} // namespace Runnerscope
