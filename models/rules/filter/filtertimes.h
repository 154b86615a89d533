// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/servertime.h"

#include <QStringView>

namespace Runnerscope {

/// A date as it is written in a filter, in UTC: a year, a month, a day or a minute. It names all moments in it.
struct DateSpan
{
    enum class Unit { Year, Month, Day, Minute };

    Unit unit = Unit::Day;
    ServerTime first;
    ServerTime last; ///< the last millisecond

    /// "2026", "2026-03", "2026-03-25", "2026-03-25T10:00"; years from 1970 to 9999.
    static std::optional<DateSpan> parse(QStringView text);
    /// In the user's locale.
    QString words() const;

    friend bool operator==(const DateSpan &, const DateSpan &) = default;
};

/// A number of up to nine digits and a unit: "90s", "15m", "2h", "30d", "4w".
std::optional<std::chrono::seconds> parseDuration(QStringView text);

} // namespace Runnerscope
