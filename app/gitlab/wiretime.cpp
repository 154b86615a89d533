// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/wiretime.h"

namespace Runnerscope {

namespace {

using namespace std::chrono;

/// The number that the digits from \a begin on make; -1 where one is none.
constexpr int digits(QStringView text, qsizetype begin, qsizetype count)
{
    int number = 0;
    for (qsizetype i = begin; i < begin + count; ++i) {
        const int digit = text[i].unicode() - u'0';
        if (digit < 0 || digit > 9)
            return -1;
        number = number * 10 + digit;
    }
    return number;
}

/// QDateTime takes eight times as long, and a fleet has about ten times for each runner.
OptionalTime usualForm(QStringView text)
{
    if (text.size() != 20 || text[4] != u'-' || text[7] != u'-' || text[10] != u'T' || text[13] != u':'
        || text[16] != u':' || text[19] != u'Z')
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

OptionalTime timeFromWire(const QString &text)
{
    if (const OptionalTime time = usualForm(text))
        return time;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? OptionalTime(fromDateTime(time)) : std::nullopt;
}

} // namespace Runnerscope
