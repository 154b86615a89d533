// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/jobcarddecoder.h"

#include "models/rules/jobs/jobverdict.h"
#include "models/rules/ownerchain.h"
#include "models/rules/status.h"
#include "models/rules/wording.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using Key = QLatin1String;

RunnerType restType(JsonValue value)
{
    constexpr std::array types{
        std::pair(std::string_view("instance_type"), RunnerType::Instance),
        std::pair(std::string_view("group_type"), RunnerType::Group),
        std::pair(std::string_view("project_type"), RunnerType::Project),
    };
    return fromWire(value, types);
}

Runner restRunner(JsonValue entry, InstanceId instance)
{
    Runner runner;
    runner.id = {instance, entry.value(Key("id")).toInteger()};
    runner.description = entry.value(Key("description")).toString();
    runner.type = restType(entry.value(Key("runner_type")));
    runner.paused = entry.value(Key("paused")).toBool();
    return runner;
}

RunnerManager restManager(JsonValue entry)
{
    RunnerManager manager;
    manager.number = entry.value(Key("id")).toInteger();
    manager.systemId = entry.value(Key("system_id")).toString();
    manager.version = entry.value(Key("version")).toString();
    manager.revision = entry.value(Key("revision")).toString();
    manager.platform = entry.value(Key("platform")).toString();
    manager.architecture = entry.value(Key("architecture")).toString();
    manager.ipAddress = entry.value(Key("ip_address")).toString();
    manager.createdAt = timeOf(entry.value(Key("created_at")));
    manager.contactedAt = timeOf(entry.value(Key("contacted_at")));
    return manager;
}

bool wasTaken(const Job &job)
{
    return job.startedAt || occupiesRunner(job.status);
}

/// Of a job whose runner GraphQL does not show. \a entry: of REST.
JobRunnerFate fateOf(const Job &job, JsonValue entry)
{
    if (job.kind == JobKind::Bridge)
        return JobRunnerFate::NeverNeeds;
    if (entry.value(Key("runner")).isObject())
        return JobRunnerFate::Hidden;
    if (wasTaken(job))
        return entry.value(Key("runner")).isNull() ? JobRunnerFate::Deleted : JobRunnerFate::DeletedOrHidden;
    const auto state = verdictOfState(job);
    return state == JobVerdictCode::Finished ? JobRunnerFate::NeverHad : JobRunnerFate::NotYet;
}

} // namespace

void JobCardDecoder::takeRunner(JobCard &card, JsonValue job)
{
    card.runner = m_runners.runner(job.value(Key("runner")));
    if (!card.runner)
        return;
    card.fate = JobRunnerFate::Known;
    const JsonValue manager = job.value(Key("runnerManager"));
    if (idOf(manager))
        card.manager = m_runners.manager(manager);
    if (card.runner->owner)
        card.ownerChain = chainFromPath(*card.runner->owner);
}

std::optional<JobCard> JobCardDecoder::card(JsonValue project, ServerTime readAt)
{
    const JsonValue node = project.value(Key("job"));
    JobCard card;
    card.job = m_jobs.job(node);
    if (!card.job)
        return std::nullopt;
    card.readAt = readAt;
    const JsonValue pipeline = node.value(Key("downstreamPipeline"));
    card.downstreamPipeline = idOf(pipeline).value_or(0);
    card.downstreamPath = pipeline.value(Key("path")).toString();
    if (card.job->user)
        card.startedBy = *card.job->user;
    const QString page = project.value(Key("webUrl")).toString();
    if (!page.isEmpty())
        card.webUrl = page + QStringLiteral("/-/jobs/") + QString::number(card.job->id.number);
    takeRunner(card, node);
    return card;
}

void JobCardDecoder::complete(JobCard &card, JsonValue entry)
{
    Job job = *card.job;
    job.failureReason = entry.value(Key("failure_reason")).toString();
    card.job = std::make_shared<const Job>(std::move(job));
    if (const auto user = decodeRestUser(entry.value(Key("user")));
        user && (!card.startedBy || card.startedBy->number != user->number))
        card.startedBy = user;
    if (card.fate == JobRunnerFate::Known)
        return;
    card.fate = fateOf(*card.job, entry);
    if (card.fate != JobRunnerFate::Hidden)
        return;
    card.runner = restRunner(entry.value(Key("runner")), m_instance);
    if (const JsonValue manager = entry.value(Key("runner_manager")); manager.isObject())
        card.manager = restManager(manager);
}

PlacePeople JobCardDecoder::people(JsonValue connection) const
{
    PlacePeople people;
    const JsonValue nodes = connection.value(Key("nodes"));
    people.reach = nodes.isArray() ? CardReach::Read : CardReach::Refused;
    people.complete = !connection.value(Key("pageInfo")).value(Key("hasNextPage")).toBool();
    for (const JsonValue node : nodes) {
        const JsonValue person = node.value(Key("user"));
        if (auto user = decodeUser(person))
            people.members.push_back(
                {std::move(*user), node.value(Key("accessLevel")).value(Key("integerValue")).toInt(),
                    person.value(Key("publicEmail")).toString()});
    }
    return people;
}

void JobCardDecoder::fillHome(BotHome &home, JsonValue members, qint64 bot) const
{
    home.people.reach = members.isArray() ? CardReach::Read : CardReach::Failed;
    home.people.complete = members.size() < 100;
    for (const JsonValue entry : members) {
        if (entry.value(Key("id")).toInteger() == bot)
            home.maker = decodeRestUser(entry.value(Key("created_by")));
        if (auto user = decodeRestUser(entry))
            home.people.members.push_back({std::move(*user), entry.value(Key("access_level")).toInt(), {}});
    }
}

JobRuns JobCardDecoder::runsNamed(const QString &name, JsonValue connection)
{
    JobRuns runs;
    const JsonValue nodes = connection.value(Key("nodes"));
    runs.reach = nodes.isArray() ? CardReach::Read : CardReach::Refused;
    for (const JsonValue node : nodes) {
        JobPtr job = m_jobs.job(node);
        if (!job || job->name != name)
            continue;
        const auto runner = m_runners.runner(node.value(Key("runner")));
        runs.runs.push_back({std::move(job), runner ? Wording::displayName(*runner) : QString(),
            node.value(Key("runnerManager")).value(Key("systemId")).toString()});
    }
    return runs;
}

JobRuns JobCardDecoder::hostJobs(JsonValue list)
{
    JobRuns runs;
    runs.reach = list.isArray() ? CardReach::Read : CardReach::Failed;
    for (const JsonValue entry : list) {
        JobPtr job = m_jobs.restJob(entry);
        if (job && job->startedAt)
            runs.runs.push_back({std::move(job), {}, {}});
    }
    return runs;
}

FleetPtr JobCardDecoder::offered(JsonValue connection, ServerTime readAt)
{
    if (!connection.value(Key("nodes")).isArray())
        return nullptr;
    Fleet fleet;
    fleet.asOf = readAt;
    RunnerPage page = m_runners.page(connection);
    fleet.coverage.kind = page.hasNextPage || page.unreadable > 0 ? Coverage::Kind::Partial : Coverage::Kind::Whole;
    std::ranges::sort(page.runners, {}, &Runner::id);
    for (Runner &runner : page.runners) {
        const RunnerStatus status = statusOf(runner, readAt);
        fleet.rows.push_back({std::make_shared<const Runner>(std::move(runner)), readAt, status, false});
    }
    return shareFleet(std::move(fleet));
}

} // namespace Runnerscope
