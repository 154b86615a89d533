// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerid.h"
#include "models/domain/servertime.h"
#include "models/domain/user.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace Runnerscope {

/// Only a Pending job waits for a runner.
enum class JobStatus {
    Unknown,
    Created,
    WaitingForResource,
    WaitingForCallback,
    Preparing,
    Pending,
    Running,
    Canceling,
    Success,
    Failed,
    Canceled,
    Skipped,
    Manual,
    Scheduled,
};

constexpr bool occupiesRunner(JobStatus status)
{
    return status == JobStatus::Running || status == JobStatus::Canceling;
}

/// A bridge starts another pipeline and never runs on a runner.
enum class JobKind { Unknown, Build, Bridge };

/// Names one job. The number is the one of GitLab's REST API and of the links to jobs.
struct JobId
{
    InstanceId instance{};
    qint64 number = 0;

    friend auto operator<=>(const JobId &, const JobId &) = default;
};

inline size_t qHash(JobId id, size_t seed = 0) noexcept
{
    return qHashMulti(seed, static_cast<quint32>(id.instance), id.number);
}

/// The project of a job, as far as it decides who may run it. What is not known is empty.
struct JobProject
{
    qint64 number = 0;
    QString fullPath; ///< from the top group down
    QString name;
    QString webUrl;
    std::optional<bool> instanceRunnersEnabled; ///< GitLab: sharedRunnersEnabled
    std::optional<bool> groupRunnersEnabled;

    friend bool operator==(const JobProject &, const JobProject &) = default;
};

/// One job as its server described it. Projects and users are shared between jobs.
struct Job
{
    JobId id;
    QString name;
    QString stage;
    QString ref; ///< GitLab does not say whether it is protected
    QStringList tags; ///< what a runner must offer
    std::shared_ptr<const JobProject> project; ///< null: this user may not read it
    std::shared_ptr<const User> user; ///< who started the pipeline; null: not known
    JobStatus status = JobStatus::Unknown;
    JobKind kind = JobKind::Unknown;
    OptionalTime createdAt;
    OptionalTime queuedAt; ///< waiting counts from here
    OptionalTime startedAt;
    OptionalTime finishedAt;
    std::optional<RunnerId> runner; ///< none before a runner took it, and after that runner was deleted
    qint64 manager = 0; ///< number of the RunnerManager; 0: none, or not known
    QString failureReason; ///< as REST spells it, such as "runner_system_failure"; empty: not failed, or not known
    QString failureMessage; ///< GitLab's text for people
    QString webPath; ///< path of its page, without the host
    qint64 pipeline = 0; ///< 0: not known
    std::optional<bool> cancelable; ///< in its state, by whoever may
};

/// Deep: projects and users are compared by value, not by address.
bool operator==(const Job &a, const Job &b);

using JobPtr = std::shared_ptr<const Job>;

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::JobId)
