// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/jobcardjson.h"

#include "app/report/enumnames.h"
#include "app/report/runnerjson.h"
#include "models/domain/access.h"
#include "models/rules/jobs/jobcardpeople.h"
#include "models/rules/jobs/jobcardwording.h"
#include "models/rules/jobs/jobwait.h"
#include "models/rules/status.h"

namespace Runnerscope {

namespace {

QString fateName(JobRunnerFate fate)
{
    constexpr const char *names[] = {
        "known", "not-yet", "never-had", "never-needs", "deleted", "not-readable", "deleted-or-not-readable"};
    return QString::fromLatin1(names[static_cast<std::size_t>(fate)]);
}

QString reachName(CardReach reach)
{
    constexpr const char *names[] = {"not-asked", "read", "refused", "failed"};
    return QString::fromLatin1(names[static_cast<std::size_t>(reach)]);
}

QJsonValue projectJson(const Job &job)
{
    return job.project ? textJson(job.project->fullPath) : QJsonValue();
}

QJsonObject jobJson(const JobCard &card)
{
    const Job &job = *card.job;
    const auto ran =
        job.startedAt ? std::optional(ageAt(*job.startedAt, job.finishedAt.value_or(card.readAt))) : std::nullopt;
    return {
        {QStringLiteral("id"), job.id.number},
        {QStringLiteral("name"), textJson(job.name)},
        {QStringLiteral("kind"), job.kind == JobKind::Bridge ? QStringLiteral("trigger") : QStringLiteral("build")},
        {QStringLiteral("status"), EnumNames::jobStatus(job.status)},
        {QStringLiteral("project"), projectJson(job)},
        {QStringLiteral("stage"), textJson(job.stage)},
        {QStringLiteral("ref"), textJson(job.ref)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(job.tags)},
        {QStringLiteral("pipeline"), job.pipeline > 0 ? QJsonValue(job.pipeline) : QJsonValue()},
        {QStringLiteral("downstreamPipeline"),
            card.downstreamPipeline > 0 ? QJsonValue(card.downstreamPipeline) : QJsonValue()},
        {QStringLiteral("startedBy"), card.startedBy ? userJson(*card.startedBy) : QJsonValue()},
        {QStringLiteral("createdAt"), timeJson(job.createdAt)},
        {QStringLiteral("queuedAt"), timeJson(job.queuedAt)},
        {QStringLiteral("startedAt"), timeJson(job.startedAt)},
        {QStringLiteral("finishedAt"), timeJson(job.finishedAt)},
        {QStringLiteral("waited"), secondsJson(waitedFor(job, card.readAt))},
        {QStringLiteral("ran"), secondsJson(ran)},
        {QStringLiteral("failureReason"), textJson(job.failureReason)},
        {QStringLiteral("failure"), textJson(JobCardWording::failure(job))},
        {QStringLiteral("webUrl"), textJson(card.webUrl)},
    };
}

QJsonValue waitJson(const std::optional<JobWaitWords> &wait)
{
    if (!wait)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("sentence"), wait->verdict}, {QStringLiteral("place"), textJson(wait->place)},
        {QStringLiteral("remarks"), QJsonArray::fromStringList(wait->remarks)}};
}

QJsonValue cardRunnerJson(const JobCard &card)
{
    if (!card.runner)
        return QJsonValue::Null;
    const Runner &runner = *card.runner;
    const bool known = card.fate == JobRunnerFate::Known;
    return QJsonObject{
        {QStringLiteral("id"), runner.id.number},
        {QStringLiteral("description"), runner.description},
        {QStringLiteral("type"), EnumNames::type(runner.type)},
        {QStringLiteral("status"), known ? QJsonValue(EnumNames::status(statusOf(runner, card.readAt))) : QJsonValue()},
        {QStringLiteral("paused"), runner.paused},
        {QStringLiteral("tags"), QJsonArray::fromStringList(runner.tags)},
    };
}

QJsonArray peopleJson(const PlacePeople &people)
{
    QJsonArray array;
    for (const PlaceMember &member : responsiblePeople(people)) {
        QJsonObject person = userJson(member.user);
        person.insert(QStringLiteral("role"),
            member.level >= MemberLevel::owner ? QStringLiteral("owner") : QStringLiteral("maintainer"));
        person.insert(QStringLiteral("publicEmail"), textJson(member.publicEmail));
        array.append(person);
    }
    return array;
}

QJsonValue botJson(const std::optional<BotHome> &home)
{
    if (!home)
        return QJsonValue::Null;
    return QJsonObject{
        {QStringLiteral("kind"), home->kind == OwnerKind::Group ? QStringLiteral("group") : QStringLiteral("project")},
        {QStringLiteral("id"), home->number},
        {QStringLiteral("fullPath"), textJson(home->fullPath)},
        {QStringLiteral("webUrl"), textJson(home->webUrl)},
        {QStringLiteral("madeBy"), home->maker ? userJson(*home->maker) : QJsonValue()},
        {QStringLiteral("responsible"), peopleJson(home->people)},
    };
}

QJsonValue registeredByJson(const JobCard &card)
{
    if (!card.runner)
        return QJsonValue::Null;
    const auto &user = card.runner->creator;
    return QJsonObject{
        {QStringLiteral("kind"), EnumNames::creatorKind(creatorKindOf(*card.runner))},
        {QStringLiteral("method"), EnumNames::creationMethod(card.runner->creationMethod)},
        {QStringLiteral("username"), user ? textJson(user->username) : QJsonValue()},
        {QStringLiteral("name"), user ? textJson(user->name) : QJsonValue()},
        {QStringLiteral("state"), user ? EnumNames::userState(user->state) : QJsonValue()},
        {QStringLiteral("webUrl"), user ? textJson(user->webUrl) : QJsonValue()},
        {QStringLiteral("botOf"), botJson(card.botHome)},
    };
}

QJsonArray runsJson(const JobRuns &runs)
{
    QJsonArray array;
    for (const JobRun &run : runs.runs) {
        array.append(QJsonObject{
            {QStringLiteral("id"), run.job->id.number},
            {QStringLiteral("name"), textJson(run.job->name)},
            {QStringLiteral("project"), projectJson(*run.job)},
            {QStringLiteral("status"), EnumNames::jobStatus(run.job->status)},
            {QStringLiteral("startedAt"), timeJson(run.job->startedAt)},
            {QStringLiteral("finishedAt"), timeJson(run.job->finishedAt)},
        });
    }
    return array;
}

QJsonArray sharesJson(const JobCard &card)
{
    QJsonArray array;
    for (const HostShare &share : sharesByHost(card)) {
        array.append(QJsonObject{
            {QStringLiteral("runner"), share.runner.number},
            {QStringLiteral("description"), textJson(share.runnerName)},
            {QStringLiteral("systemId"), textJson(share.systemId)},
            {QStringLiteral("ended"), share.ended},
            {QStringLiteral("failed"), share.failed},
            {QStringLiteral("ofThisJob"), share.isOfJob},
        });
    }
    return array;
}

/// How far the parts could be read that are lists, so that an empty one is no riddle.
QJsonObject reachJson(const JobCard &card)
{
    return {
        {QStringLiteral("responsible"), reachName(card.people.reach)},
        {QStringLiteral("before"), reachName(card.before.reach)},
        {QStringLiteral("after"), reachName(card.after.reach)},
        {QStringLiteral("sameName"), reachName(card.sameName.reach)},
    };
}

} // namespace

QJsonObject jobCardJson(const JobCard &card, const std::optional<JobWaitWords> &wait)
{
    return {
        {QStringLiteral("job"), jobJson(card)},
        {QStringLiteral("wait"), waitJson(wait)},
        {QStringLiteral("manager"), card.manager ? managerJson(*card.manager, card.readAt) : QJsonValue()},
        {QStringLiteral("runner"), cardRunnerJson(card)},
        {QStringLiteral("runnerState"), fateName(card.fate)},
        {QStringLiteral("registeredBy"), registeredByJson(card)},
        {QStringLiteral("ownerGroup"), textJson(card.ownerGroup)},
        {QStringLiteral("ownerChain"), ownerChainJson(card.ownerChain)},
        {QStringLiteral("responsible"), peopleJson(card.people)},
        {QStringLiteral("before"), runsJson(card.before)},
        {QStringLiteral("after"), runsJson(card.after)},
        {QStringLiteral("sameName"), sharesJson(card)},
        {QStringLiteral("reach"), reachJson(card)},
        {QStringLiteral("asOf"), timeJson(card.readAt)},
    };
}

} // namespace Runnerscope
