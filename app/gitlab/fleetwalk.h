// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/runnerdecoder.h"

#include <QObject>
#include <QPointer>
#include <QSet>

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
    /// Whether it makes sense to go on where the walk stood: the trouble may pass by itself, has not lasted long, and
    /// the page was not tried too often.
    bool canResume() const;
    /// Goes on at the pace of a person who waits.
    void hasten();

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

    GraphQlClient &m_client;
    RunnerDecoder &m_decoder;
    QPointer<GraphQlReply> m_reply;
    QString m_cursor;
    QSet<QString> m_passed; ///< cursors of this walk
    Pacing::Urgency m_urgency = Pacing::Urgency::Background;
    Pacing::Clock::time_point m_lastPage; ///< when a page was read last
    int m_failures = 0; ///< in a row
    bool m_mayPass = false; ///< the last failure may pass by itself
    Stage m_stage = Stage::Idle;
};

} // namespace Runnerscope
