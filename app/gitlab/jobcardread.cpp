// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/jobcardread.h"

#include "models/domain/version.h"
#include "models/rules/bothome.h"
#include "models/rules/jobs/jobverdict.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

using Key = QLatin1String;

/// A query reaches so many groups of a chain.
constexpr qsizetype groupsInQuery = 16;
/// Neighbours of the job on its host. Jobs that never started are among the answers, too.
constexpr int neighbours = 10;
constexpr std::size_t shownNeighbours = 5;

QString globalJobId(qint64 number)
{
    return QStringLiteral("gid://gitlab/Ci::Build/%1").arg(number);
}

QString restProject(const JobReference &job)
{
    return job.projectNumber > 0 ? QString::number(job.projectNumber)
                                 : QString::fromLatin1(QUrl::toPercentEncoding(job.projectPath));
}

/// The place in a list of jobs behind this one, as the server itself writes it (lib/gitlab/pagination/keyset).
QString cursorAt(qint64 job)
{
    const QJsonObject place{{QStringLiteral("id"), QString::number(job)}, {QStringLiteral("_kd"), QStringLiteral("n")}};
    return QString::fromLatin1(
        QJsonDocument(place).toJson(QJsonDocument::Compact).toBase64(QByteArray::Base64UrlEncoding));
}

QString parentOf(const QString &path)
{
    return path.left(std::max<qsizetype>(0, path.lastIndexOf(u'/')));
}

CardReach reachOf(const FetchError &error)
{
    using Kind = FetchError::Kind;
    const bool refused = error.kind == Kind::Forbidden || error.kind == Kind::NotFound
        || error.kind == Kind::ScopeMissing || error.kind == Kind::Unauthorized;
    return refused ? CardReach::Refused : CardReach::Failed;
}

/// Since 18.10 jobs can surely be asked for by name.
bool findsByName(const QString &version)
{
    const auto parsed = Version::parse(version);
    return parsed && (parsed->majorNumber > 18 || (parsed->majorNumber == 18 && parsed->minorNumber >= 10));
}

} // namespace

JobCardRead::JobCardRead(GraphQlClient &client, RestClient &rest, RunnerDecoder &decoder, InstanceId instance,
    const JobReference &job, Promise promise, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_rest(rest),
    m_decoder(decoder, instance),
    m_promise(std::move(promise))
{
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] {
        for (const QPointer<OnceReply> &reply : m_replies) {
            if (reply)
                reply->cancel();
        }
        deleteLater();
    });
    m_watcher.setFuture(m_promise->future());
    askForJob(job);
}

void JobCardRead::ask(const QString &query, const QJsonObject &variables, const Take &take)
{
    ++m_open;
    GraphQlReply *reply = m_client.send({query, variables}, Pacing::Urgency::Foreground);
    m_replies.emplace_back(reply);
    connect(reply, &GraphQlReply::finished, this, [this, take](const GraphQlResult &result) {
        take(result);
        answered();
    });
}

void JobCardRead::get(const QString &path, const QUrlQuery &parameters, const TakeRest &take)
{
    ++m_open;
    RestReply *reply = m_rest.get(path, parameters, Pacing::Urgency::Foreground);
    m_replies.emplace_back(reply);
    connect(reply, &RestReply::finished, this, [this, take](const RestResult &result) {
        take(result);
        answered();
    });
}

void JobCardRead::answered()
{
    if (--m_open > 0)
        return;
    if (m_early)
        end(std::move(*m_early));
    else if (std::exchange(m_secondRound, true))
        finish();
    else
        askForRest();
}

void JobCardRead::askForJob(const JobReference &job)
{
    QJsonObject variables{{QStringLiteral("job"), globalJobId(job.number)}};
    const auto take = [this](const GraphQlResult &result) { takeJob(result); };
    if (job.projectNumber > 0) {
        variables.insert(
            QStringLiteral("project"), QJsonArray{QStringLiteral("gid://gitlab/Project/%1").arg(job.projectNumber)});
        ask(QStringLiteral("JobCardByNumber"), variables, take);
    } else {
        variables.insert(QStringLiteral("path"), job.projectPath);
        ask(QStringLiteral("JobCard"), variables, take);
    }
    get(QStringLiteral("/projects/%1/jobs/%2").arg(restProject(job), QString::number(job.number)), {},
        [this](const RestResult &result) {
            if (const auto *data = std::get_if<RestData>(&result))
                m_restEntry = data->body;
        });
}

void JobCardRead::takeJob(const GraphQlResult &result)
{
    if (const auto *error = std::get_if<FetchError>(&result)) {
        m_early = *error;
        return;
    }
    const auto &answer = std::get<GraphQlData>(result);
    m_version = answer.data.value(Key("metadata")).value(Key("version")).toString();
    const JsonValue named = answer.data.value(Key("project"));
    const JsonValue project =
        named.isUndefined() ? answer.data.value(Key("projects")).value(Key("nodes")).first() : named;
    if (auto card = m_decoder.card(project, answer.serverTime))
        m_card = std::move(*card);
    else
        takeMissing(answer);
}

/// No job came: there is none, or something went wrong with it.
void JobCardRead::takeMissing(const GraphQlData &answer)
{
    QString trouble = errorBelow(Key("project"), answer.errors, Denials::AreNone);
    if (trouble.isEmpty())
        trouble = errorBelow(Key("projects"), answer.errors, Denials::AreNone);
    if (trouble.isEmpty()) {
        m_early = JobNotFound::NotThere;
        return;
    }
    FetchError error = badReply(m_client.address().host(), trouble);
    error.kind = FetchError::Kind::PartialReply;
    m_early = error;
}

void JobCardRead::askForRest()
{
    m_decoder.complete(m_card, m_restEntry.root());
    ++m_open; // so that an answer that comes at once does not end the round
    if (m_card.fate == JobRunnerFate::Known) {
        askForOwner();
        askForBotHome();
    }
    if (m_card.runner && m_card.job->startedAt && m_card.manager && !m_card.manager->systemId.isEmpty()) {
        askForHost(QStringLiteral("desc"), &JobCard::before);
        askForHost(QStringLiteral("asc"), &JobCard::after);
    }
    if (m_card.job->startedAt && m_card.job->project && m_card.job->kind != JobKind::Bridge)
        askForRuns();
    if (m_card.fate == JobRunnerFate::NotYet && !verdictOfState(*m_card.job) && m_card.job->project)
        askForOffered();
    answered();
}

void JobCardRead::askForOwner()
{
    const auto &owner = m_card.runner->owner;
    if (!owner)
        return;
    const bool isGroup = owner->kind == OwnerKind::Group;
    m_card.ownerGroup = isGroup ? owner->fullPath : parentOf(owner->fullPath);
    QString path = m_card.ownerGroup;
    for (bool isOwner = true; !path.isEmpty(); isOwner = false) {
        askForChain(path, isOwner);
        path = path.section(u'/', 0, -1 - groupsInQuery);
    }
    if (isGroup || m_card.ownerGroup.contains(u'/'))
        return;
    ask(QStringLiteral("ProjectPeople"), {{QStringLiteral("path"), owner->fullPath}},
        [this](const GraphQlResult &result) {
            if (const auto *answer = std::get_if<GraphQlData>(&result))
                m_projectPeople = m_decoder.people(answer->data.value(Key("project")).value(Key("projectMembers")));
        });
}

void JobCardRead::askForChain(const QString &groupPath, bool isOwner)
{
    const QString query = isOwner ? QStringLiteral("GroupPeople") : QStringLiteral("GroupAncestors");
    ask(query, {{QStringLiteral("path"), groupPath}}, [this, isOwner](const GraphQlResult &result) {
        const auto *answer = std::get_if<GraphQlData>(&result);
        if (answer)
            takeChain(*answer);
        if (!isOwner)
            return;
        const auto *error = std::get_if<FetchError>(&result);
        if (error)
            m_card.people.reach = reachOf(*error);
        else
            m_card.people = m_decoder.people(answer->data.value(Key("group")).value(Key("groupMembers")));
        m_noGroup = answer && answer->data.value(Key("group")).isNull();
    });
}

void JobCardRead::takeChain(const GraphQlData &answer)
{
    for (const OwnerLink &group : decodeAncestors(answer.data)) {
        const auto link = std::ranges::find(m_card.ownerChain, group.fullPath, &OwnerLink::fullPath);
        if (link != m_card.ownerChain.end())
            *link = group;
    }
}

void JobCardRead::askForBotHome()
{
    const auto &creator = m_card.runner->creator;
    m_card.botHome = creator && creator->kind == UserKind::Bot ? botHomeFrom(creator->username) : std::nullopt;
    if (!m_card.botHome)
        return;
    const bool isGroup = m_card.botHome->kind == OwnerKind::Group;
    const QString place =
        (isGroup ? QStringLiteral("/groups/%1") : QStringLiteral("/projects/%1")).arg(m_card.botHome->number);
    get(place, {}, [this, isGroup](const RestResult &result) {
        if (const auto *data = std::get_if<RestData>(&result)) {
            const Key path = isGroup ? Key("full_path") : Key("path_with_namespace");
            m_card.botHome->fullPath = data->body.root().value(path).toString();
            m_card.botHome->webUrl = data->body.root().value(Key("web_url")).toString();
        }
    });
    const QUrlQuery page{{QStringLiteral("per_page"), QStringLiteral("100")}};
    get(place + QStringLiteral("/members"), page, [this, bot = creator->number](const RestResult &result) {
        if (const auto *data = std::get_if<RestData>(&result))
            m_decoder.fillHome(*m_card.botHome, data->body.root(), bot);
        else
            m_card.botHome->people.reach = reachOf(std::get<FetchError>(result));
    });
}

void JobCardRead::askForHost(const QString &direction, JobRuns JobCard::*list)
{
    const QUrlQuery parameters{{QStringLiteral("system_id"), m_card.manager->systemId},
        {QStringLiteral("order_by"), QStringLiteral("id")}, {QStringLiteral("sort"), direction},
        {QStringLiteral("pagination"), QStringLiteral("keyset")},
        {QStringLiteral("cursor"), cursorAt(m_card.job->id.number)},
        {QStringLiteral("per_page"), QString::number(neighbours)}};
    get(QStringLiteral("/runners/%1/jobs").arg(m_card.runner->id.number), parameters,
        [this, list](const RestResult &result) {
            if (const auto *data = std::get_if<RestData>(&result))
                m_card.*list = m_decoder.hostJobs(data->body.root());
            else
                (m_card.*list).reach = reachOf(std::get<FetchError>(result));
        });
}

void JobCardRead::askForRuns()
{
    const QJsonObject variables{
        {QStringLiteral("path"), m_card.job->project->fullPath}, {QStringLiteral("name"), m_card.job->name}};
    const QString query = findsByName(m_version) ? QStringLiteral("NamedRuns") : QStringLiteral("ProjectRuns");
    ask(query, variables, [this](const GraphQlResult &result) {
        if (const auto *error = std::get_if<FetchError>(&result)) {
            m_card.sameName.reach = reachOf(*error);
            return;
        }
        const JsonValue project = std::get<GraphQlData>(result).data.value(Key("project"));
        m_card.sameName = m_decoder.runsNamed(m_card.job->name, project.value(Key("jobs")));
    });
}

void JobCardRead::askForOffered()
{
    ask(QStringLiteral("CardRunners"), {{QStringLiteral("path"), m_card.job->project->fullPath}},
        [this](const GraphQlResult &result) {
            if (const auto *error = std::get_if<FetchError>(&result)) {
                m_card.offeredReach = reachOf(*error);
                return;
            }
            const auto &answer = std::get<GraphQlData>(result);
            m_card.offered =
                m_decoder.offered(answer.data.value(Key("project")).value(Key("runners")), answer.serverTime);
            m_card.offeredReach = m_card.offered ? CardReach::Read : CardReach::Refused;
        });
}

/// Both lists by time: numbers say when jobs were made, not when they ran.
void JobCardRead::sortHostJobs()
{
    std::vector<JobRun> all = std::move(m_card.before.runs);
    std::ranges::move(m_card.after.runs, std::back_inserter(all));
    std::ranges::sort(all, {}, [](const JobRun &run) { return run.job->id; });
    const auto sameJob = [](const JobRun &a, const JobRun &b) { return a.job->id == b.job->id; };
    all.erase(std::unique(all.begin(), all.end(), sameJob), all.end());
    std::ranges::stable_sort(all, {}, [](const JobRun &run) { return *run.job->startedAt; });
    std::erase_if(all, [this](const JobRun &run) { return run.job->id == m_card.job->id; });
    const auto middle = std::ranges::upper_bound(
        all, *m_card.job->startedAt, {}, [](const JobRun &run) { return *run.job->startedAt; });
    m_card.before.runs.assign(std::reverse_iterator(middle), all.rend());
    m_card.after.runs.assign(middle, all.end());
    for (JobRuns *list : {&m_card.before, &m_card.after})
        list->runs.resize(std::min(list->runs.size(), shownNeighbours));
}

void JobCardRead::finish()
{
    if (m_noGroup && m_projectPeople.reach == CardReach::Read) { // the namespace of a user
        m_card.ownerGroup.clear();
        m_card.people = m_projectPeople;
    }
    if (m_card.job->startedAt)
        sortHostJobs();
    end(std::make_shared<const JobCard>(std::move(m_card)));
}

void JobCardRead::end(JobCardAnswer answer)
{
    m_watcher.disconnect(this);
    m_promise->addResult(std::move(answer));
    m_promise->finish();
    deleteLater();
}

} // namespace Runnerscope
