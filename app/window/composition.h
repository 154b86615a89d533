// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/windowsettings.h"
#include "app/window/fleetcontroller.h"
#include "app/window/mainwindow.h"
#include "app/window/options.h"
#include "models/runnertablemodel.h"
#include "views/theme/themecontroller.h"

class QApplication;

namespace Runnerscope {

class ConnectFlow;
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
    void openFirstFleet();
    void openDemo();

    const WindowOptions m_options;
    WindowSettings m_settings;
    ThemeController m_theme;
    RunnerTableModel m_model;
    MainWindow m_window;
    FleetController m_controller;
    ConnectFlow *m_connecting; ///< a child of the window
    Picture *m_picture = nullptr; ///< likewise; null when the window is for a person
};

} // namespace Runnerscope
