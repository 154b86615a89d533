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

FilterMask FilterRows::waitingFor(std::optional<qint64>)
{
    return FilterMask(rowCount());
}

std::vector<qint64> FilterRows::waitedFor(std::size_t)
{
    return {};
}

} // namespace Runnerscope
