// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runnertext.h"

#include "app/report/labelledtext.h"
#include "app/report/texttable.h"
#include "models/rules/managers.h"
#include "models/rules/status.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliRunner)
};

QString joined(const QStringList &parts)
{
    return parts.join(QStringLiteral(" · "));
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? Tr::tr("none") : text;
}

QString nameText(const Runner &runner)
{
    return QStringLiteral("#%1  %2").arg(runner.id.number).arg(Wording::displayName(runner));
}

QString statusText(const RunnerDetails &details)
{
    QStringList parts{Wording::status(statusOf(details.runner, details.readAt)),
        Wording::contact(details.runner.contactedAt, details.readAt)};
    if (details.runner.paused)
        parts.append(Tr::tr("paused"));
    if (details.runner.jobExecution == JobExecution::Active)
        parts.append(Tr::tr("running jobs"));
    return joined(parts);
}

QString typeText(const Runner &runner)
{
    QStringList parts{Wording::type(runner.type)};
    if (runner.accessLevel == AccessLevel::RefProtected)
        parts.append(Tr::tr("protected branches only"));
    if (runner.locked)
        parts.append(Tr::tr("locked to its projects"));
    parts.append(runner.runUntagged ? Tr::tr("runs untagged jobs") : Tr::tr("runs tagged jobs only"));
    return joined(parts);
}

QString ownerText(const RunnerDetails &details)
{
    if (details.runner.type == RunnerType::Instance)
        return Tr::tr("the instance");
    QStringList names;
    for (const OwnerLink &link : details.ownerChain)
        names.append(link.name);
    if (names.isEmpty())
        return Tr::tr("not readable");
    const QString path = details.ownerChain.back().fullPath;
    return QStringLiteral("%1  (%2)").arg(names.join(QStringLiteral(" › ")), path);
}

QString permissionText(const std::optional<RunnerPermissions> &permissions)
{
    if (!permissions)
        return Tr::tr("not known");
    QStringList parts;
    if (permissions->read)
        parts.append(Tr::tr("read", "what a user may do with a runner"));
    if (permissions->update)
        parts.append(Tr::tr("change", "what a user may do with a runner"));
    if (permissions->assign)
        parts.append(Tr::tr("assign to projects", "what a user may do with a runner"));
    if (permissions->remove)
        parts.append(Tr::tr("delete", "what a user may do with a runner"));
    return orNone(joined(parts));
}

QString hostsText(const RunnerDetails &details)
{
    const int online = managersOnline(details.runner, details.readAt);
    const QString text =
        Tr::tr("%1 of %2 online").arg(Wording::count(online), Wording::count(details.runner.managerCount));
    return details.runner.managersComplete() ? text : joined({text, Tr::tr("not all of them were read")});
}

QString block(const RunnerDetails &details, int width)
{
    const Runner &runner = details.runner;
    LabelledText text;
    text.add(Tr::tr("Runner"), nameText(runner));
    text.add(Tr::tr("Status"), statusText(details));
    text.add(Tr::tr("Type"), typeText(runner));
    text.add(Tr::tr("Owner"), ownerText(details));
    text.add(Tr::tr("Created by"), Wording::creatorSentence(runner));
    if (runner.createdAt)
        text.add(Tr::tr("Created"), Wording::exactTime(*runner.createdAt));
    text.add(Tr::tr("Tags"), orNone(runner.tags.join(u' ')));
    if (runner.jobCount)
        text.add(Tr::tr("Jobs"), Wording::jobCount(*runner.jobCount));
    if (!details.runner.maintenanceNote.isEmpty())
        text.add(Tr::tr("Note"), details.runner.maintenanceNote);
    text.add(Tr::tr("You may"), permissionText(details.permissions));
    if (!details.webUrl.isEmpty())
        text.add(Tr::tr("Page"), details.webUrl);
    text.add(Tr::tr("Hosts"), hostsText(details));
    return text.toString(width);
}

QString hostTable(const RunnerDetails &details, int width)
{
    using Elide = TextWidth::Elide;
    TextTable table(
        {{Tr::tr("STATUS"), false, 12}, {Tr::tr("SYSTEM ID"), false, 10, Elide::Middle}, {Tr::tr("VERSION"), false, 8},
            {Tr::tr("REVISION"), false, 8, Elide::End, 1}, {Tr::tr("PLATFORM"), false, 8, Elide::End, 2},
            {Tr::tr("EXECUTOR"), false, 8}, {Tr::tr("ADDRESS"), false, 15, Elide::End, 3}, {Tr::tr("CONTACT"), true}});
    for (const RunnerManager &manager : details.runner.managers) {
        const QString contact = manager.contactedAt ? Wording::shortAge(ageAt(*manager.contactedAt, details.readAt))
                                                    : Tr::tr("never", "contact");
        table.addRow({Wording::status(statusOf(manager, details.readAt)), manager.systemId, manager.version,
            manager.revision, Wording::platform(manager), manager.executor, manager.ipAddress, contact});
    }
    return table.isEmpty() ? QString() : QString(u'\n' + table.toString(width));
}

} // namespace

QString runnerText(const RunnerDetails &details, int width)
{
    return block(details, width) + hostTable(details, width);
}

} // namespace Runnerscope::Cli
