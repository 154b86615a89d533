// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterpattern.h"
#include "models/rules/filter/filtertimes.h"
#include "models/rules/filter/ipaddress.h"
#include "models/rules/filter/versionline.h"

#include <QByteArray>

#include <variant>

/// What a condition asks of a value. A value that is missing passes no test.
namespace Runnerscope {

/// "*": there is a value.
struct AnyValue
{
};

struct TextTest
{
    enum class Match { Equal, Contains, Below };

    Match match = Match::Equal;
    QString text;
    QByteArray folded; ///< text, see foldedForSearch()
};

struct ChoiceTest
{
    QLatin1StringView word; ///< as in filterchoices.h
    QList<int> values;
};

enum class Comparison { Equal, Below, AtMost, Above, AtLeast, Between };

/// A comparison with \a first; second is the upper end of Between. An operand may name several values that follow one
/// another, such as a month or a minor line of versions: below is before all of them, above behind all of them.
template <typename Operand>
struct RangeTest
{
    Comparison comparison = Comparison::Equal;
    Operand first{};
    Operand second{};
};

using NumberTest = RangeTest<qint64>;
using AgeTest = RangeTest<std::chrono::seconds>; ///< of a moment in the past, or what is left to a deadline
using DateTest = RangeTest<DateSpan>;
using VersionTest = RangeTest<VersionLine>;
using AddressTest = RangeTest<IpBlock>;

using FilterTest = std::variant<AnyValue, TextTest, FilterPattern, ChoiceTest, NumberTest, AgeTest, DateTest,
    VersionTest, AddressTest>;

} // namespace Runnerscope
