// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/changetokens.h"
#include "app/secrets/secretkeeper.h"
#include "app/settings/instancechoice.h"
#include "app/settings/savedinstances.h"
#include "app/settings/savedviews.h"
#include "app/settings/windowsettings.h"
#include "app/window/fleetcontroller.h"
#include "app/window/instanceopener.h"
#include "app/window/instancetokens.h"
#include "app/window/mainwindow.h"
#include "app/window/options.h"
#include "models/runnertablemodel.h"
#include "views/theme/themecontroller.h"

class QApplication;

namespace Runnerscope {

class ConnectFlow;
class InstancesFlow;
class Picture;

/// Makes the parts of the window, joins them and owns them. The one place that names GitLab and the demo fleet.
class Composition : public QObject
{
    Q_OBJECT

public:
    Composition(QApplication &application, const WindowOptions &options);
    ~Composition() override;

private:
    void chooseAppearance(const QString &name, bool remember);
    void joinAppearance();
    void joinConnecting();
    void joinInstances();
    void joinOpening();
    void joinChangeTokens();
    void joinCanceling();
    void openFirstFleet();
    void openConnection(Connection connection);
    void openLastInstance();
    void openDemo();
    void openInstance(const QString &key);
    std::optional<InstanceProfile> savedInstance(const QString &key) const;
    void followInstances();
    void forgetInstance(const QString &key);
    void noteOpened(const std::optional<InstanceProfile> &profile);
    void showChangeToken();
    void noteAccess(const Access &access);
    void say(const ErrorWords &words);
    void askForToken(const InstanceProfile &profile, const ErrorWords &why);

    const WindowOptions m_options;
    WindowSettings m_settings;
    SavedInstances m_saved;
    SavedViews m_views;
    SecretKeeper m_secrets;
    InstanceTokens m_tokens;
    ChangeTokens m_changeTokens;
    ThemeController m_theme;
    RunnerTableModel m_model;
    MainWindow m_window;
    FleetController m_controller;
    InstanceOpener m_opener;
    ConnectFlow *m_connecting; ///< a child of the window
    InstancesFlow *m_instances; ///< likewise
    std::optional<InstanceProfile> m_shown; ///< by which the fleet on screen is reached, where that is saved
    QString m_unsavedStore; ///< of the connection that the environment names
    Picture *m_picture = nullptr; ///< likewise; null when the window is for a person
};

} // namespace Runnerscope
