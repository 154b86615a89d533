// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filtervalues.h"

#include "models/rules/filter/filterchoices.h"
#include "models/rules/filter/filterranges.h"
#include "models/rules/foldedtexts.h"
#include "models/rules/namelist.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterParser)
};

using Value = std::variant<FilterValue, FilterError>;
using Match = TextTest::Match;

FilterError fault(const QString &sentence, const FilterPiece &piece)
{
    return {sentence, piece.position, piece.length};
}

TextTest textTest(Match match, const QString &text)
{
    return {match, text, foldedForSearch(text)};
}

Value readPattern(FilterField field, const FilterPiece &piece)
{
    auto pattern = FilterPattern::make(piece.text);
    if (const auto *trouble = std::get_if<FilterPattern::Fault>(&pattern)) {
        const qsizetype inside = std::min(1 + trouble->position, piece.length - 1);
        return FilterError{trouble->sentence, piece.position + inside, piece.length - inside};
    }
    return FilterValue{field, std::get<FilterPattern>(pattern)};
}

FilterError unknownChoice(const FilterFieldFacts &facts, const FilterPiece &piece, FilterScope scope)
{
    std::vector<QLatin1StringView> words;
    QStringList names;
    for (const FilterChoice &choice : choicesOf(facts.field)) {
        if (choice.isIn(scope)) {
            words.push_back(choice.word);
            names.append(choice.word);
        }
    }
    const QLatin1StringView closest = closestWord(piece.text, words);
    if (!closest.isEmpty())
        return fault(Tr::tr("%1 is no value of %2: did you mean %3?")
                         .arg(shownInSentence(piece.text), shownInSentence(QString(facts.name)),
                             shownInSentence(QString(closest))),
            piece);
    return fault(
        Tr::tr("%1 is no value of %2: it takes %3.")
            .arg(shownInSentence(piece.text), shownInSentence(QString(facts.name)), nameList(names, names.size())),
        piece);
}

Value readChoice(const FilterFieldFacts &facts, const FilterPiece &piece, FilterScope scope)
{
    if (scope == FilterScope::Row && facts.field == FilterField::Is && isFilterFieldToCome(piece.text))
        return fault(Tr::tr("%1 is not available yet: it comes with the pages for versions and findings.")
                         .arg(shownInSentence(piece.text)),
            piece);
    const FilterChoice *choice = choiceNamed(facts.field, piece.text);
    if (!choice || !choice->isIn(scope))
        return unknownChoice(facts, piece, scope);
    if (choice->field == FilterField::Expires)
        return FilterValue{choice->field, AgeTest{Comparison::AtMost, {}, {}}};
    return FilterValue{choice->field, ChoiceTest{choice->word, choice->values}};
}

FilterError strayStar(const FilterFieldFacts &facts, const FilterPiece &piece)
{
    const QString name = facts.name;
    if (facts.kind == FilterKind::Path)
        return fault(Tr::tr("A star stands alone or at the end of a path, as in %1; for a part of the path use ~.")
                         .arg(shownInSentence(QString(facts.example))),
            piece);
    return fault(Tr::tr("A star stands alone, for any value. For a part of the text write %1, for the character itself "
                        "use quotes.")
                     .arg(shownInSentence(name + u'~' + QString(piece.text).remove(u'*'))),
        piece);
}

Value readPath(const FilterFieldFacts &facts, const FilterPiece &piece)
{
    QString path = piece.text;
    const bool below = piece.kind == FilterPiece::Kind::Plain && path.endsWith(QStringLiteral("/*"));
    if (below)
        path.chop(2);
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.isEmpty() || (piece.kind == FilterPiece::Kind::Plain && path.contains(u'*')))
        return strayStar(facts, piece);
    return FilterValue{facts.field, textTest(below ? Match::Below : Match::Equal, path)};
}

Value readText(const FilterFieldFacts &facts, QChar sign, const FilterPiece &piece)
{
    if (sign == u':' && facts.kind == FilterKind::Path)
        return readPath(facts, piece);
    if (piece.kind == FilterPiece::Kind::Plain && piece.text.contains(u'*'))
        return strayStar(facts, piece);
    const QChar mark = markBefore(facts.field);
    const bool marked = !mark.isNull() && piece.kind == FilterPiece::Kind::Plain && piece.text.size() > 1
        && piece.text.startsWith(mark);
    const QString text = marked ? piece.text.mid(1) : piece.text;
    return FilterValue{facts.field, textTest(sign == u'~' ? Match::Contains : Match::Equal, text)};
}

FilterError missingValue(const FilterFieldFacts &facts, const FilterPiece &piece)
{
    if (piece.kind == FilterPiece::Kind::Quoted)
        return fault(Tr::tr("No value is an empty text; %1 finds what has no value.")
                         .arg(shownInSentence(u'-' + QString(facts.name) + QStringLiteral(":*"))),
            piece);
    const qsizetype sign = piece.position - 1; // or the comma: something that can be marked
    return {Tr::tr("A value is missing here, as in %1.").arg(shownInSentence(QString(facts.example))), sign, 1};
}

} // namespace

QChar markBefore(FilterField field)
{
    if (field == FilterField::JobRunner || field == FilterField::JobManager)
        return u'#';
    return field == FilterField::CreatedBy || field == FilterField::JobUser ? u'@' : QChar();
}

std::variant<FilterValue, FilterError> readFilterValue(
    const FilterFieldFacts &facts, QChar sign, const FilterPiece &piece, FilterScope scope)
{
    if (!facts.isText() && (sign == u'~' || piece.kind == FilterPiece::Kind::Pattern))
        return fault(Tr::tr("%1 is no text: write its value after a colon, as in %2.")
                         .arg(shownInSentence(QString(facts.name)), shownInSentence(QString(facts.example))),
            piece);
    if (piece.kind == FilterPiece::Kind::Pattern)
        return readPattern(facts.field, piece);
    if (piece.text.isEmpty())
        return missingValue(facts, piece);
    if (piece.isPlain(u"*") && facts.field != FilterField::Is)
        return FilterValue{facts.field, AnyValue()};
    if (facts.kind == FilterKind::Choice)
        return readChoice(facts, piece, scope);
    const bool isText = facts.kind == FilterKind::Text || facts.kind == FilterKind::ExactText
        || facts.kind == FilterKind::Path || sign == u'~';
    if (isText)
        return readText(facts, sign, piece);
    auto test = readRange(facts, piece.text);
    if (const auto *sentence = std::get_if<QString>(&test))
        return fault(*sentence, piece);
    return FilterValue{facts.field, std::get<FilterTest>(std::move(test))};
}

std::variant<FilterValue, FilterError> readFilterWord(const FilterPiece &piece)
{
    if (piece.kind == FilterPiece::Kind::Pattern)
        return readPattern(FilterField::AnyText, piece);
    if (piece.text.isEmpty())
        return fault(Tr::tr("There is nothing to search for between these quotes."), piece);
    return FilterValue{FilterField::AnyText, textTest(Match::Contains, piece.text)};
}

QString shownInSentence(const QString &text)
{
    constexpr qsizetype longest = 40;
    const QString line = Wording::oneLine(text);
    const QString shown = line.size() > longest ? line.left(longest - 1) + QChar(0x2026) : line;
    return u'`' + shown + u'`';
}

} // namespace Runnerscope
