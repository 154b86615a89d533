// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterexpression.h"

#include <variant>

namespace Runnerscope {

/// Limits of a filter. Whoever reaches one of them gets a FilterError.
namespace FilterLimits {
inline constexpr qsizetype characters = 4096;
inline constexpr int depth = 32; ///< of brackets and negations
inline constexpr int values = 500; ///< in all conditions
} // namespace FilterLimits

/// Reads a filter of \a subject, whose fields it may name:
///
///   filter    = [ sequence { "OR" sequence } ]
///   sequence  = term { [ "AND" ] term }
///   term      = { "-" | "NOT" | "managers:any" } ( "(" filter ")" | "manager(" filter ")" | condition | word )
///   condition = field ( ":" | "~" ) value { "," value }
///   value     = text | "\"" text "\"" | "/" expression "/" | "*" | [ "<" | "<=" | ">" | ">=" | "=" ] operand
///             | operand ".." operand
///
/// What a condition means is told in the man page of runnerscopectl, section FILTERS. An empty text matches everything.
std::variant<FilterExpression, FilterError> parseFilter(
    QStringView text, FilterSubject subject = FilterSubject::Runners);

} // namespace Runnerscope
