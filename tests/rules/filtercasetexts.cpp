// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/filtercasetexts.h"

#include "tests/support/fleettext.h"
#include "tests/support/randomfleet.h"

#include <QRegularExpression>

#include <algorithm>

namespace Runnerscope::Test {

namespace {

using TextHolds = std::function<bool(const QString &)>;

QString inQuotes(QString text)
{
    return u'"' + text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")) + u'"';
}

/// As a person would write it: in quotes where it looks special, and sometimes where it does not.
QString written(const QString &text, std::mt19937 &random)
{
    static const QRegularExpression plain(
        QStringLiteral("\\A[\\w<][\\w.<>-]*\\z"), QRegularExpression::UseUnicodePropertiesOption);
    return plain.match(text).hasMatch() && !oneIn(5, random) ? text : inQuotes(text);
}

TextsMeaning someText(const QString &text, TextHolds holds)
{
    return {text, [holds = std::move(holds)](const QStringList &texts) {
                return std::any_of(
                    texts.begin(), texts.end(), [&](const QString &value) { return !value.isEmpty() && holds(value); });
            }};
}

/// Parts, so that something contains them.
QString somePart(const QString &text, std::mt19937 &random)
{
    const auto length = static_cast<std::size_t>(text.size());
    const std::size_t from = below(length, random);
    return text.mid(static_cast<qsizetype>(from), 1 + static_cast<qsizetype>(below(4, random)));
}

QString someValue(const QStringList &values, std::mt19937 &random)
{
    const QString value = oneOf(values, random);
    if (value.isEmpty())
        return QStringLiteral("nobody");
    return oneIn(3, random) ? value.toUpper() : value;
}

QString changedCase(const QString &text, std::mt19937 &random)
{
    return oneIn(2, random) ? text.toUpper() : text;
}

TextsMeaning equalsOneOf(const QStringList &values, bool exact, std::mt19937 &random)
{
    QStringList wanted;
    QStringList parts;
    for (std::size_t count = 1 + below(3, random); count > 0; --count) {
        wanted.append(someValue(values, random));
        parts.append(written(wanted.back(), random));
    }
    return someText(u':' + parts.join(u','), [=](const QString &value) {
        return std::any_of(wanted.begin(), wanted.end(),
            [&](const QString &one) { return exact ? one == value : folded(one) == folded(value); });
    });
}

TextsMeaning contains(const QStringList &values, std::mt19937 &random)
{
    const QString part = changedCase(somePart(someValue(values, random), random), random);
    return someText(
        u'~' + written(part, random), [=](const QString &value) { return folded(value).contains(folded(part)); });
}

/// Expressions whose meaning is plain to see.
TextsMeaning expression(const QString &sign, const QStringList &values, std::mt19937 &random)
{
    static const QRegularExpression letters(QStringLiteral("\\A[a-z]+\\z"), QRegularExpression::CaseInsensitiveOption);
    QString part = somePart(someValue(values, random), random);
    if (!letters.match(part).hasMatch())
        part = QStringLiteral("a");
    const auto begins = [=](const QString &value) { return value.toLower().startsWith(part.toLower()); };
    const auto ends = [=](const QString &value) { return value.toLower().endsWith(part.toLower()); };
    switch (below(4, random)) {
    case 0:
        return someText(sign + u"/^" + part + u'/', begins);
    case 1:
        return someText(sign + u'/' + part + u"\\z/", ends);
    case 2:
        return someText(sign + u"/\\/|^" + part + u'/',
            [=](const QString &value) { return value.contains(u'/') || begins(value); });
    default:
        return someText(
            sign + u"/^.{3,5}$/", [](const QString &value) { return value.size() >= 3 && value.size() <= 5; });
    }
}

TextsMeaning anyValue()
{
    return someText(QStringLiteral(":*"), [](const QString &) { return true; });
}

} // namespace

QString folded(const QString &text)
{
    return text.toCaseFolded();
}

TextsMeaning randomTexts(const QStringList &values, bool exact, std::mt19937 &random)
{
    switch (below(6, random)) {
    case 0:
        return anyValue();
    case 1:
        return contains(values, random);
    case 2:
        return expression(QStringLiteral(":"), values, random);
    default:
        return equalsOneOf(values, exact, random);
    }
}

TextsMeaning randomPaths(const QStringList &values, std::mt19937 &random)
{
    if (oneIn(3, random))
        return randomTexts(values, false, random);
    const QString path = someValue(values, random);
    return someText(u':' + path + u"/*", [=](const QString &value) {
        const QStringList steps = folded(value).split(u'/');
        const QStringList top = folded(path).split(u'/');
        return steps.size() > top.size() && steps.mid(0, top.size()) == top;
    });
}

TextsMeaning randomWord(std::mt19937 &random)
{
    const QStringList values = Words::names() + Words::tags() + Words::owners() + Words::users() + Words::versions()
        + Words::executors() + Words::platforms() + Words::addresses();
    if (oneIn(4, random))
        return expression({}, values, random);
    const QString part = changedCase(somePart(someValue(values, random), random), random);
    return someText(oneIn(3, random) ? inQuotes(part) : written(part, random),
        [=](const QString &value) { return folded(value).contains(folded(part)); });
}

} // namespace Runnerscope::Test
