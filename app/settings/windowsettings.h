// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/errorwording.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <optional>

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

    /// How often to refresh: "usual", "slow" or "stopped"; anything else reads as "usual".
    QString pace() const;
    void setPace(const QString &pace);

    /// The key of the saved instance that was open last; empty when it was none.
    QString lastInstance() const;
    void setLastInstance(const QString &key);

    /// Whom the token of a connection that is not saved belonged to when that store was used last; empty: not known.
    QString userOfStore(const QString &storeKey) const;
    void setUserOfStore(const QString &storeKey, const QString &userName);

    /// What went wrong when the program was closed, to be said at the next start; taken only once.
    void setLastWords(const ErrorWords &words);
    std::optional<ErrorWords> takeLastWords();

private:
    QSettings m_settings;
};

} // namespace Runnerscope
