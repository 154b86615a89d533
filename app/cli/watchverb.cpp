// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/endsignals.h"
#include "app/cli/queuewatch.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

Outcome runWatch(const Request &request, FleetService &service)
{
    const EndSignals signal;
    QueueWatch watch(service);
    QObject::connect(&watch, &QueueWatch::said, &watch, [](const QString &line) { Terminal::complain(line); });
    if (request.verbose)
        QObject::connect(
            &watch, &QueueWatch::looked, &watch, [](const QString &line) { Terminal::writeOutput(line + u'\n'); });
    QObject::connect(&watch, &QueueWatch::ended, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(&signal, &EndSignals::endAsked, qApp, &QCoreApplication::quit);
    watch.start();
    QCoreApplication::exec();
    watch.disconnect();
    return watch.outcome();
}

} // namespace Runnerscope::Cli
