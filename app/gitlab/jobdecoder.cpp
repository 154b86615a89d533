// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/jobdecoder.h"

#include "app/gitlab/runnerdecoder.h"

namespace Runnerscope {

namespace {

using Wire = std::string_view;

constexpr std::array statuses{
    std::pair(Wire("CREATED"), JobStatus::Created),
    std::pair(Wire("WAITING_FOR_RESOURCE"), JobStatus::WaitingForResource),
    std::pair(Wire("WAITING_FOR_CALLBACK"), JobStatus::WaitingForCallback),
    std::pair(Wire("PREPARING"), JobStatus::Preparing),
    std::pair(Wire("PENDING"), JobStatus::Pending),
    std::pair(Wire("RUNNING"), JobStatus::Running),
    std::pair(Wire("CANCELING"), JobStatus::Canceling),
    std::pair(Wire("SUCCESS"), JobStatus::Success),
    std::pair(Wire("FAILED"), JobStatus::Failed),
    std::pair(Wire("CANCELED"), JobStatus::Canceled),
    std::pair(Wire("SKIPPED"), JobStatus::Skipped),
    std::pair(Wire("MANUAL"), JobStatus::Manual),
    std::pair(Wire("SCHEDULED"), JobStatus::Scheduled),
};
constexpr std::array kinds{
    std::pair(Wire("BUILD"), JobKind::Build),
    std::pair(Wire("BRIDGE"), JobKind::Bridge),
};

std::optional<bool> choiceOf(JsonValue value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

} // namespace

JobStatus jobStatusFrom(JsonValue status)
{
    const std::string_view text = status.text();
    const auto same = [text](Wire wire) {
        return std::ranges::equal(wire, text, [](char a, char b) { return a == b || a - b == 'A' - 'a'; });
    };
    const auto found = std::ranges::find_if(statuses, same, [](const auto &entry) { return entry.first; });
    return found != statuses.end() ? found->second : JobStatus::Unknown;
}

std::shared_ptr<const JobProject> JobDecoder::project(JsonValue node)
{
    const auto number = idOf(node);
    if (!number)
        return nullptr;
    JobProject project;
    project.number = *number;
    project.fullPath = node.value(QLatin1String("fullPath")).toString();
    project.name = node.value(QLatin1String("name")).toString();
    project.webUrl = node.value(QLatin1String("webUrl")).toString();
    project.instanceRunnersEnabled = choiceOf(node.value(QLatin1String("sharedRunnersEnabled")));
    const JsonValue settings = node.value(QLatin1String("ciCdSettings"));
    project.groupRunnersEnabled = choiceOf(settings.value(QLatin1String("groupRunnersEnabled")));
    return sharedValue(m_projects, std::move(project));
}

std::shared_ptr<const User> JobDecoder::user(JsonValue node)
{
    auto decoded = decodeUser(node);
    return decoded ? sharedValue(m_users, std::move(*decoded)) : nullptr;
}

void JobDecoder::readTimes(Job &job, JsonValue node) const
{
    job.createdAt = timeOf(node.value(QLatin1String("createdAt")));
    job.queuedAt = timeOf(node.value(QLatin1String("queuedAt")));
    job.startedAt = timeOf(node.value(QLatin1String("startedAt")));
    job.finishedAt = timeOf(node.value(QLatin1String("finishedAt")));
}

JobPtr JobDecoder::job(JsonValue node)
{
    const auto number = idOf(node);
    if (!number)
        return nullptr;
    Job job;
    job.id = {m_instance, *number};
    job.status = fromWire(node.value(QLatin1String("status")), statuses);
    job.kind = fromWire(node.value(QLatin1String("kind")), kinds);
    job.name = m_texts.of(node.value(QLatin1String("name")));
    job.stage = m_texts.of(node.value(QLatin1String("stage")).value(QLatin1String("name")));
    job.ref = m_texts.of(node.value(QLatin1String("refName")));
    for (const JsonValue tag : node.value(QLatin1String("tags")))
        job.tags.append(m_texts.of(tag));
    readTimes(job, node);
    const JsonValue pipeline = node.value(QLatin1String("pipeline"));
    job.pipeline = idOf(pipeline).value_or(0);
    job.user = user(pipeline.value(QLatin1String("user")));
    job.project = project(node.value(QLatin1String("project")));
    if (const auto runner = idOf(node.value(QLatin1String("runner"))))
        job.runner = RunnerId{m_instance, *runner};
    job.manager = idOf(node.value(QLatin1String("runnerManager"))).value_or(0);
    job.failureMessage = m_texts.of(node.value(QLatin1String("failureMessage")));
    job.webPath = node.value(QLatin1String("webPath")).toString();
    job.cancelable = choiceOf(node.value(QLatin1String("cancelable")));
    return std::make_shared<const Job>(std::move(job));
}

JobPtr JobDecoder::restJob(JsonValue node)
{
    const qint64 number = node.value(QLatin1String("id")).toInteger();
    if (number <= 0)
        return nullptr;
    Job job;
    job.id = {m_instance, number};
    job.kind = JobKind::Build;
    job.status = jobStatusFrom(node.value(QLatin1String("status")));
    job.name = m_texts.of(node.value(QLatin1String("name")));
    job.stage = m_texts.of(node.value(QLatin1String("stage")));
    job.ref = m_texts.of(node.value(QLatin1String("ref")));
    job.createdAt = timeOf(node.value(QLatin1String("created_at")));
    job.startedAt = timeOf(node.value(QLatin1String("started_at")));
    job.finishedAt = timeOf(node.value(QLatin1String("finished_at")));
    job.failureReason = m_texts.of(node.value(QLatin1String("failure_reason")));
    const JsonValue place = node.value(QLatin1String("project"));
    JobProject project;
    project.number = place.value(QLatin1String("id")).toInteger();
    project.fullPath = place.value(QLatin1String("path_with_namespace")).toString();
    project.name = place.value(QLatin1String("name")).toString();
    if (project.number > 0)
        job.project = sharedValue(m_projects, std::move(project));
    return std::make_shared<const Job>(std::move(job));
}

JobPage JobDecoder::page(JsonValue connection)
{
    JobPage page;
    const JsonValue nodes = connection.value(QLatin1String("nodes"));
    page.jobs.reserve(static_cast<std::size_t>(nodes.size()));
    for (const JsonValue node : nodes) {
        if (JobPtr decoded = job(node))
            page.jobs.push_back(std::move(decoded));
        else
            ++page.unreadable;
    }
    page.count = countOf(connection.value(QLatin1String("count")));
    readPageInfo(page, connection);
    return page;
}

} // namespace Runnerscope
