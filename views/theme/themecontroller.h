// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QObject>

class QApplication;

namespace Runnerscope {

enum class Appearance { System, Light, Dark };

/// Gives the application its style, palette and style sheet. Create one, after the QApplication and before windows.
///
/// Qt 6.4 does not say whether the system is dark; for System that is judged by the window colour of the palette that
/// the system gives to applications, now and whenever the system announces another one.
class ThemeController : public QObject
{
    Q_OBJECT

public:
    explicit ThemeController(QApplication &application, QObject *parent = nullptr);

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    const Theme &theme() const { return *m_theme; }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void themeChanged();

private:
    void rereadSystem();
    void apply();

    QApplication &m_application;
    const Theme *m_system;
    const Theme *m_theme = nullptr;
    Appearance m_appearance = Appearance::System;
    bool m_rereading = false;
};

} // namespace Runnerscope
