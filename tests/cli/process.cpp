// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/process.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

namespace Runnerscope::Test {

namespace {

const QString &folder()
{
    static const QTemporaryDir made;
    static const QString path = made.path();
    return path;
}

} // namespace

QProcessEnvironment environmentFor(const ServerVariables &server)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"GITLAB_HOST", "GITLAB_TOKEN", "COLUMNS", "http_proxy", "https_proxy", "all_proxy"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder() + QStringLiteral("/config"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), folder() + QStringLiteral("/data"));
    if (!environment.contains(QStringLiteral("RUNNERSCOPE_KEYRING")))
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus"));
    if (!server.host.isEmpty())
        environment.insert(QStringLiteral("GITLAB_HOST"), server.host);
    if (!server.token.isEmpty())
        environment.insert(QStringLiteral("GITLAB_TOKEN"), QString::fromUtf8(server.token));
    return environment;
}

namespace {

CommandResult run(
    QProcess &process, const QStringList &arguments, const ServerVariables &server, const QByteArray &input)
{
    process.setProcessEnvironment(environmentFor(server));
    process.start(QStringLiteral(RUNNERSCOPECTL_PATH), arguments);
    process.write(input);
    process.closeWriteChannel();
    constexpr int patience = 60000; // milliseconds
    // Events go on meanwhile: a server of the test may live on this thread.
    const bool ended = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, patience);
    if (!ended || process.error() == QProcess::FailedToStart || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

CommandResult runnerscopectl(const QStringList &arguments, const ServerVariables &server, const QByteArray &input)
{
    QProcess process;
    return run(process, arguments, server, input);
}

CommandResult runnerscopectlWithoutRoom(const QStringList &arguments, const ServerVariables &server, int bytes)
{
    QProcess process;
    process.setChildProcessModifier([bytes] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
        setrlimit(RLIMIT_FSIZE, &limit);
    });
    return run(process, arguments, server, {});
}

} // namespace Runnerscope::Test
