// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace Runnerscope {

/// The tokens by which changes are made, one for each saved instance, beside the token that reads. In memory alone, and
/// each only until it has not been used for a while: nothing here is ever saved.
class ChangeTokens : public QObject
{
    Q_OBJECT

public:
    /// The time of the desktop, which goes on while the computer sleeps.
    using Now = std::function<QDateTime()>;

    static constexpr std::chrono::milliseconds usualPatience = std::chrono::minutes(15);

    explicit ChangeTokens(std::chrono::milliseconds patience = usualPatience, Now now = &QDateTime::currentDateTime,
        QObject *parent = nullptr);

    /// What may be shown of one that is held.
    struct Held
    {
        QString userName; ///< whose it is
        QDateTime until; ///< when it is dropped unless it is used before

        friend bool operator==(const Held &, const Held &) = default;
    };

    /// Takes the place of the one that was held for the instance of \a key.
    void hold(const QString &key, const Secret &token, const QString &userName);
    void forget(const QString &key);
    /// To make a change by: it is held for the whole time again. Nothing: there is none (any more).
    std::optional<Secret> use(const QString &key);
    std::optional<Held> held(const QString &key) const;

signals:
    /// held() says something else.
    void changed(const QString &key);

private:
    struct Entry
    {
        Secret token;
        Held held;
        std::unique_ptr<QTimer> timer;
    };

    void prolong(const QString &key, Entry &entry);
    /// Null when there is none, or its time is over.
    const Entry *find(const QString &key) const;

    const std::chrono::milliseconds m_patience;
    const Now m_now;
    std::map<QString, Entry> m_entries;
};

} // namespace Runnerscope
