// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"
#include "models/domain/owner.h"
#include "models/domain/user.h"

#include <QDate>
#include <QMetaType>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace Runnerscope {

/// What a user is on a whole instance, as the server lets the program find out by asking.
enum class Role {
    Unknown,
    Administrator, ///< or a custom admin role that reads all runners
    AdministratorWithoutAdminMode, ///< the instance has admin mode on and the token lacks the scope admin_mode
    Auditor, ///< reads everything, changes nothing
    Member, ///< everybody else; see Access::memberships
};

/// Levels as GitLab numbers them; custom and new ones lie in between.
namespace MemberLevel {
inline constexpr int developer = 30;
inline constexpr int maintainer = 40;
inline constexpr int owner = 50;
} // namespace MemberLevel

/// A group or project that a user is a direct member of.
struct Membership
{
    OwnerKind kind = OwnerKind::Group;
    QString fullPath;
    QString name;
    int level = 0; ///< 10 guest, 15 planner, 20 reporter, and see MemberLevel

    friend bool operator==(const Membership &, const Membership &) = default;
};

/// What a server says of a token. The token itself is not in here.
struct TokenFacts
{
    QString name;
    QStringList scopes; ///< such as "read_api"
    std::optional<QDate> expiresOn; ///< the first day on which it works no longer; none: never

    friend bool operator==(const TokenFacts &, const TokenFacts &) = default;
};

/// Who a token is on a server, and what that allows. Put into words by rules/accesswording.h.
struct Access
{
    QString serverVersion; ///< such as "18.10.1-ee"
    std::optional<bool> enterprise;
    User user; ///< a bot for group and project access tokens and service accounts
    Role role = Role::Unknown;
    std::optional<TokenFacts> token; ///< none where the server does not tell, as for OAuth tokens
    std::vector<Membership> memberships; ///< by path
    bool membershipsComplete = true;

    friend bool operator==(const Access &, const Access &) = default;
};

using AccessAnswer = std::variant<Access, FetchError>;

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::Access)
