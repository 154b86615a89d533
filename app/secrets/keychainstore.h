// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secretstore.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
} // namespace QKeychain

namespace Runnerscope {

/// The key store of the system, by QtKeychain: the Secret Service of Linux desktops, Apple's keychain, the credential
/// store of Windows. There is no other place it would write to when that is missing.
///
/// Needs Qt's GLib event loop on Linux, which is Qt's usual one there.
class KeychainStore : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// Long enough for a person to find the password and type it.
    static constexpr std::chrono::milliseconds usualPatience = std::chrono::minutes(2);

    explicit KeychainStore(std::chrono::milliseconds patience = usualPatience, QObject *parent = nullptr);

    QFuture<SecretAnswer> read(const QString &key) override;
    QFuture<SecretOutcome> write(const QString &key, const Secret &secret) override;
    QFuture<SecretOutcome> remove(const QString &key) override;

private:
    struct JobEnd;
    using Ended = std::function<void(const JobEnd &)>;

    void run(QKeychain::Job *job, const QString &key, Ended ended);
    void examine(QKeychain::Job *job, const QString &key, Ended ended);

    std::chrono::milliseconds m_patience;
};

} // namespace Runnerscope
