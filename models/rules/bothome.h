// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcard.h"

#include <optional>

namespace Runnerscope {

/// The group or project that a bot was made in, as far as the user names that GitLab gives tell: "project_7_bot_0a1b",
/// "group_12_bot_ff", "service_account_group_12_ff". Holds kind and number only; nothing for any other name.
std::optional<BotHome> botHomeFrom(const QString &username);

} // namespace Runnerscope
