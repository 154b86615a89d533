// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fleetverb.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/report/jsontext.h"
#include "app/report/tagreport.h"
#include "app/report/texttable.h"
#include "models/rules/namelist.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliTags)
};

QString alikeText(const std::vector<TagUse> &tags, const TagUse &use)
{
    QStringList alike;
    for (const quint32 other : use.alike)
        alike.append(tags[other].tag);
    return nameList(alike);
}

QString tagsTable(const std::vector<TagUse> &tags)
{
    constexpr auto end = TextWidth::Elide::End;
    constexpr int never = TextColumn::never;
    TextTable table({{Tr::tr("TAG"), false, 14, TextWidth::Elide::Middle}, {Tr::tr("RUNNERS"), true},
        {Tr::tr("ONLINE"), true}, {Tr::tr("NOT PAUSED", "of the runners online"), true, never, end, 3},
        {Tr::tr("OFFLINE"), true}, {Tr::tr("STALE"), true}, {Tr::tr("NEVER", "contact"), true, never, end, 2},
        {Tr::tr("ALIKE"), false, 12, end, 1}});
    for (const TagUse &use : tags) {
        table.addRow({use.tag, Wording::count(use.runners.total), Wording::count(use.runners.of(RunnerStatus::Online)),
            Wording::count(use.ready), Wording::count(use.runners.of(RunnerStatus::Offline)),
            Wording::count(use.runners.of(RunnerStatus::Stale)),
            Wording::count(use.runners.of(RunnerStatus::NeverContacted)), alikeText(tags, use)});
    }
    return table.toString(Terminal::width());
}

QString printedTags(const Fleet &fleet, Format format)
{
    const std::vector<TagUse> tags = tagList(fleet, maskOfAll(fleet.rows.size()));
    switch (format) {
    case Format::Json:
        return QString::fromUtf8(jsonText(QJsonDocument(tagsJson(tags))));
    case Format::Csv:
        return tagsCsv(tags);
    case Format::Table:
        break;
    }
    return tagsTable(tags);
}

} // namespace

Outcome runTags(const Request &request, FleetService &service)
{
    return runMatchingVerb(
        request, service, [&request](const Fleet &matched) { return printedTags(matched, request.format); });
}

} // namespace Runnerscope::Cli
