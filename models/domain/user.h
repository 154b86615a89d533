// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Runnerscope {

enum class UserState { Unknown, Active, Blocked, Deactivated, Banned };

/// Bot stands for every account that is not a person: access token bots, service accounts, GitLab's own bots.
enum class UserKind { Unknown, Person, Bot };

struct User
{
    qint64 number = 0;
    QString username;
    QString name;
    QString webUrl;
    UserState state = UserState::Unknown;
    UserKind kind = UserKind::Unknown;

    friend bool operator==(const User &, const User &) = default;
};

} // namespace Runnerscope
