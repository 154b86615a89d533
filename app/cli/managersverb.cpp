// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fleetverb.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/report/hostreport.h"
#include "app/report/jsontext.h"
#include "app/report/texttable.h"
#include "models/rules/places/placeswording.h"
#include "models/rules/status.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliManagers)
};

using Elide = TextWidth::Elide;
constexpr int never = TextColumn::never;

QString ageText(OptionalTime time, ServerTime readAt)
{
    return time ? Wording::shortAge(ageAt(*time, readAt)) : QString();
}

QString contactText(OptionalTime contactedAt, ServerTime readAt)
{
    return contactedAt ? ageText(contactedAt, readAt) : Tr::tr("never", "contact");
}

QString hostsTable(const Fleet &fleet, const std::vector<HostRef> &hosts)
{
    TextTable table({{Tr::tr("HOST"), true}, {Tr::tr("SYSTEM ID"), false, 10, Elide::Middle},
        {Tr::tr("STATUS"), false, 12}, {Tr::tr("VERSION"), false, 8}, {Tr::tr("PLATFORM"), false, 8, Elide::End, 2},
        {Tr::tr("EXECUTOR"), false, 8, Elide::End, 4}, {Tr::tr("ADDRESS"), false, 15, Elide::End, 5},
        {Tr::tr("CONTACT"), true}, {Tr::tr("KNOWN FOR"), true, never, Elide::End, 1}, {Tr::tr("RUNNER"), true},
        {Tr::tr("NAME"), false, 12, Elide::Middle, 6}, {Tr::tr("OWNER"), false, 12, Elide::Middle, 3}});
    for (const HostRef host : hosts) {
        const FleetRow &row = fleet.rows[host.row];
        const Runner &runner = *row.runner;
        const RunnerManager &manager = managerOf(fleet, host);
        table.addRow({QString::number(manager.number), manager.systemId, Wording::status(statusOf(manager, row.readAt)),
            manager.version, Wording::platform(manager), manager.executor, manager.ipAddress,
            contactText(manager.contactedAt, row.readAt), ageText(manager.createdAt, row.readAt),
            QString::number(runner.id.number), Wording::displayName(runner),
            runner.owner ? runner.owner->fullPath : QString()});
    }
    return table.toString(Terminal::width());
}

/// Judged at the time of the answer that brought the host of the newest contact.
QString newestContactText(const Fleet &fleet, std::span<const HostRef> hosts)
{
    const HostRef newest =
        *std::ranges::max_element(hosts, {}, [&fleet](HostRef host) { return managerOf(fleet, host).contactedAt; });
    return contactText(managerOf(fleet, newest).contactedAt, fleet.rows[newest.row].readAt);
}

QString groupsTable(const Fleet &fleet, const HostGroups &groups, HostGrouping grouping)
{
    const QString key = grouping == HostGrouping::SystemId ? Tr::tr("SYSTEM ID") : Tr::tr("ADDRESS");
    TextTable table({{key, false, 10, Elide::Middle}, {Tr::tr("RUNNERS"), true}, {Tr::tr("HOSTS"), true},
        {Tr::tr("ONLINE"), true}, {Tr::tr("CONTACT"), true}});
    for (const HostGroup &group : groups.groups) {
        table.addRow({PlacesWording::group(group, grouping), Wording::count(group.runners), Wording::count(group.count),
            Wording::count(group.online), newestContactText(fleet, groups.of(group))});
    }
    return table.toString(Terminal::width());
}

QString printedHosts(const Fleet &fleet, Format format)
{
    const std::vector<HostRef> hosts = hostsOf(fleet, maskOfAll(fleet.rows.size()));
    switch (format) {
    case Format::Json:
        return QString::fromUtf8(jsonText(QJsonDocument(hostsJson(fleet, hosts))));
    case Format::Csv:
        return hostsCsv(fleet, hosts);
    case Format::Table:
        break;
    }
    return hostsTable(fleet, hosts);
}

QString printedGroups(const Fleet &fleet, HostGrouping grouping, Format format)
{
    const HostGroups groups = groupHosts(fleet, maskOfAll(fleet.rows.size()), grouping);
    switch (format) {
    case Format::Json:
        return QString::fromUtf8(jsonText(QJsonDocument(hostGroupsJson(fleet, groups))));
    case Format::Csv:
        return hostGroupsCsv(fleet, groups);
    case Format::Table:
        break;
    }
    return groupsTable(fleet, groups, grouping);
}

/// Empty when every host is listed.
QString noteAbout(const Fleet &fleet)
{
    const HostCompleteness completeness = hostCompleteness(fleet, maskOfAll(fleet.rows.size()));
    return completeness.isComplete() ? QString() : PlacesWording::completeness(completeness);
}

} // namespace

Outcome runManagers(const Request &request, FleetService &service)
{
    QString note;
    Outcome outcome = runMatchingVerb(request, service, [&](const Fleet &matched) {
        note = noteAbout(matched);
        return request.grouping ? printedGroups(matched, *request.grouping, request.format)
                                : printedHosts(matched, request.format);
    });
    QStringList said{outcome.complaint, note};
    said.removeAll(QString());
    outcome.complaint = said.join(u' ');
    return outcome;
}

} // namespace Runnerscope::Cli
