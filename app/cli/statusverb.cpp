// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fleetverb.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/report/fleetjson.h"
#include "app/report/jsontext.h"
#include "app/report/labelledtext.h"
#include "models/rules/accesswording.h"
#include "models/rules/counts.h"
#include "models/rules/coveragewording.h"
#include "models/rules/wording.h"

#include <QCoreApplication>
#include <QDateTime>

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

QString userText(const Access &access)
{
    return AccessWording::who(access) + separator() + AccessWording::role(access);
}

/// What is in the fleet and what is not.
QString contentText(const Fleet &fleet, const std::optional<Access> &access)
{
    if (fleet.rows.empty() && fleet.coverage.kind == Coverage::Kind::Whole)
        return CoverageWording::whyEmpty(fleet.coverage, access);
    QStringList sentences{CoverageWording::holds(fleet.coverage), CoverageWording::misses(fleet.coverage, access)};
    sentences.append(CoverageWording::remarks(fleet.coverage, access));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

/// How old a fleet is that no server has been asked for, by the clock of this computer.
QString keptText(ServerTime asOf)
{
    const std::chrono::seconds age = ageAt(asOf, fromDateTime(QDateTime::currentDateTimeUtc()));
    return Tr::tr("%1 ago; the server was not asked", "such as 3 hours").arg(Wording::longAge(age));
}

QString statusBlock(const Fleet &fleet, const std::optional<Access> &access)
{
    const FleetCounts counts = countRunners(fleet);
    LabelledText block;
    block.add(
        Tr::tr("Instance"), fleet.source.demo ? Tr::tr("%1 (simulated)").arg(fleet.source.label) : fleet.source.label);
    block.add(Tr::tr("Server"), access ? AccessWording::server(*access) : serverText(fleet.source));
    if (access)
        block.add(Tr::tr("User"), userText(*access));
    if (!fleet.coverage.parts.empty())
        block.add(Tr::tr("Content"), contentText(fleet, access));
    if (fleet.source.cached && fleet.asOf)
        block.add(Tr::tr("Kept"), keptText(*fleet.asOf));
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
    return runFleetVerb(request, service, [&request](const Fleet &fleet, const std::optional<Access> &access) {
        return request.format == Format::Json ? QString::fromUtf8(jsonText(QJsonDocument(fleetJson(fleet))))
                                              : statusBlock(fleet, access);
    });
}

} // namespace Runnerscope::Cli
