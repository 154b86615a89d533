// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

namespace Runnerscope {

/// Who created a runner in GitLab. Who started its hosts is recorded nowhere.
enum class CreatorKind {
    Person,
    Bot, ///< an access token's bot user or a service account
    Deleted, ///< created by a user whose account is gone
    RegistrationToken, ///< registered with a shared token; GitLab kept no name
    NotReadable, ///< the server named neither a person nor a method
};

CreatorKind creatorKindOf(const Runner &runner);

} // namespace Runnerscope
