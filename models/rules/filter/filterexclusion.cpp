// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterexclusion.h"

#include "models/rules/filter/filterchoices.h"
#include "models/rules/filter/filtertables.h"
#include "models/rules/status.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using F = FilterField;

/// The values that are allowed, one bit each; nothing when any is.
std::optional<qint64> bitsOf(const FilterCondition &condition)
{
    qint64 bits = 0;
    for (const FilterTest &test : condition.tests) {
        const auto *choice = std::get_if<ChoiceTest>(&test);
        if (!choice)
            return std::nullopt;
        for (const int value : choice->values)
            bits |= qint64(1) << value;
    }
    return bits;
}

template <typename Test>
std::optional<std::vector<NumberInterval>> intervalsOf(const FilterCondition &condition)
{
    std::vector<NumberInterval> intervals;
    for (const FilterTest &test : condition.tests) {
        const auto *range = std::get_if<Test>(&test);
        if (!range)
            return std::nullopt;
        intervals.push_back(intervalOf(*range));
    }
    return intervals;
}

bool areApart(const std::vector<NumberInterval> &a, const std::vector<NumberInterval> &b)
{
    return std::ranges::all_of(a, [&b](const NumberInterval &one) {
        return std::ranges::all_of(
            b, [&one](const NumberInterval &other) { return one.most < other.least || other.most < one.least; });
    });
}

template <typename Test>
bool haveApartRanges(const FilterCondition &a, const FilterCondition &b)
{
    const auto first = intervalsOf<Test>(a);
    const auto second = intervalsOf<Test>(b);
    return first && second && areApart(*first, *second);
}

bool isBelow(const QByteArray &path, const QByteArray &top)
{
    return path.size() > top.size() && path.startsWith(QByteArray(top + '/'));
}

bool areApart(const TextTest &a, const TextTest &b)
{
    using Match = TextTest::Match;
    if (a.match == Match::Contains || b.match == Match::Contains)
        return false;
    if (a.match == Match::Equal && b.match == Match::Equal)
        return a.folded != b.folded;
    if (a.match == Match::Equal)
        return !isBelow(a.folded, b.folded);
    if (b.match == Match::Equal)
        return !isBelow(b.folded, a.folded);
    return a.folded != b.folded && !isBelow(a.folded, b.folded) && !isBelow(b.folded, a.folded);
}

bool haveApartTexts(const FilterCondition &a, const FilterCondition &b)
{
    return std::ranges::all_of(a.tests, [&b](const FilterTest &one) {
        return std::ranges::all_of(b.tests, [&one](const FilterTest &other) {
            const auto *first = std::get_if<TextTest>(&one);
            const auto *second = std::get_if<TextTest>(&other);
            return first && second && areApart(*first, *second);
        });
    });
}

bool hasOneValue(F field)
{
    return field != F::AnyText && !hasSeveralValues(field);
}

/// How long ago a runner or manager with this status can have made contact, in ms; nothing when it never did.
std::optional<NumberInterval> contactAges(RunnerStatus status)
{
    constexpr qint64 online = std::chrono::milliseconds(onlineWindow).count();
    constexpr qint64 stale = std::chrono::milliseconds(staleAfter).count();
    switch (status) {
    case RunnerStatus::Online:
        return NumberInterval{0, online - 1};
    case RunnerStatus::Offline:
        return NumberInterval{online, stale - 1};
    case RunnerStatus::Stale:
        return NumberInterval{stale, NumberInterval().most};
    case RunnerStatus::NeverContacted:
        break;
    }
    return std::nullopt;
}

std::vector<NumberInterval> contactAges(qint64 statusBits)
{
    std::vector<NumberInterval> ages;
    for (int status = 0; status < runnerStatusCount; ++status) {
        const auto interval = contactAges(static_cast<RunnerStatus>(status));
        if ((statusBits >> status & 1) != 0 && interval)
            ages.push_back(*interval);
    }
    return ages;
}

/// Only group and project runners have an owner.
bool typeExcludesOwner(const FilterCondition &type, const FilterCondition &owner)
{
    const bool ofOwner = owner.field == F::Owner || owner.field == F::OwnerName;
    const auto bits = bitsOf(type);
    return type.field == F::Type && ofOwner && bits == qint64(1) << static_cast<int>(RunnerType::Instance);
}

} // namespace

bool statusExcludesContact(const FilterCondition &a, const FilterCondition &b)
{
    if (a.field == F::Contact && b.field == F::Status)
        return statusExcludesContact(b, a);
    if (a.field != F::Status || b.field != F::Contact)
        return false;
    const auto bits = bitsOf(a);
    if (!bits)
        return false;
    const std::vector<NumberInterval> possible = contactAges(*bits);
    const auto asked = intervalsOf<AgeTest>(b);
    return possible.empty() || (asked && areApart(possible, *asked));
}

bool excludeEachOther(const FilterCondition &a, const FilterCondition &b)
{
    if (typeExcludesOwner(a, b) || typeExcludesOwner(b, a) || statusExcludesContact(a, b))
        return true;
    if (a.field != b.field || !hasOneValue(a.field))
        return false;
    const auto firstBits = bitsOf(a);
    const auto secondBits = bitsOf(b);
    if (firstBits && secondBits)
        return (*firstBits & *secondBits) == 0;
    return haveApartRanges<NumberTest>(a, b) || haveApartRanges<AgeTest>(a, b) || haveApartRanges<DateTest>(a, b)
        || haveApartTexts(a, b);
}

} // namespace Runnerscope
