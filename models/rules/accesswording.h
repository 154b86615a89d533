// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"
#include "models/rules/errorwording.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Runnerscope {

/// One thing that can be done with a token, or cannot.
struct Ability
{
    enum class State {
        Can,
        Cannot,
        Unknown, ///< the server does not tell the scopes of the token
    };

    State state = State::Unknown;
    QString what; ///< "see every runner of the instance"
    QString remedy; ///< a sentence with the role or scope that could; empty where nothing is missing

    friend bool operator==(const Ability &, const Ability &) = default;
};

/// The smallest scopes that serve a purpose.
struct ScopeUse
{
    QString use;
    QStringList scopes;
};

/// Who a token is and what it can do, in words; the same in the window and on the command line. Names come from the
/// server: plain text.
namespace AccessWording {

/// "Anna Example (@anna)"; of a bot, which kind it is, as far as its user name tells.
QString who(const Access &access);
/// "Administrator", "Owner of the group acme/a, Maintainer of 2 projects".
QString role(const Access &access);
/// "read_api, create_runner"; empty where the server does not tell.
QString scopes(const Access &access);
/// "expires in 12 days, on Thursday, 3 December 2026"; empty where the server does not tell. \a today is the day in
/// UTC, by which GitLab reckons.
QString expiry(const Access &access, QDate today);
/// What to say to somebody whose token ends within two weeks, or has.
std::optional<ErrorWords> expiryTrouble(const Access &access, QDate today);
/// "GitLab 18.10.1, Enterprise Edition".
QString server(const Access &access);

/// What the token can do and what it cannot, reading first.
std::vector<Ability> abilities(const Access &access);

/// What of these changes something.
std::vector<Ability> changeAbilities(const Access &access);
/// What to say of a token that was given to make changes with and cannot.
std::optional<ErrorWords> changeTrouble(const Access &access);
/// What to say when changes are made as another user than the one by whose token the fleet is read.
std::optional<ErrorWords> otherUserRemark(const Access &reading, const Access &changing);

/// For people who are about to create a token.
std::vector<ScopeUse> scopeUses();

} // namespace AccessWording

} // namespace Runnerscope
