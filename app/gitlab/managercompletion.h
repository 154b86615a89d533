// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/runnerdecoder.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <vector>

namespace Runnerscope {

/// Reads all managers of runners that have more of them than come with a list: several runners in one request, the
/// rest of very large ones page by page. Works in the background, one request at a time; a failure ends the round.
class ManagerCompletion : public QObject
{
    Q_OBJECT

public:
    ManagerCompletion(GraphQlClient &client, RunnerDecoder &decoder, QObject *parent = nullptr);
    ~ManagerCompletion() override;

    /// Begins a round over these runners, in place of the one under way.
    void start(const std::vector<RunnerId> &runners);
    void stop();

signals:
    /// All managers of a runner, and how many the server counts.
    void completed(Runnerscope::RunnerId id, const std::vector<Runnerscope::RunnerManager> &managers, int managerCount);
    /// Nothing is left to read, or it could not be read.
    void finished();

private:
    struct Pool
    {
        RunnerId id;
        std::vector<RunnerManager> managers;
        QString cursor;
    };

    void next();
    void askFirstPages();
    void askNextPage();
    const GraphQlData *answerIn(const GraphQlResult &result);
    void takeFirstPages(const GraphQlResult &result);
    void takeNextPage(const GraphQlResult &result);
    void takePage(Pool pool, ManagerPage page);

    GraphQlClient &m_client;
    RunnerDecoder &m_decoder;
    std::deque<RunnerId> m_waiting;
    std::vector<RunnerId> m_asked;
    std::deque<Pool> m_large; ///< whose first page is there
    QPointer<GraphQlReply> m_reply;
};

} // namespace Runnerscope
