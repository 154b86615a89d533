// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace Runnerscope {

/// What the window remembers from one run to the next. Nothing secret, nothing about a fleet.
///
/// Both programs set organisation and application name to "Runnerscope" before they make one.
class WindowSettings
{
public:
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    QByteArray runnersPage() const;
    void setRunnersPage(const QByteArray &state);

    /// "system", "light" or "dark"; anything else reads as "system".
    QString appearance() const;
    void setAppearance(const QString &appearance);

private:
    QSettings m_settings;
};

} // namespace Runnerscope
