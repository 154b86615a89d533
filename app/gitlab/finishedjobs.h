// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/jobdecoder.h"
#include "app/gitlab/recentlyfinished.h"

#include <QObject>
#include <QSet>
#include <QStringList>

namespace Runnerscope {

/// The newest jobs that ended, asked for beside the lists of jobs: runners that fail what they take are found by them.
/// Nobody waits for them; where they cannot be read, those from before stay.
class FinishedJobs : public QObject
{
public:
    FinishedJobs(GraphQlClient &client, InstanceId instance, QObject *parent = nullptr);
    ~FinishedJobs() override;

    /// A server that takes long for them is asked again only once it has answered.
    bool isUnderWay() const { return !m_replies.isEmpty(); }
    /// Of the instance: for administrators.
    void ask(Pacing::Urgency urgency);
    /// Of these projects, by path, with a request for each.
    void ask(const QStringList &projects, Pacing::Urgency urgency);
    void stop();
    /// Those that were seen belong to somebody else.
    void clear();

    /// Highest id first.
    std::vector<JobPtr> jobs() const { return m_seen.jobs(); }

private:
    void send(const GraphQlQuery &query, Pacing::Urgency urgency);
    void take(const GraphQlResult &result);

    GraphQlClient &m_client;
    JobDecoder m_decoder;
    QSet<GraphQlReply *> m_replies;
    RecentlyFinished m_seen;
};

} // namespace Runnerscope
