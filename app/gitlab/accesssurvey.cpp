// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/accesssurvey.h"

#include "app/gitlab/accessdecoder.h"
#include "app/gitlab/runnerdecoder.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

using Kind = FetchError::Kind;

/// Per kind. Who is a member of more than this is no ordinary user, and the rest is told to be missing.
constexpr std::size_t mostMemberships = 1'000;
constexpr qsizetype mostTopGroups = 5'000;

constexpr auto requiredScope = QLatin1String("read_api");

/// The server is well and knows the user, but has no answer to this one question.
bool concernsTheQuestionOnly(Kind kind)
{
    return kind == Kind::RequestRefused || kind == Kind::PartialReply || kind == Kind::Forbidden
        || kind == Kind::ReplyTooLarge;
}

bool isRefusal(Kind kind)
{
    return kind == Kind::Forbidden || kind == Kind::ApiBlocked || kind == Kind::ScopeMissing || kind == Kind::NotFound
        || kind == Kind::Unauthorized;
}

const FetchError *errorIn(const std::optional<RestResult> &result)
{
    return result ? std::get_if<FetchError>(&*result) : nullptr;
}

const RestData *dataIn(const std::optional<RestResult> &result)
{
    return result ? std::get_if<RestData>(&*result) : nullptr;
}

JsonValue currentUserIn(const GraphQlData &answer)
{
    return answer.data.value(QLatin1String("currentUser"));
}

} // namespace

AccessSurvey::AccessSurvey(GraphQlClient &graphQl, RestClient &rest, QueryBook &book, QObject *parent) :
    OnceReply(parent),
    m_graphQl(graphQl),
    m_rest(rest),
    m_book(book)
{
    connect(this, &OnceReply::cancelled, this, &AccessSurvey::dropRequests);
    ask(m_book.offerQuery(), &AccessSurvey::takeOffer, &AccessSurvey::missOffer);
    ask({QStringLiteral("RunnerCounts")}, &AccessSurvey::takeCounts, &AccessSurvey::missCounts);
    get(QStringLiteral("/personal_access_tokens/self"), {}, &AccessSurvey::takeToken);
}

void AccessSurvey::ask(const GraphQlQuery &query, TakeData take, TakeError otherwise)
{
    GraphQlReply *reply = m_graphQl.send(query, Pacing::Urgency::Foreground);
    m_underWay.insert(reply);
    connect(reply, &GraphQlReply::finished, this, [this, reply, take, otherwise](const GraphQlResult &result) {
        m_underWay.erase(reply);
        if (const auto *error = std::get_if<FetchError>(&result))
            (this->*otherwise)(*error);
        else
            (this->*take)(std::get<GraphQlData>(result));
        finishWhenDone();
    });
}

void AccessSurvey::get(const QString &path, const QUrlQuery &parameters, TakeRest take)
{
    RestReply *reply = m_rest.get(path, parameters, Pacing::Urgency::Foreground);
    m_underWay.insert(reply);
    connect(reply, &RestReply::finished, this, [this, reply, take](const RestResult &result) {
        m_underWay.erase(reply);
        (this->*take)(result);
        finishWhenDone();
    });
}

void AccessSurvey::takeOffer(const GraphQlData &answer)
{
    m_book.adapt(answer.data);
    ask({QStringLiteral("ServerInfo")}, &AccessSurvey::takeServerInfo, &AccessSurvey::fail);
}

void AccessSurvey::missOffer(const FetchError &error)
{
    if (concernsTheQuestionOnly(error.kind)) // what the schema lacks shows by refusals, too
        ask({QStringLiteral("ServerInfo")}, &AccessSurvey::takeServerInfo, &AccessSurvey::fail);
    else
        fail(error);
}

void AccessSurvey::takeServerInfo(const GraphQlData &answer)
{
    const QString host = m_graphQl.address().host();
    const auto user = decodeUser(currentUserIn(answer));
    if (!user) {
        FetchError error = badReply(host, errorBelow(QLatin1String("currentUser"), answer.errors));
        if (!error.detail.isEmpty())
            error.kind = Kind::PartialReply;
        else if (answer.data.value(QLatin1String("currentUser")).isNull()) // and not something else, or missing
            error.kind = Kind::Unauthorized;
        fail(error);
        return;
    }
    const JsonValue metadata = answer.data.value(QLatin1String("metadata"));
    m_found.access.user = *user;
    m_found.access.serverVersion = metadata.value(QLatin1String("version")).toString();
    if (const JsonValue enterprise = metadata.value(QLatin1String("enterprise")); enterprise.isBool())
        m_found.access.enterprise = enterprise.toBool();
    m_moreGroups = addMemberships(OwnerKind::Group, answer);
    m_moreProjects = addMemberships(OwnerKind::Project, answer);
    m_knowsUser = true;
    goOn();
}

void AccessSurvey::takeCounts(const GraphQlData &answer)
{
    m_found.counts = decodeRunnerCounts(answer.data);
    if (m_found.counts) {
        m_found.access.role = Role::Administrator;
        goOn();
        return;
    }
    m_countingFailed = !deniesPermission(answer.errors);
    askWhetherAuditor();
}

void AccessSurvey::missCounts(const FetchError &error)
{
    // Counting a very large instance may take too long for the server.
    if (!concernsTheQuestionOnly(error.kind) && error.kind != Kind::ServerTrouble && error.kind != Kind::TimedOut) {
        fail(error);
        return;
    }
    m_countingFailed = error.kind != Kind::Forbidden;
    askWhetherAuditor();
}

void AccessSurvey::askWhetherAuditor()
{
    get(QStringLiteral("/user"), {}, &AccessSurvey::takeUser);
    get(QStringLiteral("/runners/all"), {{QStringLiteral("per_page"), QStringLiteral("1")}},
        &AccessSurvey::takeAllRunners);
}

void AccessSurvey::takeUser(const RestResult &result)
{
    m_user = result;
    decideRole();
}

void AccessSurvey::takeAllRunners(const RestResult &result)
{
    m_allRunners = result;
    decideRole();
}

void AccessSurvey::decideRole()
{
    if (!m_user || !m_allRunners)
        return;
    const RestData *user = dataIn(m_user);
    const FetchError *error = dataIn(m_allRunners) ? nullptr : errorIn(m_user);
    if (!error || isRefusal(error->kind))
        error = errorIn(m_allRunners);
    if (user && isAdministrator(user->body.root()))
        m_found.access.role = m_countingFailed ? Role::Administrator : Role::AdministratorWithoutAdminMode;
    else if (!error)
        m_found.access.role = Role::Auditor;
    else if (isRefusal(error->kind))
        m_found.access.role = Role::Member;
    else
        fail(*error);
    goOn();
}

void AccessSurvey::goOn()
{
    if (m_done || m_wentOn || !m_knowsUser || m_found.access.role == Role::Unknown)
        return;
    m_wentOn = true;
    if (m_found.access.role == Role::Administrator) { // sees everything in any case
        m_found.access.membershipsComplete &= m_moreGroups.isEmpty() && m_moreProjects.isEmpty();
        return;
    }
    askForMemberships(OwnerKind::Group, m_moreGroups);
    askForMemberships(OwnerKind::Project, m_moreProjects);
    if (m_found.access.role == Role::Auditor)
        ask({QStringLiteral("TopGroups")}, &AccessSurvey::takeTopGroups, &AccessSurvey::missTopGroups);
}

QString AccessSurvey::addMemberships(OwnerKind kind, const GraphQlData &answer)
{
    const JsonValue connection = currentUserIn(answer).value(
        kind == OwnerKind::Group ? QLatin1String("groupMemberships") : QLatin1String("projectMemberships"));
    PlacePage<Membership> page = decodeMemberships(kind, connection);
    auto &known = m_found.access.memberships;
    known.insert(known.end(), page.places.begin(), page.places.end());
    m_found.access.membershipsComplete &= connection.isObject();
    return page.endCursor;
}

void AccessSurvey::askForMemberships(OwnerKind kind, const QString &after)
{
    if (after.isEmpty())
        return;
    const auto known = std::ranges::count(m_found.access.memberships, kind, &Membership::kind);
    if (static_cast<std::size_t>(known) >= mostMemberships || !m_passed.insert({kind, after}).second) {
        m_found.access.membershipsComplete = false;
        return;
    }
    const QJsonObject variables{{QStringLiteral("after"), after}};
    if (kind == OwnerKind::Group)
        ask({QStringLiteral("MoreGroupMemberships"), variables}, &AccessSurvey::takeGroupMemberships,
            &AccessSurvey::missMemberships);
    else
        ask({QStringLiteral("MoreProjectMemberships"), variables}, &AccessSurvey::takeProjectMemberships,
            &AccessSurvey::missMemberships);
}

void AccessSurvey::takeGroupMemberships(const GraphQlData &answer)
{
    askForMemberships(OwnerKind::Group, addMemberships(OwnerKind::Group, answer));
}

void AccessSurvey::takeProjectMemberships(const GraphQlData &answer)
{
    askForMemberships(OwnerKind::Project, addMemberships(OwnerKind::Project, answer));
}

void AccessSurvey::missMemberships(const FetchError & /*error*/)
{
    m_found.access.membershipsComplete = false;
}

void AccessSurvey::takeTopGroups(const GraphQlData &answer)
{
    const PlacePage<QString> page = decodeTopGroups(answer.data);
    m_found.topGroups.append(QStringList(page.places.begin(), page.places.end()));
    m_found.topGroupsComplete &= answer.data.value(QLatin1String("groups")).isObject();
    if (page.endCursor.isEmpty())
        return;
    if (m_found.topGroups.size() >= mostTopGroups || !m_passedGroups.insert(page.endCursor).second) {
        m_found.topGroupsComplete = false;
        return;
    }
    ask({QStringLiteral("TopGroups"), {{QStringLiteral("after"), page.endCursor}}}, &AccessSurvey::takeTopGroups,
        &AccessSurvey::missTopGroups);
}

void AccessSurvey::missTopGroups(const FetchError & /*error*/)
{
    m_found.topGroupsComplete = false;
}

void AccessSurvey::takeToken(const RestResult &result)
{
    m_token = result;
    if (const RestData *data = dataIn(m_token))
        m_found.access.token = decodeToken(data->body.root());
    if (m_unauthorized)
        explainUnauthorized();
}

void AccessSurvey::fail(const FetchError &error)
{
    if (m_unauthorized)
        return;
    if (error.kind != Kind::Unauthorized) {
        finish(error);
        return;
    }
    m_unauthorized = error;
    explainUnauthorized();
}

/// GraphQL tells a bad token and a token without the scope in the same words; REST does not.
void AccessSurvey::explainUnauthorized()
{
    if (!m_token)
        return;
    if (const FetchError *error = errorIn(m_token)) {
        if (error->kind == Kind::Unauthorized || error->kind == Kind::ScopeMissing)
            finishUnauthorized(error->kind, error->detail);
        else
            get(QStringLiteral("/user"), {}, &AccessSurvey::takeUserOfUnauthorized); // no personal access token
        return;
    }
    const auto &token = m_found.access.token;
    const bool reads =
        token && (token->scopes.contains(requiredScope) || token->scopes.contains(QStringLiteral("api")));
    finishUnauthorized(token && !reads ? Kind::ScopeMissing : Kind::Unauthorized, m_unauthorized->detail);
}

void AccessSurvey::takeUserOfUnauthorized(const RestResult &result)
{
    const auto *error = std::get_if<FetchError>(&result);
    const bool good = !error || error->kind == Kind::ScopeMissing;
    finishUnauthorized(good ? Kind::ScopeMissing : Kind::Unauthorized, m_unauthorized->detail);
}

void AccessSurvey::finishUnauthorized(Kind kind, const QString &detail)
{
    FetchError error = *m_unauthorized;
    error.kind = kind;
    error.detail = kind == Kind::ScopeMissing ? QString(requiredScope) : detail;
    finish(error);
}

void AccessSurvey::finishWhenDone()
{
    if (m_done || m_unauthorized || !m_wentOn || !m_underWay.empty())
        return;
    m_found.offersMyRunners = m_book.isOffered(QStringLiteral("MyRunners"));
    std::ranges::sort(m_found.access.memberships, {}, &Membership::fullPath);
    finish(m_found);
}

void AccessSurvey::finish(const AccessResult &result)
{
    dropRequests();
    if (end())
        emit finished(result);
}

void AccessSurvey::dropRequests()
{
    m_done = true;
    for (OnceReply *reply : std::exchange(m_underWay, {}))
        reply->cancel();
}

} // namespace Runnerscope
