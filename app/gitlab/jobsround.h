// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/finishedjobs.h"
#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/jobdecoder.h"
#include "models/domain/joblist.h"

#include <QObject>
#include <QPointer>

#include <array>

namespace Runnerscope {

/// Reads the jobs of an instance that wait and run, for an administrator: both lists side by side, newest first. Of
/// more jobs of one status than mostPages hold, the oldest are left out, and the list says so. The newest ones that
/// ended come with them, as far as they have been read by then: nobody waits for these.
class JobsRound : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostPages = 10; ///< of 100; GitLab counts no further either

    JobsRound(GraphQlClient &client, InstanceId instance, QObject *parent = nullptr);
    ~JobsRound() override;

    bool isUnderWay() const;
    void start(Pacing::Urgency urgency);
    void stop();

signals:
    void finished(const Runnerscope::JobListPtr &jobs);
    void failed(const Runnerscope::FetchError &error);

private:
    /// One of the two lists.
    struct Part
    {
        QStringList statuses;
        std::vector<JobPtr> jobs;
        JobListReach reach;
        int pages = 0;
        QPointer<GraphQlReply> reply;
    };

    void stopLists();
    void ask(Part &part, const QString &after);
    void take(Part &part, const GraphQlResult &result);
    void fail(const FetchError &error);
    void finish();

    GraphQlClient &m_client;
    JobDecoder m_decoder;
    Pacing::Urgency m_urgency = Pacing::Urgency::Background;
    Part m_pending;
    Part m_running;
    FinishedJobs m_finished;
    ServerTime m_readAt{};
};

} // namespace Runnerscope
