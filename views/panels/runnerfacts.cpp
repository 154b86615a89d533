// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/runnerfacts.h"

#include "models/rules/managers.h"
#include "models/rules/wording.h"

#include <QCoreApplication>
#include <QStringList>

namespace Runnerscope::RunnerFacts {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::RunnerFacts)
};

QString typeName(RunnerType type)
{
    switch (type) {
    case RunnerType::Instance:
        return Words::tr("Instance runner");
    case RunnerType::Group:
        return Words::tr("Group runner");
    case RunnerType::Project:
        return Words::tr("Project runner");
    case RunnerType::Unknown:
        break;
    }
    return Words::tr("Runner of an unknown type");
}

QStringList rights(const RunnerPermissions &permissions, bool granted)
{
    QStringList words;
    if (permissions.read == granted)
        words.append(Words::tr("read", "may read the runner"));
    if (permissions.update == granted)
        words.append(Words::tr("update", "may update the runner"));
    if (permissions.remove == granted)
        words.append(Words::tr("delete", "may delete the runner"));
    if (permissions.assign == granted)
        words.append(Words::tr("assign to projects", "may assign the runner to projects"));
    return words;
}

QString joined(const QStringList &words)
{
    return words.isEmpty() ? Words::tr("nothing") : words.join(QStringLiteral(", "));
}

} // namespace

QString state(const FleetRow &row)
{
    return Wording::state(row.status, row.runner->paused);
}

QString kind(const Runner &runner)
{
    return Words::tr("%1 · #%2", "type of runner, its number").arg(typeName(runner.type)).arg(runner.id.number);
}

QString contact(const Runner &runner, ServerTime now)
{
    const QString sentence = Wording::contact(runner.contactedAt, now);
    return sentence.left(1).toUpper() + sentence.mid(1);
}

QString creationMethod(CreationMethod method)
{
    switch (method) {
    case CreationMethod::RegistrationToken:
        return Words::tr("with a registration token");
    case CreationMethod::AuthenticatedUser:
        return Words::tr("by a signed-in user");
    case CreationMethod::Unknown:
        break;
    }
    return Words::tr("not known");
}

QString untagged(const Runner &runner)
{
    return runner.runUntagged ? Words::tr("yes") : Words::tr("no, only jobs that ask for its tags");
}

QString protection(AccessLevel level)
{
    switch (level) {
    case AccessLevel::RefProtected:
        return Words::tr("yes, only jobs of protected branches and tags");
    case AccessLevel::NotProtected:
        return Words::tr("no, jobs of every branch");
    case AccessLevel::Unknown:
        break;
    }
    return Words::tr("not known");
}

QString locked(const Runner &runner)
{
    return runner.locked ? Words::tr("yes, to its projects") : Words::tr("no");
}

QString paused(const Runner &runner)
{
    return runner.paused ? Words::tr("yes, it gets no jobs") : Words::tr("no");
}

QString timeout(std::optional<int> seconds)
{
    if (!seconds)
        return Words::tr("none of its own");
    const int minutes = *seconds / 60;
    if (minutes < 1)
        return Words::tr("%1 s", "seconds").arg(*seconds);
    if (minutes < 60)
        return Words::tr("%1 min").arg(minutes);
    if (minutes % 60 == 0)
        return Words::tr("%1 h", "hours").arg(Wording::count(minutes / 60));
    return Words::tr("%1 h %2 min", "hours, minutes").arg(Wording::count(minutes / 60)).arg(minutes % 60);
}

QString tokenExpiry(const Runner &runner, ServerTime now)
{
    const OptionalTime end = runner.tokenExpiresAt;
    if (!end)
        return {};
    return *end <= now ? Words::tr("expired %1 ago", "a token, such as 3 days").arg(Wording::longAge(ageAt(*end, now)))
                       : Words::tr("expires in %1", "a token, such as 3 days").arg(Wording::longAge(ageAt(now, *end)));
}

QString allowed(const RunnerPermissions &permissions)
{
    return joined(rights(permissions, true));
}

QString notAllowed(const RunnerPermissions &permissions)
{
    const QStringList missing = rights(permissions, false);
    return missing.isEmpty() ? QString() : joined(missing); // nothing missing, nothing said
}

QString hosts(const Runner &runner, ServerTime now)
{
    const QString known = Wording::count(static_cast<qint64>(runner.managers.size()));
    const QString online = Wording::count(managersOnline(runner, now));
    if (!runner.managersComplete())
        return Words::tr("%1 of %2 hosts known").arg(known, Wording::count(runner.managerCount));
    if (runner.managers.empty())
        return Words::tr("no host");
    if (runner.managers.size() == 1)
        return Words::tr("1 host, %1 online").arg(online);
    return Words::tr("%1 hosts, %2 online").arg(known, online);
}

QString note(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = Wording::oneLine(line);
    return lines.join(u'\n').trimmed();
}

} // namespace Runnerscope::RunnerFacts
