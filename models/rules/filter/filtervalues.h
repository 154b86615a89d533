// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterlexer.h"

#include <variant>

namespace Runnerscope {

/// What a value means: mostly a test of the field it is written for, but "is:online" is one of the status.
struct FilterValue
{
    FilterField field = FilterField::AnyText;
    FilterTest test;
};

/// Reads one value of a condition with \a facts' field. \a sign is ':' or '~'.
std::variant<FilterValue, FilterError> readFilterValue(
    const FilterFieldFacts &facts, QChar sign, const FilterPiece &piece, FilterScope scope);

/// What people write before a value of the field, and is no part of it: "@anna", "#42". Null for most fields.
QChar markBefore(FilterField field);

/// Reads a word without a field.
std::variant<FilterValue, FilterError> readFilterWord(const FilterPiece &piece);

/// A piece of a filter within a sentence, short and in one line.
QString shownInSentence(const QString &text);

} // namespace Runnerscope
