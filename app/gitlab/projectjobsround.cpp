// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/projectjobsround.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Runnerscope {

using Reach = JobListReach::Kind;

ProjectJobsRound::ProjectJobsRound(GraphQlClient &client, InstanceId instance, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_decoder(instance),
    m_directory(client),
    m_finished(client, instance)
{
    connect(&m_directory, &ProjectDirectory::finished, this, &ProjectJobsRound::takeDirectory);
    connect(&m_directory, &ProjectDirectory::failed, this, &ProjectJobsRound::failed);
}

ProjectJobsRound::~ProjectJobsRound()
{
    stop();
}

void ProjectJobsRound::setWhose(ProjectDirectory::Whose whose)
{
    stop();
    m_whose = whose;
    m_listedIn = 0;
    m_turns.clear();
    m_looks.clear();
    m_finishedIn.clear();
    m_finished.clear();
}

void ProjectJobsRound::stop()
{
    stopLists();
    m_finished.stop();
}

void ProjectJobsRound::stopLists()
{
    m_directory.stop();
    for (GraphQlReply *reply : std::exchange(m_replies, {}))
        reply->cancel();
}

QStringList ProjectJobsRound::projects() const
{
    QStringList paths;
    for (const ProjectTurn &turn : m_turns)
        paths.append(turn.path);
    return paths;
}

void ProjectJobsRound::start(Pacing::Urgency urgency)
{
    stopLists();
    m_urgency = urgency;
    m_error.reset();
    m_anyRead = false;
    ++m_round;
    if (m_listedIn == 0 || m_round - m_listedIn >= roundsPerListing)
        m_directory.read(m_whose, urgency);
    else
        askNext();
}

/// Projects that are still there keep their turn and what was seen of them.
void ProjectJobsRound::takeDirectory(const QStringList &paths, bool more)
{
    m_listedIn = m_round;
    m_more = more;
    QHash<QString, ProjectTurn> before;
    for (ProjectTurn &turn : m_turns)
        before.insert(turn.path, turn);
    QHash<QString, Look> looks;
    m_turns.clear();
    for (const QString &path : paths) {
        m_turns.push_back(before.value(path, {path}));
        if (const auto look = m_looks.constFind(path); look != m_looks.cend())
            looks.insert(path, *look);
    }
    m_looks = std::move(looks);
    askNext();
}

void ProjectJobsRound::askNext()
{
    const bool hasten = m_urgency == Pacing::Urgency::Foreground;
    const auto chosen = projectsToAsk(m_turns, hasten ? mostAtFirst : mostLater);
    for (const std::size_t turn : chosen) {
        m_turns[turn].lastRound = m_round;
        ask({turn}, {});
    }
    askForFinished();
    if (chosen.empty())
        emit finished(merged());
}

/// Those with jobs and the others in their turns, too: a project whose jobs all fail at once has none that wait.
void ProjectJobsRound::askForFinished()
{
    if (m_finished.isUnderWay())
        return;
    std::vector<ProjectTurn> turns = m_turns;
    for (ProjectTurn &turn : turns)
        turn.lastRound = m_finishedIn.value(turn.path);
    QStringList paths;
    for (const std::size_t turn : projectsToAsk(turns, mostFinished)) {
        m_finishedIn.insert(turns[turn].path, m_round);
        paths.append(turns[turn].path);
    }
    m_finished.ask(paths, m_urgency);
}

void ProjectJobsRound::ask(Asking asking, const QString &after)
{
    static const QJsonArray statuses{QStringLiteral("PENDING"), QStringLiteral("RUNNING"), QStringLiteral("CANCELING")};
    QJsonObject variables{{QStringLiteral("path"), m_turns[asking.turn].path}, {QStringLiteral("statuses"), statuses}};
    if (!after.isEmpty())
        variables.insert(QStringLiteral("after"), after);
    ++asking.pages;
    GraphQlReply *reply = m_client.send({QStringLiteral("ProjectJobs"), variables, {}}, m_urgency);
    m_replies.insert(reply);
    connect(
        reply, &GraphQlReply::finished, this, [this, reply, asking = std::move(asking)](const GraphQlResult &result) {
            m_replies.remove(reply);
            take(asking, result);
        });
}

void ProjectJobsRound::take(Asking asking, const GraphQlResult &result)
{
    const auto *data = std::get_if<GraphQlData>(&result);
    if (!data) {
        miss(std::get<FetchError>(result));
        return;
    }
    const JsonValue connection = data->data.value(QLatin1String("project")).value(QLatin1String("jobs"));
    const QString trouble = errorBelow(QLatin1String("project"), data->errors, Denials::AreNone);
    if (!connection.isObject() && !trouble.isEmpty()) {
        miss(badReply(m_client.address().label(), trouble));
        return;
    }
    m_anyRead = true;
    asking.look.at = data->serverTime;
    JobPage page = m_decoder.page(connection);
    std::ranges::move(page.jobs, std::back_inserter(asking.look.jobs));
    const bool more = page.hasNextPage && !page.endCursor.isEmpty();
    if (more && asking.pages < mostPages) {
        ask(std::move(asking), page.endCursor);
        return;
    }
    asking.look.refused = !connection.isObject();
    asking.look.whole = !more && page.unreadable == 0;
    keep(asking);
    endOne();
}

void ProjectJobsRound::miss(const FetchError &error)
{
    if (!m_error)
        m_error = error;
    endOne();
}

void ProjectJobsRound::keep(const Asking &asking)
{
    m_turns[asking.turn].hadJobs = !asking.look.jobs.empty();
    m_looks.insert(m_turns[asking.turn].path, asking.look);
}

void ProjectJobsRound::endOne()
{
    if (isUnderWay())
        return;
    if (m_anyRead)
        emit finished(merged());
    else
        emit failed(*m_error);
}

JobProjects ProjectJobsRound::summary() const
{
    JobProjects projects{static_cast<int>(m_turns.size()), m_more, static_cast<int>(m_looks.size())};
    for (const Look &look : m_looks) {
        projects.refused += look.refused ? 1 : 0;
        if (projects.oldestLook == ServerTime() || look.at < projects.oldestLook)
            projects.oldestLook = look.at;
    }
    return projects;
}

/// What was looked into in the same round is as good as of one moment; a job is in one project.
JobListPtr ProjectJobsRound::merged() const
{
    auto list = std::make_shared<JobList>();
    list->projects = summary();
    list->finished = m_finished.jobs();
    bool whole = list->projects->looked == list->projects->known && !m_more;
    for (const Look &look : m_looks) {
        list->readAt = std::max(list->readAt, look.at);
        list->jobs.insert(list->jobs.end(), look.jobs.begin(), look.jobs.end());
        whole = whole && look.whole;
    }
    std::ranges::sort(list->jobs, std::ranges::greater(), [](const JobPtr &job) { return job->id; });
    const auto sameJob = [](const JobPtr &a, const JobPtr &b) { return a->id == b->id; };
    list->jobs.erase(std::unique(list->jobs.begin(), list->jobs.end(), sameJob), list->jobs.end());
    const bool none = list->projects->refused == list->projects->looked;
    list->pending.kind = list->running.kind = none ? Reach::Refused : whole ? Reach::Whole : Reach::Partial;
    return list;
}

} // namespace Runnerscope
