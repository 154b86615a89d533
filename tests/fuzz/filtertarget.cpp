// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filtercompletion.h"
#include "models/rules/filter/filterconflicts.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/filter/filterwording.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"
#include "tests/support/randomfleet.h"

#include <algorithm>

namespace Runnerscope::Fuzz {

namespace {

constexpr std::size_t mostSuggestions = 12;

FilterIndex &someFleet()
{
    static FilterIndex index = [] {
        std::mt19937 random(20260325);
        return FilterIndex(shareFleet(Test::randomFleet(random, 30)));
    }();
    return index;
}

void requireSentence(const QString &sentence)
{
    require(!sentence.isEmpty(), "a remark says something");
    requireHarmless(sentence, "a remark is harmless");
    require(!sentence.contains(u'\n'), "a remark has one line");
}

void checkError(const FilterError &error, qsizetype size)
{
    requireSentence(error.sentence);
    require(
        error.position >= 0 && error.length >= 0 && error.position + error.length <= size, "an error lies in the text");
    require(error.length > 0 || error.position == size, "an error can be seen");
}

void checkWords(const FilterExpression &filter)
{
    const QString words = Wording::filter(filter);
    requireHarmless(words, "words of a filter are harmless");
    require(!words.contains(u'\n'), "words of a filter have one line");
    require(words.isEmpty() == filter.isEmpty(), "every condition has words");
    for (const FilterNote &note : conflictsIn(filter)) {
        requireSentence(note.sentence);
        require(note.length > 0 && note.position + note.length <= filter.text().size(), "a note lies in the text");
    }
}

void checkMatches(const FilterExpression &filter)
{
    FilterIndex &index = someFleet();
    const auto result = evaluate(filter, index);
    if (const auto *error = std::get_if<FilterError>(&result))
        return checkError(*error, filter.text().size());
    FilterMask mask = std::get<FilterMask>(result);
    require(mask.size() == index.fleet().rows.size(), "every row is judged");
    require(std::ranges::all_of(mask, [](quint8 byte) { return byte <= 1; }), "a row is matched or not");

    const auto negated = parseFilter(QString(u"-(" + filter.text() + u')'));
    if (filter.isEmpty() || !std::holds_alternative<FilterExpression>(negated)) // too long, or too deep
        return;
    invert(mask);
    require(std::get<FilterMask>(evaluate(std::get<FilterExpression>(negated), index)) == mask,
        "what a filter does not match its negation does");
}

void checkSuggestions(const QString &text, qsizetype cursor)
{
    const auto suggestions = completeFilter(text, cursor, someFleet(), mostSuggestions);
    require(suggestions.size() <= mostSuggestions, "suggestions are few");
    for (const FilterSuggestion &suggestion : suggestions) {
        require(suggestion.start >= 0 && suggestion.start <= cursor, "a suggestion begins before the cursor");
        require(suggestion.length >= 0 && suggestion.start + suggestion.length >= cursor
                && suggestion.start + suggestion.length <= text.size(),
            "a suggestion reaches the cursor");
        require(!suggestion.replacement.isEmpty(), "a suggestion says something");
        requireHarmless(suggestion.label, "labels are harmless");
    }
}

} // namespace

void filter(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const auto parsed = parseFilter(text);
    if (const auto *error = std::get_if<FilterError>(&parsed)) {
        checkError(*error, text.size());
    } else {
        const auto &expression = std::get<FilterExpression>(parsed);
        const auto again = parseFilter(expression.text());
        require(std::get<FilterExpression>(again) == expression, "a filter can be read again");
        checkWords(expression);
        checkMatches(expression);
    }
    constexpr qsizetype mostCursors = 16;
    const qsizetype step = std::max(text.size() / mostCursors, qsizetype(1));
    for (qsizetype cursor = 0; cursor <= text.size(); cursor += step)
        checkSuggestions(text, cursor);
}

} // namespace Runnerscope::Fuzz
