// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fleetverb.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/report/jsontext.h"
#include "app/report/placereport.h"
#include "app/report/texttable.h"
#include "models/rules/places/placeswording.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliGroups)
};

QString pathText(const PlaceNode &node)
{
    return node.fullPath.isEmpty() ? PlacesWording::name(node) : node.fullPath;
}

QString placesTable(const PlaceTree &tree)
{
    using Elide = TextWidth::Elide;
    constexpr int never = TextColumn::never;
    TextTable table({{Tr::tr("PATH"), false, 20, Elide::Middle}, {Tr::tr("RUNNERS"), true},
        {Tr::tr("OWN", "runners that belong to the group itself"), true}, {Tr::tr("ONLINE"), true},
        {Tr::tr("OFFLINE"), true}, {Tr::tr("STALE"), true}, {Tr::tr("NEVER", "contact"), true, never, Elide::End, 2},
        {Tr::tr("KIND"), false, 7, Elide::End, 1}});
    for (const PlaceNode &node : tree.nodes) {
        const FleetCounts &total = node.total;
        table.addRow({pathText(node), Wording::count(total.total), Wording::count(node.own.total),
            Wording::count(total.of(RunnerStatus::Online)), Wording::count(total.of(RunnerStatus::Offline)),
            Wording::count(total.of(RunnerStatus::Stale)), Wording::count(total.of(RunnerStatus::NeverContacted)),
            PlacesWording::kind(node.kind)});
    }
    return table.toString(Terminal::width());
}

QString printedPlaces(const Fleet &fleet, Format format)
{
    const PlaceTree tree = placeTree(fleet, maskOfAll(fleet.rows.size()));
    switch (format) {
    case Format::Json:
        return QString::fromUtf8(jsonText(QJsonDocument(placesJson(tree))));
    case Format::Csv:
        return placesCsv(tree);
    case Format::Table:
        break;
    }
    return placesTable(tree);
}

} // namespace

Outcome runGroups(const Request &request, FleetService &service)
{
    return runMatchingVerb(
        request, service, [&request](const Fleet &matched) { return printedPlaces(matched, request.format); });
}

} // namespace Runnerscope::Cli
