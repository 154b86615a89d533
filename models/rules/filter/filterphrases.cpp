// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterphrases.h"

#include "models/rules/filter/filterterms.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope::Wording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterWording)
};

using F = FilterField;

/// "is" and "is not" with a value, for the fields that have words of their own.
FilterPhrase equalPhrase(F field, const QString &value)
{
    switch (field) {
    case F::Name:
    case F::JobName:
        return {Tr::tr("named %1").arg(value), Tr::tr("not named %1").arg(value)};
    case F::JobProject:
        return {Tr::tr("of project %1").arg(value), Tr::tr("not of project %1").arg(value)};
    case F::JobGroup:
        return {Tr::tr("in group %1").arg(value), Tr::tr("not in group %1").arg(value)};
    case F::JobUser:
        return {Tr::tr("started by %1").arg(value), Tr::tr("not started by %1").arg(value)};
    case F::JobRunner:
        return {Tr::tr("on runner %1").arg(value), Tr::tr("not on runner %1").arg(value)};
    case F::JobCould:
        return {Tr::tr("that runner #%1 could take", "jobs").arg(value),
            Tr::tr("that runner #%1 could not take", "jobs").arg(value)};
    case F::JobTag:
    case F::Tag:
        return {Tr::tr("tagged %1").arg(value), Tr::tr("not tagged %1").arg(value)};
    case F::Owner:
        return {Tr::tr("owned by %1").arg(value), Tr::tr("not owned by %1").arg(value)};
    case F::CreatedBy:
        return {Tr::tr("created by %1").arg(value), Tr::tr("not created by %1").arg(value)};
    default:
        return {Tr::tr("%1 %2", "a field, its value").arg(FilterTerms::noun(field), value),
            Tr::tr("%1 not %2", "a field, a value").arg(FilterTerms::noun(field), value)};
    }
}

FilterPhrase containsPhrase(F field, const QString &text)
{
    if (field == F::AnyText)
        return {Tr::tr("\"%1\" in some text").arg(text), Tr::tr("\"%1\" in no text").arg(text)};
    const QString noun = FilterTerms::noun(field);
    return {Tr::tr("%1 contains \"%2\"").arg(noun, text), Tr::tr("%1 does not contain \"%2\"").arg(noun, text)};
}

FilterPhrase phrase(F field, const AnyValue &)
{
    const QString noun = FilterTerms::noun(field);
    return {Tr::tr("with %1", "a field that has a value").arg(noun),
        Tr::tr("without %1", "a field that has no value").arg(noun)};
}

FilterPhrase phrase(F field, const TextTest &test)
{
    const QString text = oneLine(test.text);
    switch (test.match) {
    case TextTest::Match::Equal:
        return equalPhrase(field, text);
    case TextTest::Match::Below:
        return {Tr::tr("below %1", "a group").arg(text), Tr::tr("not below %1", "a group").arg(text)};
    case TextTest::Match::Contains:
        break;
    }
    return containsPhrase(field, text);
}

FilterPhrase phrase(F field, const FilterPattern &pattern)
{
    const QString text = oneLine(pattern.text());
    if (field == F::AnyText)
        return {Tr::tr("/%1/ in some text").arg(text), Tr::tr("/%1/ in no text").arg(text)};
    const QString noun = FilterTerms::noun(field);
    return {Tr::tr("%1 matches /%2/").arg(noun, text), Tr::tr("%1 does not match /%2/").arg(noun, text)};
}

FilterPhrase phrase(F field, const ChoiceTest &test)
{
    const QString words = FilterTerms::choice(field, test.word);
    return {words, Tr::tr("not %1", "a property").arg(words)};
}

FilterPhrase phrase(F field, const NumberTest &test)
{
    return equalPhrase(field, FilterTerms::amount(field, test));
}

FilterPhrase phrase(F field, const VersionTest &test)
{
    return equalPhrase(field, FilterTerms::versions(test));
}

FilterPhrase phrase(F field, const AddressTest &test)
{
    return equalPhrase(field, FilterTerms::addresses(test));
}

FilterPhrase negatedAsWhole(const QString &words)
{
    return {words, Tr::tr("not (%1)").arg(words)};
}

FilterPhrase phrase(F field, const AgeTest &test)
{
    return negatedAsWhole(FilterTerms::age(field, test));
}

FilterPhrase phrase(F field, const DateTest &test)
{
    return negatedAsWhole(FilterTerms::date(field, test));
}

QString alternatives(const QStringList &words)
{
    if (words.size() == 1)
        return words.front();
    return Tr::tr("%1 or %2", "one or several alternatives, the last one")
        .arg(words.mid(0, words.size() - 1).join(QStringLiteral(", ")), words.back());
}

/// Of values that a condition names one by one: "tagged a, b or c".
FilterPhrase equalToOneOf(const FilterCondition &condition)
{
    QStringList values;
    for (const FilterTest &test : condition.tests)
        values.append(oneLine(std::get<TextTest>(test).text));
    return equalPhrase(condition.field, alternatives(values));
}

bool isEqualTest(const FilterTest &test)
{
    const auto *text = std::get_if<TextTest>(&test);
    return text && text->match == TextTest::Match::Equal;
}

} // namespace

FilterPhrase FilterPhrase::of(const FilterCondition &condition)
{
    const auto phraseOf = [&condition](const FilterTest &test) {
        return std::visit([&](const auto &value) { return phrase(condition.field, value); }, test);
    };
    if (condition.tests.size() == 1)
        return phraseOf(condition.tests.front());
    if (std::ranges::all_of(condition.tests, isEqualTest)) {
        FilterPhrase result = equalToOneOf(condition);
        result.isAlternative = true;
        return result;
    }
    QStringList words;
    for (const FilterTest &test : condition.tests)
        words.append(phraseOf(test).positive);
    FilterPhrase result = negatedAsWhole(alternatives(words));
    result.isAlternative = true;
    return result;
}

} // namespace Runnerscope::Wording
