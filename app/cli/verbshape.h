// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/request.h"
#include "models/rules/filter/filterfield.h"

#include <QLatin1String>
#include <QStringList>

#include <optional>

namespace Runnerscope::Cli {

/// How a verb is written, how many words it takes with those that follow it, and which options it has.
struct VerbShape
{
    Verb verb;
    QLatin1String word;
    QLatin1String subword; ///< empty: none
    int words;
    bool csv;
    std::optional<FilterSubject> filter; ///< of what; none: no filter
};

const VerbShape &shapeOf(Verb verb);
/// The verb that \a words begin with.
std::optional<Verb> verbOf(const QStringList &words);
/// Whether it changes what is saved of an instance.
bool changesInstances(Verb verb);
/// As a user writes it.
QString wordsOf(Verb verb);

} // namespace Runnerscope::Cli
