// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/moment.h"

#include <QCoreApplication>
#include <QLocale>

namespace Runnerscope::Wording {

namespace {

struct Moments
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Wording)
};

} // namespace

QString moment(const QDateTime &then, const QDateTime &now)
{
    const QLocale locale;
    QString time = locale.toString(then.time(), QLocale::ShortFormat);
    const qint64 days = then.date().daysTo(now.date());
    if (days == 0)
        return time;
    if (days == 1)
        return Moments::tr("%1 yesterday", "a time of day").arg(time);
    return Moments::tr("%1 on %2", "a time of day, a date")
        .arg(time, locale.toString(then.date(), QStringLiteral("d MMM yyyy")));
}

} // namespace Runnerscope::Wording
