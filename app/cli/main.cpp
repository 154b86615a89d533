// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"
#include "app/cli/terminal.h"
#include "app/secrets/coredumps.h"
#include "app/settings/identity.h"

#include <QCoreApplication>

namespace {

/// Standard error belongs to the program's own words; what Qt says of locales and networks would mix with them.
void keepQtQuiet(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        Runnerscope::Cli::Terminal::complain(message);
}

/// As QCoreApplication::arguments() gives them, which is not there yet.
QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

} // namespace

int main(int argc, char *argv[])
{
    Runnerscope::switchOffCoreDumps();
    qInstallMessageHandler(keepQtQuiet);
    Runnerscope::Cli::Terminal::ignoreClosedPipes();
    const auto understood = Runnerscope::Cli::understand(argumentsOf(argc, argv));
    const QCoreApplication application(argc, argv);
    Runnerscope::setIdentity();
    return static_cast<int>(Runnerscope::Cli::run(understood));
}
