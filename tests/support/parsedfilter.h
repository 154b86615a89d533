// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterparser.h"

namespace Runnerscope::Test {

/// A filter that a test knows to be right; a mistake in it ends the test with what the parser says.
inline FilterExpression parsed(const QString &filter, FilterSubject subject = FilterSubject::Runners)
{
    const auto result = parseFilter(filter, subject);
    if (const auto *error = std::get_if<FilterError>(&result))
        qFatal("%s: %s", qUtf8Printable(filter), qUtf8Printable(error->sentence));
    return std::get<FilterExpression>(result);
}

} // namespace Runnerscope::Test
