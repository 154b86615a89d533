// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/rules/filtercase.h"

#include <QStringList>

namespace Runnerscope::Test {

/// A condition on a value of some type: the field stands before it.
template <typename Value>
struct ValueMeaning
{
    QString text; ///< with the sign: ":a,b"
    std::function<bool(const Value &)> holds;
};

using TextsMeaning = ValueMeaning<QStringList>; ///< some text passes; empty ones are none

QString folded(const QString &text);

/// About texts like those in \a values.
TextsMeaning randomTexts(const QStringList &values, bool exact, std::mt19937 &random);
TextsMeaning randomPaths(const QStringList &values, std::mt19937 &random);
TextsMeaning randomVersions(std::mt19937 &random);
TextsMeaning randomAddresses(std::mt19937 &random);

/// About a number, with what is missing. \a most is the largest that is asked for.
ValueMeaning<std::optional<qint64>> randomNumbers(qint64 most, std::mt19937 &random);

/// A moment, and the time at which it is judged.
struct JudgedTime
{
    OptionalTime time;
    ServerTime now;
};

ValueMeaning<JudgedTime> randomTimes(std::mt19937 &random);

/// A bare word, or an expression between slashes; among the texts of something.
TextsMeaning randomWord(std::mt19937 &random);

} // namespace Runnerscope::Test
