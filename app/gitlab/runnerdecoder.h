// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/runnerpulse.h"
#include "app/gitlab/wirevalues.h"
#include "models/domain/fetcherror.h"
#include "models/domain/runner.h"
#include "models/domain/runnerdetails.h"
#include "models/domain/runnerproject.h"

#include <QHash>

#include <memory>
#include <optional>

namespace Runnerscope {

/// A page of the fleet.
struct RunnerPage
{
    std::vector<Runner> runners;
    std::optional<qint64> total;
    QString startCursor;
    QString endCursor;
    bool hasPreviousPage = false;
    bool hasNextPage = false;
    int unreadable = 0; ///< rows that were left out because they had no usable id
};

/// A page of one runner's managers.
struct ManagerPage
{
    std::vector<RunnerManager> managers;
    int total = 0;
    QString endCursor;
    bool hasNextPage = false;
};

/// Makes values of the domain from GitLab's JSON. Texts, owners and users that repeat are shared between runners, also
/// from one page to the next. What is missing or of another type than expected becomes "unknown", never an error; an
/// object that lacks its id is left out.
class RunnerDecoder
{
public:
    explicit RunnerDecoder(InstanceId instance);

    /// \a connection is the value of "runners".
    RunnerPage page(JsonValue connection);
    std::optional<Runner> runner(JsonValue node);
    /// \a node is the value of "runner" of the query RunnerDetails; without the chain of owners.
    std::optional<RunnerDetails> details(JsonValue node, ServerTime readAt);
    ManagerPage managers(JsonValue connection);
    /// Its number is 0 without a usable id.
    RunnerManager manager(JsonValue node);

private:
    void readManagers(Runner &runner, JsonValue node);
    void readSettings(Runner &runner, JsonValue node);
    QStringList tags(JsonValue value);
    std::shared_ptr<const Owner> owner(JsonValue node);
    std::shared_ptr<const User> user(JsonValue value);

    InstanceId m_instance;
    SharedTexts m_texts;
    QHash<qint64, std::shared_ptr<const Owner>> m_groups;
    QHash<qint64, std::shared_ptr<const Owner>> m_projects;
    QHash<qint64, std::shared_ptr<const User>> m_users;
};

/// Projects of a runner; \a connection is the value of "projects".
ProjectsPage decodeProjects(JsonValue connection);

/// A user as people and tokens are described; nothing without an id.
std::optional<User> decodeUser(JsonValue node);
/// The same from REST, which does not tell bots from people: their user names do.
std::optional<User> decodeRestUser(JsonValue node);

/// What the operation RunnerPulse answered for \a id; nothing when that is no runner.
std::optional<RunnerPulse> decodePulse(RunnerId id, JsonValue value);

QString globalRunnerId(RunnerId id);

/// The chain that the query GroupAncestors or GroupPeople answered, from the top down. Empty when the group may not be
/// read.
OwnerChain decodeAncestors(JsonValue data);

} // namespace Runnerscope
