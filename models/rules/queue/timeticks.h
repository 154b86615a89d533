// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuepoint.h"

#include <QString>

#include <vector>

namespace Runnerscope {

/// A place on an axis of time and its words, in local time and the user's locale.
struct TimeTick
{
    ServerTime at{};
    QString words;
};

/// Whole hours, days, months …, at most \a most, by time.
std::vector<TimeTick> timeTicks(Period period, int most);

/// The smallest of 1, 2, 5, 10, 20, … that is not below \a highest: an axis that grows in steps does not jump.
qint64 axisTop(qint64 highest);

} // namespace Runnerscope
