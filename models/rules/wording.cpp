// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace Runnerscope::Wording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Wording)
};

using namespace std::chrono_literals;

int wholeUnits(std::chrono::seconds age, std::chrono::seconds unit)
{
    return static_cast<int>(age / unit);
}

QString counted(qint64 number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(count(number));
}

QString inUnits(std::chrono::seconds age, std::chrono::seconds unit)
{
    if (unit == 24h)
        return counted(age / unit, Tr::tr("1 day"), Tr::tr("%1 days"));
    if (unit == 1h)
        return counted(age / unit, Tr::tr("1 hour"), Tr::tr("%1 hours"));
    if (unit == 1min)
        return counted(age / unit, Tr::tr("1 minute"), Tr::tr("%1 minutes"));
    return counted(age / unit, Tr::tr("1 second"), Tr::tr("%1 seconds"));
}

bool changesDirection(QChar c)
{
    constexpr auto marks = std::to_array<char16_t>(
        {0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069});
    return std::ranges::find(marks, c.unicode()) != marks.end();
}

bool breaksLine(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
        || c.category() == QChar::Separator_Paragraph;
}

QString userState(UserState state)
{
    switch (state) {
    case UserState::Active:
        return Tr::tr("active");
    case UserState::Blocked:
        return Tr::tr("blocked");
    case UserState::Deactivated:
        return Tr::tr("deactivated");
    case UserState::Banned:
        return Tr::tr("banned");
    case UserState::Unknown:
        break;
    }
    return Tr::tr("state unknown");
}

} // namespace

QString status(RunnerStatus status)
{
    switch (status) {
    case RunnerStatus::Online:
        return Tr::tr("online");
    case RunnerStatus::Offline:
        return Tr::tr("offline");
    case RunnerStatus::Stale:
        return Tr::tr("stale");
    case RunnerStatus::NeverContacted:
        break;
    }
    return Tr::tr("never contacted");
}

QString state(RunnerStatus status, bool paused)
{
    const QString word = Wording::status(status);
    return paused ? Tr::tr("%1, paused", "status of a runner").arg(word) : word;
}

QString type(RunnerType type)
{
    switch (type) {
    case RunnerType::Instance:
        return Tr::tr("instance", "type of a runner");
    case RunnerType::Group:
        return Tr::tr("group", "type of a runner");
    case RunnerType::Project:
        return Tr::tr("project", "type of a runner");
    case RunnerType::Unknown:
        break;
    }
    return Tr::tr("unknown", "type of a runner");
}

QString displayName(const Runner &runner)
{
    return runner.description.trimmed().isEmpty() ? runner.shortSha : runner.description;
}

QString shortAge(std::chrono::seconds age)
{
    if (age < 1min)
        return Tr::tr("now", "contact less than a minute ago");
    if (age < 1h)
        return Tr::tr("%1 min").arg(wholeUnits(age, 1min));
    if (age < 48h)
        return Tr::tr("%1 h", "hours").arg(wholeUnits(age, 1h));
    return Tr::tr("%1 d", "days").arg(count(wholeUnits(age, 24h)));
}

QString longAge(std::chrono::seconds age)
{
    if (age < 1min)
        return inUnits(age, 1s);
    if (age < 1h)
        return inUnits(age, 1min);
    return age < 48h ? inUnits(age, 1h) : inUnits(age, 24h);
}

QString duration(std::chrono::seconds duration)
{
    for (const std::chrono::seconds unit : std::initializer_list<std::chrono::seconds>{24h, 1h, 1min}) {
        if (duration >= unit && duration % unit == 0s)
            return inUnits(duration, unit);
    }
    return inUnits(duration, 1s);
}

QString contact(OptionalTime contactedAt, ServerTime now)
{
    if (!contactedAt)
        return Tr::tr("never made contact");
    const std::chrono::seconds age = ageAt(*contactedAt, now);
    if (age < 2h)
        return Tr::tr("contact %1 ago").arg(longAge(age));
    return Tr::tr("no contact for %1").arg(longAge(age));
}

QString creator(const Runner &runner)
{
    switch (creatorKindOf(runner)) {
    case CreatorKind::Person:
    case CreatorKind::Bot:
        return runner.creator->username;
    case CreatorKind::Deleted:
        return Tr::tr("deleted account");
    case CreatorKind::RegistrationToken:
        return Tr::tr("registration token");
    case CreatorKind::NotReadable:
        break;
    }
    return Tr::tr("not readable");
}

QString creatorSentence(const Runner &runner)
{
    switch (creatorKindOf(runner)) {
    case CreatorKind::Person:
        return Tr::tr("%1 (@%2), %3")
            .arg(oneLine(runner.creator->name), runner.creator->username, userState(runner.creator->state));
    case CreatorKind::Bot:
        return Tr::tr("%1 (@%2), a bot or service account, %3")
            .arg(oneLine(runner.creator->name), runner.creator->username, userState(runner.creator->state));
    case CreatorKind::Deleted:
        return Tr::tr("A signed-in user whose account is gone; GitLab no longer tells the name.");
    case CreatorKind::RegistrationToken:
        return Tr::tr("Whoever held the registration token; GitLab recorded no name.");
    case CreatorKind::NotReadable:
        break;
    }
    return Tr::tr("Not readable with this token, or not known to this version of GitLab.");
}

QString version(const EffectiveVersion &version)
{
    return version.mixed ? Tr::tr("%1+", "this version and newer ones").arg(version.text) : version.text;
}

QString platform(const RunnerManager &manager)
{
    QStringList parts{manager.platform, manager.architecture};
    parts.removeAll(QString());
    return parts.join(u'/');
}

QString jobCount(int jobCount)
{
    return jobCount >= Runner::jobCountCap
        ? Tr::tr("%1+", "more than this many jobs").arg(count(Runner::jobCountCap - 1))
        : count(jobCount);
}

QString count(qint64 count)
{
    return QLocale().toString(count);
}

QString oneLine(const QString &text)
{
    const auto harmful = [](QChar c) { return breaksLine(c) || changesDirection(c); };
    if (std::ranges::none_of(text, harmful))
        return text;
    QString result = text;
    for (QChar &c : result) {
        if (changesDirection(c))
            c = QChar::ReplacementCharacter;
        else if (breaksLine(c))
            c = u' ';
    }
    return result;
}

QString exactTime(ServerTime time)
{
    return QLocale().toString(toDateTime(time).toLocalTime(), QLocale::LongFormat);
}

} // namespace Runnerscope::Wording
