// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/completionplace.h"

#include "models/rules/filter/filterlexer.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using Kind = FilterToken::Kind;

/// Which brackets are open, the innermost last.
class Brackets
{
public:
    void pass(const FilterToken &token)
    {
        if (token.kind == Kind::ManagerOpen || token.kind == Kind::Open)
            m_open.push_back(token.kind);
        else if (token.kind == Kind::Close && !m_open.empty())
            m_open.pop_back();
    }

    FilterScope scope() const
    {
        const bool ofManager = std::ranges::find(m_open, Kind::ManagerOpen) != m_open.end();
        return ofManager ? FilterScope::Manager : FilterScope::Row;
    }

private:
    std::vector<Kind> m_open;
};

/// How much of a value is signs of comparison, or the first end of a range.
qsizetype signsBefore(QStringView value)
{
    const qsizetype dots = value.lastIndexOf(QStringView(u".."));
    if (dots >= 0)
        return dots + 2;
    qsizetype signs = 0;
    while (signs < value.size() && (value[signs] == u'<' || value[signs] == u'>' || value[signs] == u'='))
        ++signs;
    return signs;
}

bool isCompared(const FilterFieldFacts &facts)
{
    return facts.kind != FilterKind::Text && facts.kind != FilterKind::ExactText && facts.kind != FilterKind::Path;
}

void placeInPiece(CompletionPlace &place, const FilterPiece &piece, QStringView text, qsizetype cursor)
{
    place.start = piece.position;
    place.length = piece.length;
    QStringView typed = text.sliced(piece.position, cursor - piece.position);
    if (piece.kind == FilterPiece::Kind::Plain && isCompared(*place.field)) {
        const qsizetype signs = signsBefore(typed);
        place.lead += typed.first(signs);
        place.start += signs;
        place.length -= signs;
        typed = typed.sliced(signs);
    } else if (typed.startsWith(u'"')) {
        typed = typed.sliced(1);
    }
    place.typed = typed.toString();
}

void placeInWord(
    CompletionPlace &place, const FilterFieldFacts *field, const FilterToken &word, QStringView text, qsizetype cursor)
{
    const qsizetype fieldEnd = word.position + word.field.size();
    if (word.field.isEmpty() || cursor <= fieldEnd) {
        place.start = word.position;
        place.length = word.field.isEmpty() ? word.length : word.field.size() + 1; // with the sign
        place.typed = text.sliced(word.position, cursor - word.position).toString();
        return;
    }
    place.field = field;
    place.inUnknownField = !place.field || !place.field->isIn(place.scope);
    if (place.inUnknownField)
        return;
    place.lead = word.sign;
    const auto holdsCursor = [cursor](const FilterPiece &piece) { return cursor <= piece.position + piece.length; };
    const auto piece = std::ranges::find_if(word.pieces, holdsCursor);
    if (piece != word.pieces.end() && piece->position <= cursor)
        placeInPiece(place, *piece, text, cursor);
    else
        place.inUnknownField = true;
}

} // namespace

CompletionPlace CompletionPlace::find(QStringView text, qsizetype cursor, FilterSubject subject)
{
    CompletionPlace place;
    place.start = cursor;
    FilterLexer lexer(text, subject);
    Brackets brackets;
    for (FilterToken token = lexer.next(); token.kind != Kind::End && token.position < cursor; token = lexer.next()) {
        const bool isWord = !token.pieces.empty();
        if (isWord && cursor <= token.position + token.length) {
            place.scope = brackets.scope();
            placeInWord(place, filterFieldNamed(token.field, subject), token, text, cursor);
            return place;
        }
        if (token.position + token.length <= cursor)
            brackets.pass(token);
    }
    place.scope = brackets.scope();
    return place;
}

} // namespace Runnerscope
