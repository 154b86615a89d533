// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/accessdecoder.h"
#include "app/gitlab/graphqlanswer.h"
#include "app/gitlab/listplan.h"
#include "app/gitlab/querybook.h"
#include "app/gitlab/runnercounts.h"
#include "app/gitlab/runnerdecoder.h"
#include "app/gitlab/runnerlist.h"
#include "app/gitlab/schemaoffer.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

#include <algorithm>

namespace Runnerscope::Fuzz {

namespace {

constexpr InstanceId instance{1};
const QString host = QStringLiteral("gitlab.example.com");

void checkRunner(const Runner &runner)
{
    require(runner.id.number > 0, "a runner has an id");
    require(!runner.jobCount || *runner.jobCount >= 0, "jobs are counted from 0");
    require(runner.managerCount >= static_cast<int>(runner.managers.size()), "no more managers than are counted");
    require(!runner.owner || runner.owner->number > 0, "an owner has an id");
    require(!runner.creator || runner.creator->number > 0, "a creator has an id");
    for (const RunnerManager &manager : runner.managers)
        require(manager.number > 0, "a manager has an id");
}

void checkPages(const GraphQlData &answer, RunnerDecoder &decoder)
{
    const JsonValue connection = answer.data.value(QLatin1String("runners"));
    const RunnerPage page = decoder.page(connection);
    std::ranges::for_each(page.runners, checkRunner);
    const auto nodes = connection.value(QLatin1String("nodes")).size();
    require(static_cast<qsizetype>(page.runners.size()) + page.unreadable == nodes, "no row is lost unsaid");
    require(!page.total || *page.total >= 0, "counts are not negative");
    const RunnerList list{{}, QStringLiteral("GroupRunners"), {}, {QLatin1String("group"), QLatin1String("runners")}};
    const auto ofGroup = pageOf(answer, list, decoder, host);
    if (const auto *error = std::get_if<FetchError>(&ofGroup))
        require(error->detail.size() <= 300 && error->host == host, "what is no page is a short error");
}

void checkDetails(JsonValue data, RunnerDecoder &decoder)
{
    const JsonValue node = data.value(QLatin1String("runner"));
    if (const auto details = decoder.details(node, {}))
        checkRunner(details->runner);
    const ManagerPage managers = decoder.managers(node.value(QLatin1String("managers")));
    require(managers.total >= static_cast<int>(managers.managers.size()), "no more managers than are counted");
    for (const JsonValue answer : repeatedAnswers(data, 2)) {
        const auto pulse = decodePulse({instance, 1}, answer);
        require(!pulse || pulse->id == RunnerId{instance, 1}, "a pulse is of the runner that was asked for");
    }
    require(decodeAncestors(data).size() <= static_cast<std::size_t>(deepestNesting), "chains of owners end");
}

void checkAccess(JsonValue data)
{
    const JsonValue user = data.value(QLatin1String("currentUser"));
    require(!decodeUser(user) || decodeUser(user)->number > 0, "a user has an id");
    for (const OwnerKind kind : {OwnerKind::Group, OwnerKind::Project}) {
        const auto key =
            kind == OwnerKind::Group ? QLatin1String("groupMemberships") : QLatin1String("projectMemberships");
        for (const Membership &membership : decodeMemberships(kind, user.value(key)).places)
            require(!membership.fullPath.isEmpty() && membership.kind == kind, "a membership is of a place");
    }
    for (const QString &path : decodeTopGroups(data).places)
        require(!path.isEmpty() && !path.contains(u'/'), "a group at the top has no other above it");
    if (const auto counts = decodeRunnerCounts(data))
        require(!counts->all || *counts->all >= 0, "counts are not negative");
}

void checkRest(JsonValue body)
{
    for (const qint64 number : decodeRunnerNumbers(body))
        require(number > 0, "runners have numbers");
    if (const auto token = decodeToken(body))
        require(!token->scopes.contains(QString()), "scopes have names");
    require(!isAdministrator(body) || body.isObject(), "an administrator is somebody");
}

/// Whatever a server says that it does not know: what is left can be sent.
void checkQueries(JsonValue data, JsonValue errors)
{
    QueryBook book;
    const GraphQlQuery query{QStringLiteral("AllRunners"), {{QStringLiteral("first"), 100}}, {}};
    book.adapt(data);
    int rounds = 0;
    while (book.refused(query, errors))
        require(++rounds < 1'000, "refusals come to an end");
    const QByteArray body = book.body(query);
    require(JsonDocument::parse(body, deepestNesting).isValid(), "a query is JSON");
    require(!book.isOffered(query.name) || body.contains("pageInfo"), "a query asks for its pages");
}

} // namespace

void decoders(const QByteArray &input)
{
    HttpAnswer http;
    http.status = 200;
    http.body = input;
    const auto json = readJson(http, host);
    if (const auto *error = std::get_if<FetchError>(&json)) {
        require(!error->detail.isEmpty() || error->kind == FetchError::Kind::SignInPage, "a bad body has its reason");
        return;
    }
    const auto &body = std::get<JsonDocument>(json);
    checkRest(body.root());
    const JsonValue errors = body.root().value(QLatin1String("errors"));
    const GraphQlData answer{body, body.root().value(QLatin1String("data")), errors, {}};
    RunnerDecoder decoder(instance);
    checkPages(answer, decoder);
    checkDetails(answer.data, decoder);
    checkAccess(answer.data);
    if (!errors.isEmpty() || answer.data.contains(QLatin1String("r0")))
        checkQueries(answer.data, errors);
}

} // namespace Runnerscope::Fuzz
