// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/wiretime.h"

namespace Runnerscope {

namespace {

using namespace std::chrono;

/// The number that the digits from \a begin on make; -1 where one is none.
constexpr int digits(std::string_view text, std::size_t begin, std::size_t count)
{
    int number = 0;
    for (std::size_t i = begin; i < begin + count; ++i) {
        const int digit = text[i] - '0';
        if (digit < 0 || digit > 9)
            return -1;
        number = number * 10 + digit;
    }
    return number;
}

/// QDateTime takes eight times as long, and a fleet has about ten times for each runner.
OptionalTime usualForm(std::string_view text)
{
    if (text.size() != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
        || text[19] != 'Z')
        return std::nullopt;
    const year_month_day date(year(digits(text, 0, 4)), month(static_cast<unsigned>(digits(text, 5, 2))),
        day(static_cast<unsigned>(digits(text, 8, 2))));
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    const bool isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    if (!date.ok() || digits(text, 0, 4) < 1 || !isTime)
        return std::nullopt;
    return ServerTime(sys_days(date)) + hours(hour) + minutes(minute) + seconds(second);
}

} // namespace

OptionalTime timeFromWire(std::string_view text)
{
    if (const OptionalTime time = usualForm(text))
        return time;
    const QDateTime time =
        QDateTime::fromString(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODate);
    return time.isValid() ? OptionalTime(fromDateTime(time)) : std::nullopt;
}

} // namespace Runnerscope
