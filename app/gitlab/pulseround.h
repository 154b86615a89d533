// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/runnerpulse.h"
#include "app/gitlab/graphqlclient.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace Runnerscope {

/// Reads again what changes most often of a few runners, in one request.
class PulseRound : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t mostRunners = 50; ///< RunnerPulse costs 5 for each; the limit is 250

    explicit PulseRound(GraphQlClient &client, QObject *parent = nullptr);
    ~PulseRound() override;

    bool isUnderWay() const { return m_reply; }
    /// Of more runners than mostRunners, only the first.
    void start(const std::vector<RunnerId> &runners);
    void stop();

signals:
    void pulsesRead(const std::vector<Runnerscope::RunnerPulse> &pulses, Runnerscope::ServerTime readAt);
    /// The server did not answer for these: they are gone, or may not be read any more.
    void missed(const std::vector<Runnerscope::RunnerId> &runners);

private:
    void take(const GraphQlResult &result);

    GraphQlClient &m_client;
    std::vector<RunnerId> m_asked;
    QPointer<GraphQlReply> m_reply;
};

} // namespace Runnerscope
