// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/themecontroller.h"

#include "views/theme/stylesheet.h"
#include "views/theme/widgetstyle.h"

#include <QApplication>
#include <QEvent>

namespace Runnerscope {

namespace {

const Theme &chosenTheme(Appearance appearance, const Theme &system)
{
    switch (appearance) {
    case Appearance::Light:
        return Theme::light();
    case Appearance::Dark:
        return Theme::dark();
    case Appearance::System:
        break;
    }
    return system;
}

} // namespace

ThemeController::ThemeController(QApplication &application, QObject *parent) :
    QObject(parent),
    m_application(application),
    m_system(&Theme::fromPalette(QApplication::palette()))
{
    QApplication::setStyle(new WidgetStyle);
    m_application.installEventFilter(this);
    apply();
}

void ThemeController::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

void ThemeController::apply()
{
    const Theme &wanted = chosenTheme(m_appearance, *m_system);
    if (m_theme == &wanted)
        return;
    m_theme = &wanted;
    QApplication::setPalette(wanted.palette());
    m_application.setStyleSheet(styleSheetFor(wanted));
    emit themeChanged();
}

bool ThemeController::eventFilter(QObject *watched, QEvent *event)
{
    // Comes once for each window; one look afterwards is enough.
    if (event->type() == QEvent::ThemeChange && !m_rereading) {
        m_rereading = true;
        QMetaObject::invokeMethod(this, &ThemeController::rereadSystem, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void ThemeController::rereadSystem()
{
    QApplication::setPalette(QPalette()); // back to what the system gives, to read it
    m_system = &Theme::fromPalette(QApplication::palette());
    m_theme = nullptr;
    apply();
    m_rereading = false;
}

} // namespace Runnerscope
