// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyring.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QProcess>
#include <QTest>

#include <csignal>

namespace Runnerscope::Test::Keyring {

namespace {

const QString service = QStringLiteral("org.freedesktop.secrets");

pid_t processId()
{
    const QDBusReply<uint> reply = QDBusConnection::sessionBus().interface()->servicePid(service);
    return reply.isValid() ? static_cast<pid_t>(reply.value()) : 0;
}

void send(int signal)
{
    static pid_t frozen = 0; // it cannot be asked for while it is
    const pid_t process = signal == SIGSTOP ? frozen = processId() : frozen ? frozen : processId();
    if (process > 0)
        ::kill(process, signal);
    if (signal != SIGSTOP)
        frozen = 0;
}

} // namespace

QString missing()
{
    const QString reason = qEnvironmentVariable("RUNNERSCOPE_NO_KEYRING");
    if (!reason.isEmpty())
        return reason;
    return qEnvironmentVariableIsSet("RUNNERSCOPE_KEYRING")
        ? QString()
        : QStringLiteral("not started by tests/support/with-keyring");
}

void kill()
{
    send(SIGKILL);
}

bool restart()
{
    // Not by --replace: libsecret does not notice when a name on the bus passes from one process to the next.
    kill();
    if (!QTest::qWaitFor([] { return processId() == 0; }))
        return false;
    QProcess daemon;
    daemon.start(
        QStringLiteral("gnome-keyring-daemon"), {QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    daemon.write("sesame");
    daemon.closeWriteChannel();
    if (!daemon.waitForFinished() || daemon.exitCode() != 0)
        return false;
    return QTest::qWaitFor([] { return processId() > 0; });
}

bool lock()
{
    QDBusInterface secrets(service, QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QDBusConnection::sessionBus());
    const QDBusReply<QDBusObjectPath> collection = secrets.call(QStringLiteral("ReadAlias"), QStringLiteral("default"));
    const QDBusMessage reply =
        secrets.call(QStringLiteral("Lock"), QVariant::fromValue(QList<QDBusObjectPath>{collection.value()}));
    return collection.isValid() && reply.type() == QDBusMessage::ReplyMessage;
}

void freeze()
{
    send(SIGSTOP);
}

void resume()
{
    send(SIGCONT);
}

} // namespace Runnerscope::Test::Keyring
