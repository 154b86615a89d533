// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/runnerdetails.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Runnerscope {

// The field names and their meaning are a contract with scripts; packaging/man/runnerscopectl.1 documents them.

QJsonObject runnerJson(const Runner &runner, ServerTime readAt);
QJsonObject managerJson(const RunnerManager &manager, ServerTime readAt);
/// Every runner of a fleet, by id.
QJsonArray runnersJson(const Fleet &fleet);
/// One runner with everything that is known of it.
QJsonObject runnerDetailsJson(const RunnerDetails &details);

QJsonArray ownerChainJson(const OwnerChain &chain);
QJsonObject userJson(const User &user);

/// A moment as RFC 3339 in UTC and whole seconds; null for none.
QJsonValue timeJson(OptionalTime time);
/// A time in whole seconds; null for none.
QJsonValue secondsJson(std::optional<std::chrono::seconds> time);
/// A text; null when it is empty.
QJsonValue textJson(const QString &text);

} // namespace Runnerscope
