// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/keystore.h"

#include "app/cli/terminal.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>

namespace Runnerscope::Cli {

namespace {

/// A key store that is open answers sooner.
constexpr std::chrono::milliseconds noticeable{800};

template <typename Answer>
Answer waitFor(const QFuture<Answer> &future)
{
    QFutureWatcher<Answer> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QTimer notice;
    notice.setSingleShot(true);
    QObject::connect(&notice, &QTimer::timeout, &notice, [] {
        if (Terminal::showsErrors())
            Terminal::complain(
                QCoreApplication::translate("Runnerscope::Cli", "Waiting for the key store to be unlocked."));
    });
    notice.start(noticeable);
    watcher.setFuture(future);
    QCoreApplication::exec();
    return watcher.future().resultCount() > 0 ? watcher.result() : Answer(SecretTrouble{});
}

} // namespace

SecretAnswer waitForKeyStore(const QFuture<SecretAnswer> &future)
{
    return waitFor(future);
}

SecretOutcome waitForKeyStore(const QFuture<SecretOutcome> &future)
{
    return waitFor(future);
}

} // namespace Runnerscope::Cli
