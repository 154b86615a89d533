// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/queuearchive.h"
#include "app/gitlab/pastjobsread.h"
#include "models/domain/joblist.h"

#include <QObject>

#include <functional>

namespace Runnerscope {

/// Writes the history of the queue: each look at the jobs, and of the time in which nobody looked, up to three hours
/// back, what the times of finished jobs tell. Such a time is read back once; what the requests did not suffice for
/// stays a gap.
class QueueRecorder : public QObject
{
    Q_OBJECT

public:
    using Archive = std::function<QueueArchive *()>; ///< null while none is open

    /// \a mostRequests: of one reading back; 0: none is done.
    QueueRecorder(
        GraphQlClient &client, InstanceId instance, int mostRequests, Archive archive, QObject *parent = nullptr);

    /// One look. \a interval: until the next one, as planned. \a projects: where to read back, the likely ones first;
    /// empty: the instance.
    void take(const JobListPtr &jobs, std::chrono::milliseconds interval, const QStringList &projects);
    /// The archive is another one.
    void forget();

private:
    void readBack(const JobListPtr &jobs, const QStringList &projects);
    void takePast(const PastJobsRead::Answer &answer);
    void retryLater();

    Archive m_archive;
    int m_mostRequests;
    PastJobsRead m_past;
    JobListPtr m_jobs; ///< the look at which the reading back began
    ServerTime m_triedUntil{}; ///< what is earlier was read back, as far as that went
    ServerTime m_notBefore{}; ///< after a failure
};

} // namespace Runnerscope
