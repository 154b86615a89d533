// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filtertimes.h"

#include <QLocale>
#include <QRegularExpression>

namespace Runnerscope {

namespace {

using namespace std::chrono;

ServerTime startOf(year_month_day day)
{
    return sys_days(day);
}

DateSpan span(DateSpan::Unit unit, ServerTime first, ServerTime end)
{
    return {unit, first, end - milliseconds(1)};
}

std::optional<DateSpan> minuteSpan(ServerTime day, int hour, int minute)
{
    if (hour > 23 || minute > 59)
        return std::nullopt;
    const ServerTime first = day + hours(hour) + minutes(minute);
    return span(DateSpan::Unit::Minute, first, first + minutes(1));
}

} // namespace

std::optional<DateSpan> DateSpan::parse(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[Tt]([0-9]{2}):([0-9]{2})[Zz]?)?)?)?\\z"));
    const QRegularExpressionMatch match = form.match(text);
    const auto part = [&match](int index) { return match.capturedView(index).toInt(); };
    if (!match.hasMatch() || part(1) < 1970)
        return std::nullopt;
    const year y(part(1));
    if (!match.hasCaptured(2))
        return span(Unit::Year, startOf(y / 1 / 1), startOf((y + years(1)) / 1 / 1));
    const year_month ym = y / part(2);
    if (!ym.ok())
        return std::nullopt;
    if (!match.hasCaptured(3))
        return span(Unit::Month, startOf(ym / 1), startOf((ym + months(1)) / 1));
    const year_month_day ymd = ym / part(3);
    if (!ymd.ok())
        return std::nullopt;
    if (match.hasCaptured(4))
        return minuteSpan(startOf(ymd), part(4), part(5));
    return span(Unit::Day, startOf(ymd), startOf(ymd) + days(1));
}

QString DateSpan::words() const
{
    const QLocale locale;
    const QDateTime begin = toDateTime(first);
    switch (unit) {
    case Unit::Year:
        return begin.toString(QStringLiteral("yyyy"));
    case Unit::Month:
        return locale.toString(begin.date(), QStringLiteral("MMMM yyyy"));
    case Unit::Day:
        return locale.toString(begin.date(), QStringLiteral("d MMM yyyy"));
    case Unit::Minute:
        break;
    }
    return locale.toString(begin, QStringLiteral("d MMM yyyy HH:mm")) + QStringLiteral(" UTC");
}

std::optional<std::chrono::seconds> parseDuration(QStringView text)
{
    constexpr qsizetype mostDigits = 9;
    if (text.size() < 2 || text.size() > mostDigits + 1)
        return std::nullopt;
    const QStringView digits = text.chopped(1);
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
    }
    const qint64 number = digits.toLongLong();
    switch (text.back().toLower().unicode()) {
    case u's':
        return seconds(number);
    case u'm':
        return minutes(number);
    case u'h':
        return hours(number);
    case u'd':
        return days(number);
    case u'w':
        return weeks(number);
    default:
        return std::nullopt;
    }
}

} // namespace Runnerscope
