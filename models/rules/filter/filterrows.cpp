// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterrows.h"

namespace Runnerscope {

RunnerStatus FilterRows::statusOf(std::size_t) const
{
    return RunnerStatus::NeverContacted;
}

const std::vector<quint32> &FilterRows::managerStarts()
{
    static const std::vector<quint32> noManagers(1);
    return noManagers;
}

std::vector<quint8> FilterRows::managersInContact()
{
    return {};
}

} // namespace Runnerscope
