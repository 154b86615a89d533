// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/runnerdecoder.h"

#include <QObject>
#include <QPointer>

namespace Runnerscope {

/// Walks over all runners of an instance, page by page, one request at a time. A walk that has failed can go on where
/// it stood: keyset cursors stay valid.
class FleetWalk : public QObject
{
    Q_OBJECT

public:
    FleetWalk(GraphQlClient &client, RunnerDecoder &decoder, QObject *parent = nullptr);

    bool isUnderWay() const { return m_stage == Stage::Reading; }
    /// Failed in the middle and not yet resumed.
    bool isInterrupted() const { return m_stage == Stage::Interrupted; }

    /// Begins a new walk; the one under way, if any, is dropped.
    void start(Pacing::Urgency urgency);
    /// Asks again for the page that failed.
    void resume(Pacing::Urgency urgency);

signals:
    void pageRead(const Runnerscope::RunnerPage &page, Runnerscope::ServerTime readAt);
    void finished();
    void failed(const Runnerscope::FetchError &error);

private:
    enum class Stage { Idle, Reading, Interrupted };

    void requestPage();
    void take(const GraphQlResult &result);
    void takePage(const RunnerPage &page, ServerTime readAt);
    void fail(const FetchError &error);
    FetchError badReply(const QString &detail) const;

    GraphQlClient &m_client;
    RunnerDecoder &m_decoder;
    QPointer<GraphQlReply> m_reply;
    QString m_cursor;
    Pacing::Urgency m_urgency = Pacing::Urgency::Background;
    Stage m_stage = Stage::Idle;
};

} // namespace Runnerscope
