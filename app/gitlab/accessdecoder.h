// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/jsondocument.h"
#include "models/domain/access.h"

namespace Runnerscope {

/// A page of memberships, or of the groups at the top.
template <typename T>
struct PlacePage
{
    std::vector<T> places; ///< without those that this user may not read
    QString endCursor; ///< empty on the last page
};

/// \a connection is the value of "groupMemberships" or "projectMemberships".
PlacePage<Membership> decodeMemberships(OwnerKind kind, JsonValue connection);

/// Paths, from the data of the query TopGroups; groups that are not at the top are left out.
PlacePage<QString> decodeTopGroups(JsonValue data);

/// The body of GET /personal_access_tokens/self; nothing when it is no token.
std::optional<TokenFacts> decodeToken(JsonValue body);

/// Whether the body of GET /user says so; only administrators are told.
bool isAdministrator(JsonValue body);

} // namespace Runnerscope
