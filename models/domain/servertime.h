// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace Runnerscope {

/// A moment on the server's clock, in whole milliseconds since 1970 UTC. The desktop's clock never enters a value.
using ServerTime = std::chrono::sys_time<std::chrono::milliseconds>;

using OptionalTime = std::optional<ServerTime>;

inline ServerTime fromDateTime(const QDateTime &time)
{
    return ServerTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

inline QDateTime toDateTime(ServerTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

/// The age of \a then at \a now in whole seconds; 0 when \a then lies in the future.
inline std::chrono::seconds ageAt(ServerTime then, ServerTime now)
{
    return then < now ? std::chrono::floor<std::chrono::seconds>(now - then) : std::chrono::seconds::zero();
}

} // namespace Runnerscope
