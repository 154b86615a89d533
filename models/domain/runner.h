// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/owner.h"
#include "models/domain/runnerid.h"
#include "models/domain/runnermanager.h"
#include "models/domain/servertime.h"
#include "models/domain/user.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace Runnerscope {

enum class RunnerType { Unknown, Instance, Group, Project };
inline constexpr int runnerTypeCount = 4;
enum class AccessLevel { Unknown, NotProtected, RefProtected };
enum class CreationMethod { Unknown, RegistrationToken, AuthenticatedUser };
enum class CreationState { Unknown, Started, Finished };

/// What GitLab shows as the status of a runner. Pausing does not change it.
enum class RunnerStatus { Online, Offline, Stale, NeverContacted };
inline constexpr int runnerStatusCount = 4;

/// One runner as its server described it. Immutable once it is part of a Fleet; owners and creators are shared between
/// runners.
struct Runner
{
    /// GitLab counts a runner's jobs up to 1,000; one more stands for "more than that".
    static constexpr int jobCountCap = 1001;

    RunnerId id;
    QString shortSha; ///< first characters of the authentication token, as GitLab shows them; not unique
    QString description; ///< free text, may be empty
    QString maintenanceNote; ///< free text; empty where there is none, and where this user may not change the runner
    QStringList tags;
    std::shared_ptr<const Owner> owner; ///< null for instance runners and where it may not be read
    std::shared_ptr<const User> creator; ///< null: see CreatorKind in rules/creator.h
    std::vector<RunnerManager> managers; ///< newest first; perhaps only the first few of managerCount
    int managerCount = 0;
    std::optional<int> jobCount; ///< at most jobCountCap
    std::optional<int> projectCount; ///< project runners only; counts projects this user may not see, too
    std::optional<int> maximumTimeout; ///< seconds
    OptionalTime createdAt;
    OptionalTime tokenExpiresAt; ///< none: never, or this user may not read it
    OptionalTime contactedAt; ///< may be up to an hour behind for an idle runner: not every poll is recorded
    RunnerType type = RunnerType::Unknown;
    AccessLevel accessLevel = AccessLevel::Unknown;
    JobExecution jobExecution = JobExecution::Unknown;
    CreationMethod creationMethod = CreationMethod::Unknown;
    CreationState creationState = CreationState::Unknown;
    bool paused = false;
    bool locked = false;
    bool runUntagged = false;

    bool managersComplete() const { return static_cast<int>(managers.size()) >= managerCount; }
};

/// Deep: owners and creators are compared by value, not by address.
bool operator==(const Runner &a, const Runner &b);

using RunnerPtr = std::shared_ptr<const Runner>;

} // namespace Runnerscope
