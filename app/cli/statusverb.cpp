// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fleetverb.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/report/fleetjson.h"
#include "app/report/jsontext.h"
#include "app/report/textblock.h"
#include "models/rules/counts.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliStatus)
};

QString separator()
{
    return QStringLiteral(" · ");
}

QString counted(qint64 count, const QString &what)
{
    return Wording::count(count) + u' ' + what;
}

QString serverText(const FleetSource &source)
{
    const QString version =
        source.serverVersion.isEmpty() ? Tr::tr("version unknown") : Tr::tr("GitLab %1").arg(source.serverVersion);
    return source.userName.isEmpty() ? version
                                     : QString(version + separator() + Tr::tr("user %1").arg(source.userName));
}

QString totalText(const Fleet &fleet, const FleetCounts &counts)
{
    QString text = Wording::count(counts.total);
    if (fleet.coverage.kind == Coverage::Kind::Partial)
        text += separator() + Tr::tr("incomplete");
    if (fleet.asOf)
        text += separator() + Tr::tr("as of %1").arg(Wording::exactTime(*fleet.asOf));
    return text;
}

QString statusText(const FleetCounts &counts)
{
    QStringList parts;
    for (int status = 0; status < runnerStatusCount; ++status) {
        const auto value = static_cast<RunnerStatus>(status);
        parts.append(counted(counts.of(value), Wording::status(value)));
    }
    return parts.join(separator());
}

QString typeText(const FleetCounts &counts)
{
    QStringList parts;
    for (const RunnerType type : {RunnerType::Instance, RunnerType::Group, RunnerType::Project, RunnerType::Unknown}) {
        if (type != RunnerType::Unknown || counts.of(type) > 0)
            parts.append(counted(counts.of(type), Wording::type(type)));
    }
    return parts.join(separator());
}

QString statusBlock(const Fleet &fleet)
{
    const FleetCounts counts = countRunners(fleet);
    TextBlock block;
    block.add(
        Tr::tr("Instance"), fleet.source.demo ? Tr::tr("%1 (simulated)").arg(fleet.source.label) : fleet.source.label);
    block.add(Tr::tr("Server"), serverText(fleet.source));
    block.add(Tr::tr("Runners"), totalText(fleet, counts));
    block.add(Tr::tr("Status"), statusText(counts));
    block.add(Tr::tr("Type"), typeText(counts));
    block.add(Tr::tr("Of these"),
        counted(counts.paused, Tr::tr("paused")) + separator() + counted(counts.running, Tr::tr("running jobs")));
    return block.toString(Terminal::width());
}

} // namespace

Outcome runStatus(const Request &request, FleetService &service)
{
    return runFleetVerb(request, service, [&request](const Fleet &fleet) {
        return request.format == Format::Json ? QString::fromUtf8(jsonText(QJsonDocument(fleetJson(fleet))))
                                              : statusBlock(fleet);
    });
}

} // namespace Runnerscope::Cli
