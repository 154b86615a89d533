// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fleetverb.h"

#include "app/cli/complaint.h"
#include "app/cli/fleetreading.h"
#include "app/cli/progressline.h"
#include "models/rules/coveragewording.h"
#include "models/rules/filter/matchingpart.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

void waitFor(FleetReading &reading)
{
    const ProgressLine line;
    QObject::connect(&reading, &FleetReading::progressChanged, &reading,
        [&line](const FleetProgress &progress) { line.show(progress); });
    QObject::connect(&reading, &FleetReading::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    reading.start();
    QCoreApplication::exec();
    reading.disconnect();
}

QString howMuch(const Fleet &fleet)
{
    const auto read = static_cast<qint64>(fleet.rows.size());
    if (const auto expected = fleet.coverage.expected)
        return Tr::tr("Only %1 of %2 runners could be read:").arg(Wording::count(read), Wording::count(*expected));
    return Tr::tr("Only %1 runners could be read:").arg(Wording::count(read));
}

Outcome incomplete(const Request &request, const FleetReading &reading, const FleetPrinter &print)
{
    const QString reason = reading.error()
        ? complaintAbout(*reading.error())
        : Tr::tr("The server counted more than it showed, as it does with what this user may not read.");
    if (!reading.fleet() || reading.fleet()->rows.empty())
        return {ExitCode::Unusable, {}, reason};
    const QString complaint = howMuch(*reading.fleet()) + u' ' + reason;
    if (request.partial)
        return {ExitCode::Done, print(*reading.fleet(), reading.access()), complaint};
    return {ExitCode::Unusable, {}, complaint + u' ' + Tr::tr("With --partial they are printed all the same.")};
}

} // namespace

Outcome runFleetVerb(const Request &request, FleetService &service, const FleetPrinter &print)
{
    FleetReading reading(service);
    waitFor(reading);
    const FleetPtr fleet = reading.fleet() ? reading.fleet() : std::make_shared<const Fleet>();
    if (reading.error() || fleet->coverage.kind == Coverage::Kind::Partial)
        return incomplete(request, reading, print);
    return {ExitCode::Done, print(*fleet, reading.access()), {}};
}

Outcome runListingVerb(const Request &request, FleetService &service, const FleetPrinter &print)
{
    QString whyEmpty;
    const auto printed = [&](const Fleet &fleet, const std::optional<Access> &access) {
        if (fleet.rows.empty())
            whyEmpty = CoverageWording::whyEmpty(fleet.coverage, access);
        return print(fleet, access);
    };
    Outcome outcome = runFleetVerb(request, service, printed);
    if (outcome.complaint.isEmpty())
        outcome.complaint = whyEmpty;
    return outcome;
}

Outcome runMatchingVerb(
    const Request &request, FleetService &service, const std::function<QString(const Fleet &matched)> &print)
{
    std::optional<FilterError> refusal;
    const Outcome outcome = runListingVerb(request, service, [&](const Fleet &fleet, const std::optional<Access> &) {
        const auto matched = matchingPart(fleet, request.filter);
        if (const auto *error = std::get_if<FilterError>(&matched)) {
            refusal = *error;
            return QString();
        }
        return print(std::get<Fleet>(matched));
    });
    if (refusal)
        return {ExitCode::WrongUsage, {}, complaintAbout(*refusal, request.filter.text())};
    return outcome;
}

} // namespace Runnerscope::Cli
