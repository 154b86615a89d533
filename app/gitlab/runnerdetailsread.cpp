// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/runnerdetailsread.h"

#include "models/rules/ownerchain.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

/// GitLab nests groups up to 20 deep, a query reaches 17 of them.
constexpr std::size_t deepestChain = 20;
constexpr std::size_t mostManagers = 10'000;

QString parentPath(const QString &path)
{
    return path.left(std::max<qsizetype>(0, path.lastIndexOf(u'/')));
}

} // namespace

RunnerDetailsRead::RunnerDetailsRead(
    GraphQlClient &client, RunnerDecoder &decoder, RunnerId id, History history, Promise promise, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_decoder(decoder),
    m_id(id),
    m_history(std::move(history)),
    m_promise(std::move(promise))
{
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] {
        if (m_reply)
            m_reply->cancel();
        deleteLater();
    });
    m_watcher.setFuture(m_promise->future());
    send(QStringLiteral("RunnerDetails"), {{QStringLiteral("id"), globalRunnerId(id)}}, &RunnerDetailsRead::takeRunner);
}

void RunnerDetailsRead::send(const QString &query, const QJsonObject &variables, Step next)
{
    m_reply = m_client.send({query, variables}, Pacing::Urgency::Foreground);
    connect(m_reply, &GraphQlReply::finished, this, [this, next](const GraphQlResult &result) {
        const auto *error = std::get_if<FetchError>(&result);
        if (!error)
            (this->*next)(std::get<GraphQlData>(result));
        else if (m_details.runner.id.number == 0)
            end(*error);
        else
            finishChain(); // the runner itself is there: what is missing of the rest does not break it
    });
}

void RunnerDetailsRead::takeRunner(const GraphQlData &answer)
{
    const JsonValue runner = answer.data.value(QLatin1String("runner"));
    auto details = m_decoder.details(runner, answer.serverTime);
    if (runner.isNull() && (answer.errors.isEmpty() || deniesPermission(answer.errors))) {
        end(std::optional<RunnerDetails>());
        return;
    }
    if (!details || details->runner.id.number != m_id.number) {
        const QString trouble = errorBelow(QLatin1String("runner"), answer.errors);
        FetchError error = badReply(
            m_client.address().host(), trouble.isEmpty() ? QStringLiteral("the runner is not in it") : trouble);
        if (!trouble.isEmpty())
            error.kind = FetchError::Kind::PartialReply;
        end(error);
        return;
    }
    m_details = std::move(*details);
    m_details.history = m_history(m_id);
    const JsonValue connection = runner.value(QLatin1String("managers"));
    ManagerPage page;
    page.endCursor = connection.value(QLatin1String("pageInfo")).value(QLatin1String("endCursor")).toString();
    page.hasNextPage = !m_details.runner.managersComplete();
    requestManagers(page);
}

void RunnerDetailsRead::requestManagers(const ManagerPage &page)
{
    if (page.hasNextPage && !page.endCursor.isEmpty() && m_details.runner.managers.size() < mostManagers) {
        send(QStringLiteral("RunnerManagers"),
            {{QStringLiteral("id"), globalRunnerId(m_id)}, {QStringLiteral("after"), page.endCursor}},
            &RunnerDetailsRead::takeManagers);
        return;
    }
    const auto &owner = m_details.runner.owner;
    if (owner)
        requestAncestors(owner->kind == OwnerKind::Group ? owner->fullPath : parentPath(owner->fullPath));
    else
        end(std::optional(std::move(m_details)));
}

void RunnerDetailsRead::takeManagers(const GraphQlData &answer)
{
    const JsonValue runner = answer.data.value(QLatin1String("runner"));
    ManagerPage page = m_decoder.managers(runner.value(QLatin1String("managers")));
    auto &known = m_details.runner.managers;
    const std::size_t before = known.size();
    for (RunnerManager &manager : page.managers) {
        // Pages go by offset: a host that registers in between shifts one onto the next page.
        if (std::ranges::find(known, manager.number, &RunnerManager::number) == known.end())
            known.push_back(std::move(manager));
    }
    page.hasNextPage = page.hasNextPage && known.size() > before; // else the pages go in circles
    requestManagers(page);
}

void RunnerDetailsRead::requestAncestors(const QString &groupPath)
{
    if (groupPath.isEmpty() || m_ancestors.size() >= deepestChain)
        finishChain();
    else
        send(
            QStringLiteral("GroupAncestors"), {{QStringLiteral("path"), groupPath}}, &RunnerDetailsRead::takeAncestors);
}

void RunnerDetailsRead::takeAncestors(const GraphQlData &answer)
{
    OwnerChain upper = decodeAncestors(answer.data);
    if (upper.empty()) { // a user's own namespace, or a group that may not be read
        finishChain();
        return;
    }
    const QString above = parentPath(upper.front().fullPath);
    m_ancestors.insert(m_ancestors.begin(), upper.begin(), upper.end());
    requestAncestors(above);
}

void RunnerDetailsRead::finishChain()
{
    OwnerChain chain = m_details.runner.owner ? chainFromPath(*m_details.runner.owner) : OwnerChain();
    for (OwnerLink &link : chain) {
        for (const OwnerLink &ancestor : m_ancestors) {
            if (ancestor.fullPath == link.fullPath)
                link = ancestor;
        }
    }
    m_details.ownerChain = std::move(chain);
    end(std::optional(std::move(m_details)));
}

void RunnerDetailsRead::end(RunnerAnswer answer)
{
    m_watcher.disconnect(this);
    m_promise->addResult(std::move(answer));
    m_promise->finish();
    deleteLater();
}

} // namespace Runnerscope
