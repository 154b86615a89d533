// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/querybook.h"
#include "app/gitlab/restclient.h"
#include "app/gitlab/runnercounts.h"
#include "models/domain/access.h"

#include <set>
#include <utility>

namespace Runnerscope {

/// What a survey learns of a token and its server.
struct AccessFindings
{
    Access access;
    std::optional<RunnerCounts> counts{}; ///< of an administrator's instance
    QStringList topGroups{}; ///< an auditor's: the paths of all groups at the top
    bool topGroupsComplete = true;
    bool offersMyRunners = false; ///< the server has a list of the runners that a user manages
};

using AccessResult = std::variant<AccessFindings, FetchError>;

/// Finds out who a token is, in as few requests as possible, side by side where they do not need each other:
///
///   SchemaOffer, which adapts the book ─→ ServerInfo ─→ further memberships, unless an administrator
///   RunnerCounts ─→ readable: an administrator; else GET /user and GET /runners/all ─→ an auditor: TopGroups
///   GET /personal_access_tokens/self
///
/// An administrator takes four requests. What the server does not tell of the token is no error.
class AccessSurvey : public OnceReply
{
    Q_OBJECT

public:
    /// Begins at once; people wait for it. The clients and the book, which is that of \a graphQl, must outlive it.
    AccessSurvey(GraphQlClient &graphQl, RestClient &rest, QueryBook &book, QObject *parent = nullptr);

signals:
    void finished(const Runnerscope::AccessResult &result);

private:
    using TakeData = void (AccessSurvey::*)(const GraphQlData &);
    using TakeError = void (AccessSurvey::*)(const FetchError &);
    using TakeRest = void (AccessSurvey::*)(const RestResult &);

    void ask(const GraphQlQuery &query, TakeData take, TakeError otherwise);
    void get(const QString &path, const QUrlQuery &parameters, TakeRest take);

    void takeOffer(const GraphQlData &answer);
    void missOffer(const FetchError &error);
    void takeServerInfo(const GraphQlData &answer);

    void takeCounts(const GraphQlData &answer);
    void missCounts(const FetchError &error);
    void askWhetherAuditor();
    void takeUser(const RestResult &result);
    void takeAllRunners(const RestResult &result);
    void decideRole();

    void goOn();
    QString addMemberships(OwnerKind kind, const GraphQlData &answer);
    void askForMemberships(OwnerKind kind, const QString &after);
    void takeGroupMemberships(const GraphQlData &answer);
    void takeProjectMemberships(const GraphQlData &answer);
    void missMemberships(const FetchError &error);
    void takeTopGroups(const GraphQlData &answer);
    void missTopGroups(const FetchError &error);

    void takeToken(const RestResult &result);
    void fail(const FetchError &error);
    void explainUnauthorized();
    void takeUserOfUnauthorized(const RestResult &result);
    void finishUnauthorized(FetchError::Kind kind, const QString &detail);

    void finishWhenDone();
    void finish(const AccessResult &result);
    void dropRequests();

    GraphQlClient &m_graphQl;
    RestClient &m_rest;
    QueryBook &m_book;
    std::set<OnceReply *> m_underWay;
    AccessFindings m_found;
    std::optional<RestResult> m_token;
    std::optional<RestResult> m_user;
    std::optional<RestResult> m_allRunners;
    std::optional<FetchError> m_unauthorized; ///< by GraphQL; REST is asked why
    QString m_moreGroups; ///< cursors
    QString m_moreProjects;
    std::set<std::pair<OwnerKind, QString>> m_passed; ///< cursors, against pages that go in circles
    std::set<QString> m_passedGroups;
    bool m_countingFailed = false; ///< for another reason than permission
    bool m_knowsUser = false;
    bool m_wentOn = false; ///< user and role are known
    bool m_done = false;
};

} // namespace Runnerscope
