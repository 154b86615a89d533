// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/timeticks.h"

#include <QDateTime>
#include <QLocale>

namespace Runnerscope {

namespace {

using namespace std::chrono_literals;
using std::chrono::minutes;

/// Within a day, in minutes.
constexpr minutes withinDay[] = {1min, 2min, 5min, 10min, 15min, 30min, 60min, 120min, 180min, 360min, 720min};
constexpr int dayCounts[] = {1, 2, 7, 14};
constexpr int monthCounts[] = {1, 2, 3, 6, 12, 24, 60, 120};

ServerTime timeOf(const QDateTime &local)
{
    return fromDateTime(local);
}

QString timeWords(const QDateTime &local)
{
    const QLocale locale;
    const bool midnight = local.time() == QTime(0, 0);
    return midnight ? locale.toString(local.date(), QStringLiteral("ddd d"))
                    : locale.toString(local.time(), QLocale::ShortFormat);
}

template <typename Next, typename Words>
std::vector<TimeTick> ticksFrom(QDateTime first, Period period, Next next, Words words)
{
    std::vector<TimeTick> ticks;
    for (QDateTime at = first; timeOf(at) < period.to; at = next(at)) {
        if (timeOf(at) >= period.from)
            ticks.push_back({timeOf(at), words(at)});
    }
    return ticks;
}

std::vector<TimeTick> dayTicks(QDate first, Period period, int days)
{
    const QLocale locale;
    return ticksFrom(
        first.startOfDay(), period, [days](const QDateTime &at) { return at.date().addDays(days).startOfDay(); },
        [&](const QDateTime &at) { return locale.toString(at.date(), QStringLiteral("d MMM")); });
}

std::vector<TimeTick> monthTicks(QDate first, Period period, int months)
{
    const QLocale locale;
    return ticksFrom(
        QDate(first.year(), 1, 1).startOfDay(), period,
        [months](const QDateTime &at) { return at.date().addMonths(months).startOfDay(); },
        [&](const QDateTime &at) { return locale.toString(at.date(), QStringLiteral("MMM yyyy")); });
}

} // namespace

std::vector<TimeTick> timeTicks(Period period, int most)
{
    most = std::max(1, most);
    const QDate first = toDateTime(period.from).toLocalTime().date();
    for (const minutes step : withinDay) {
        if (period.length() / step < most)
            return ticksFrom(
                first.startOfDay(), period, [step](const QDateTime &at) { return at.addSecs(step / 1s); }, timeWords);
    }
    for (const int days : dayCounts) {
        if (period.length() / std::chrono::days(days) < most)
            return dayTicks(first, period, days);
    }
    for (const int months : monthCounts) {
        if (period.length() / (months * std::chrono::days(30)) < most)
            return monthTicks(first, period, months);
    }
    return {};
}

qint64 axisTop(qint64 highest)
{
    for (qint64 power = 1; power < highest && power < qint64(1) << 50; power *= 10) {
        for (const qint64 step : {2, 5}) {
            if (power * step >= highest)
                return power * step;
        }
        if (power * 10 >= highest)
            return power * 10;
    }
    return std::max<qint64>(1, highest);
}

} // namespace Runnerscope
