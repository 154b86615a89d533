// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/runnerdecoder.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace Runnerscope {

/// Reads one runner in steps: the runner, the managers that do not fit a page, the groups above its owner. Deletes
/// itself when it has answered or when its promise was cancelled.
class RunnerDetailsRead : public QObject
{
    Q_OBJECT

public:
    using Promise = std::shared_ptr<QPromise<RunnerAnswer>>;

    /// What is recorded of a runner, where anything is.
    using History = std::function<std::optional<RunnerHistory>(RunnerId id)>;

    RunnerDetailsRead(
        GraphQlClient &client, RunnerDecoder &decoder, RunnerId id, History history, Promise promise, QObject *parent);

private:
    using Step = void (RunnerDetailsRead::*)(const GraphQlData &);

    void send(const QString &query, const QJsonObject &variables, Step next);
    void takeRunner(const GraphQlData &answer);
    void takeManagers(const GraphQlData &answer);
    void requestManagers(const ManagerPage &page);
    void requestAncestors(const QString &groupPath);
    void takeAncestors(const GraphQlData &answer);
    void finishChain();
    void end(RunnerAnswer answer);

    GraphQlClient &m_client;
    RunnerDecoder &m_decoder;
    RunnerId m_id;
    History m_history;
    Promise m_promise;
    QFutureWatcher<RunnerAnswer> m_watcher;
    QPointer<GraphQlReply> m_reply;
    RunnerDetails m_details;
    OwnerChain m_ancestors;
};

} // namespace Runnerscope
