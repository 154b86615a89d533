// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fleetverb.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/report/jsontext.h"
#include "app/report/runnercsv.h"
#include "app/report/runnerjson.h"
#include "app/report/texttable.h"
#include "models/rules/managers.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliRunners)
};

constexpr auto inTheMiddle = TextWidth::Elide::Middle;
constexpr auto atTheEnd = TextWidth::Elide::End;
constexpr int never = TextColumn::never;

std::vector<TextColumn> columns()
{
    return {
        {Tr::tr("ID"), true},
        {Tr::tr("STATUS"), false, 15},
        {Tr::tr("NAME"), false, 14, inTheMiddle},
        {Tr::tr("OWNER"), false, 14, inTheMiddle},
        {Tr::tr("TYPE"), false, never, atTheEnd, 3},
        {Tr::tr("TAGS"), false, 12, atTheEnd, 1},
        {Tr::tr("VERSION"), false, 8},
        {Tr::tr("HOSTS"), true, never, atTheEnd, 4},
        {Tr::tr("CONTACT"), true},
        {Tr::tr("CREATED BY"), false, 10, atTheEnd, 2},
    };
}

QString hostsText(const FleetRow &row)
{
    const QString more = row.runner->managersComplete() ? QString() : QStringLiteral("+");
    return QStringLiteral("%1%2/%3")
        .arg(managersOnline(*row.runner, row.readAt))
        .arg(more)
        .arg(row.runner->managerCount);
}

QString contactText(const FleetRow &row)
{
    return row.runner->contactedAt ? Wording::shortAge(ageAt(*row.runner->contactedAt, row.readAt))
                                   : Tr::tr("never", "contact");
}

QString runnersTable(const Fleet &fleet)
{
    TextTable table(columns());
    for (const FleetRow &row : fleet.rows) {
        const Runner &runner = *row.runner;
        table.addRow({QString::number(runner.id.number), Wording::state(row.status, row.runner->paused),
            Wording::displayName(runner), runner.owner ? runner.owner->fullPath : QString(), Wording::type(runner.type),
            runner.tags.join(u' '), Wording::version(effectiveVersion(*row.runner, row.readAt)), hostsText(row),
            contactText(row), Wording::creator(runner)});
    }
    return table.toString(Terminal::width());
}

QString printed(const Fleet &fleet, Format format)
{
    switch (format) {
    case Format::Json:
        return QString::fromUtf8(jsonText(QJsonDocument(runnersJson(fleet))));
    case Format::Csv:
        return runnersCsv(fleet);
    case Format::Table:
        break;
    }
    return runnersTable(fleet);
}

} // namespace

Outcome runRunners(const Request &request, FleetService &service)
{
    return runMatchingVerb(
        request, service, [&request](const Fleet &matched) { return printed(matched, request.format); });
}

} // namespace Runnerscope::Cli
