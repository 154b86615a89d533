// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/historywording.h"

#include "models/rules/moment.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::HistoryWords)
};

QString fieldName(HistoryField field)
{
    switch (field) {
    case HistoryField::Description:
        return Tr::tr("name");
    case HistoryField::Tags:
        return Tr::tr("tags");
    case HistoryField::Paused:
        return Tr::tr("paused");
    case HistoryField::Type:
        return Tr::tr("type");
    case HistoryField::Owner:
        return Tr::tr("owner");
    case HistoryField::Locked:
        return Tr::tr("locked");
    case HistoryField::Protected:
        return Tr::tr("protected");
    case HistoryField::RunUntagged:
        return Tr::tr("untagged jobs");
    case HistoryField::MaximumTimeout:
        return Tr::tr("timeout");
    case HistoryField::Status:
        return Tr::tr("status");
    case HistoryField::SystemId:
        return Tr::tr("system id");
    case HistoryField::Version:
        return Tr::tr("version");
    case HistoryField::Revision:
        return Tr::tr("revision");
    case HistoryField::Platform:
        return Tr::tr("platform");
    case HistoryField::Architecture:
        return Tr::tr("architecture");
    case HistoryField::Executor:
        return Tr::tr("executor");
    case HistoryField::IpAddress:
        return Tr::tr("address");
    }
    return Tr::tr("a value");
}

QString statusText(int number)
{
    return number >= 0 && number < runnerStatusCount ? Wording::status(static_cast<RunnerStatus>(number)) : QString();
}

QString typeText(int number)
{
    return number > 0 && number < runnerTypeCount ? Wording::type(static_cast<RunnerType>(number)) : QString();
}

QString accessText(int number)
{
    if (number == static_cast<int>(AccessLevel::RefProtected))
        return Tr::tr("yes");
    return number == static_cast<int>(AccessLevel::NotProtected) ? Tr::tr("no") : QString();
}

/// Empty where it was unknown.
QString valueText(const FormerValue &value)
{
    const int number = value.value.toInt();
    switch (value.field) {
    case HistoryField::Status:
        return statusText(number);
    case HistoryField::Type:
        return typeText(number);
    case HistoryField::Protected:
        return accessText(number);
    case HistoryField::Paused:
    case HistoryField::Locked:
    case HistoryField::RunUntagged:
        return number == 1 ? Tr::tr("yes") : Tr::tr("no");
    case HistoryField::MaximumTimeout:
        return value.value.isEmpty() ? Tr::tr("none") : Wording::duration(std::chrono::seconds(number));
    default:
        return Wording::oneLine(value.value);
    }
}

QString ago(ServerTime at, ServerTime now)
{
    return Wording::longAge(ageAt(at, now));
}

QString hostName(const Runner &runner, qint64 number)
{
    const auto found = std::ranges::find(runner.managers, number, &RunnerManager::number);
    return found == runner.managers.end() || found->systemId.isEmpty() ? Tr::tr("host %1").arg(number)
                                                                       : Wording::oneLine(found->systemId);
}

QString between(ServerTime last, ServerTime next)
{
    return Tr::tr("seen so last at %1, otherwise first at %2").arg(Wording::exactTime(last), Wording::exactTime(next));
}

HistoryLine lineOf(const FormerValue &value, const Runner &runner, ServerTime now)
{
    const QString former = valueText(value);
    const QString shown = former.isEmpty() ? Tr::tr("not known") : former;
    QString text = Tr::tr("%1 ago: %2 was %3", "a time, a field, its former value")
                       .arg(ago(value.nextSeen, now), fieldName(value.field), shown);
    if (value.manager != 0)
        text = Tr::tr("%1 (%2)", "a change, the host that it is about").arg(text, hostName(runner, value.manager));
    return {value.nextSeen, text, between(value.lastSeen, value.nextSeen)};
}

HistoryLine lineOf(const Sighting &sighting, ServerTime now)
{
    const QString name = sighting.host && !sighting.host->systemId.isEmpty() ? Wording::oneLine(sighting.host->systemId)
                                                                             : QString::number(sighting.manager);
    return {*sighting.lastSeen,
        Tr::tr("%1 ago: host %2 was there last", "a time, a host").arg(ago(*sighting.lastSeen, now), name),
        Tr::tr("first seen at %1, last at %2")
            .arg(Wording::exactTime(sighting.firstSeen), Wording::exactTime(*sighting.lastSeen))};
}

} // namespace

std::vector<HistoryLine> historyLines(const RunnerHistory &history, const Runner &runner, ServerTime now, int most)
{
    std::vector<HistoryLine> lines;
    for (const FormerValue &value : history.formerValues)
        lines.push_back(lineOf(value, runner, now));
    for (const Sighting &sighting : history.sightings) {
        if (sighting.manager != 0 && sighting.lastSeen)
            lines.push_back(lineOf(sighting, now));
    }
    std::ranges::stable_sort(lines, std::ranges::greater(), &HistoryLine::at);
    if (lines.size() > static_cast<std::size_t>(most))
        lines.resize(static_cast<std::size_t>(most));
    return lines;
}

OptionalTime watchedSince(const RunnerHistory &history)
{
    OptionalTime first;
    for (const Sighting &sighting : history.sightings) {
        if (sighting.manager == 0 && (!first || sighting.firstSeen < *first))
            first = sighting.firstSeen;
    }
    return first;
}

} // namespace Runnerscope
