// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Runnerscope {

enum class OwnerKind { Group, Project };

/// The group or project that a runner belongs to. Instance runners have none.
struct Owner
{
    OwnerKind kind = OwnerKind::Group;
    qint64 number = 0;
    QString fullPath; ///< from the top group down, such as "acme/payments/api"
    QString name;
    QString fullName; ///< the names along the path joined by " / ", as GitLab shows them
    QString webUrl;

    friend bool operator==(const Owner &, const Owner &) = default;
};

/// One step of the chain from the top group down to the owner of a runner. A webUrl that is not known is empty.
struct OwnerLink
{
    QString fullPath;
    QString name;
    QString webUrl;

    friend bool operator==(const OwnerLink &, const OwnerLink &) = default;
};

using OwnerChain = std::vector<OwnerLink>;

} // namespace Runnerscope
