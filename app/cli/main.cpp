// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"
#include "app/cli/terminal.h"
#include "app/settings/identity.h"

#include <QCoreApplication>

namespace {

/// Standard error belongs to the program's own words; what Qt says of locales and networks would mix with them.
void keepQtQuiet(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        Runnerscope::Cli::Terminal::complain(message);
}

} // namespace

int main(int argc, char *argv[])
{
    qInstallMessageHandler(keepQtQuiet);
    Runnerscope::Cli::Terminal::ignoreClosedPipes();
    const QCoreApplication application(argc, argv);
    Runnerscope::setIdentity();
    return static_cast<int>(Runnerscope::Cli::run(QCoreApplication::arguments()));
}
