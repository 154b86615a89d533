// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/windowsettings.h"

#include <QStringList>

namespace Runnerscope {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString runnersPageKey = QStringLiteral("window/runnersPage");
const QString appearanceKey = QStringLiteral("window/appearance");

} // namespace

QByteArray WindowSettings::geometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QByteArray WindowSettings::runnersPage() const
{
    return m_settings.value(runnersPageKey).toByteArray();
}

void WindowSettings::setRunnersPage(const QByteArray &state)
{
    m_settings.setValue(runnersPageKey, state);
}

QString WindowSettings::appearance() const
{
    const QString stored = m_settings.value(appearanceKey).toString();
    const QStringList known{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
    return known.contains(stored) ? stored : known.first();
}

void WindowSettings::setAppearance(const QString &appearance)
{
    m_settings.setValue(appearanceKey, appearance);
}

} // namespace Runnerscope
