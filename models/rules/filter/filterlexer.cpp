// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterlexer.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterParser)
};

using Kind = FilterToken::Kind;

constexpr QStringView managerOpening = u"manager(";

bool isFieldLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-';
}

} // namespace

QChar FilterLexer::peek(qsizetype ahead) const
{
    const qsizetype at = m_position + ahead;
    return at < m_text.size() ? m_text[at] : QChar();
}

bool FilterLexer::endsWord(QChar c) const
{
    return c.isSpace() || c == u')';
}

void FilterLexer::fail(const QString &sentence, qsizetype position, qsizetype length)
{
    if (!m_error)
        m_error = FilterError{sentence, position, length};
}

FilterToken FilterLexer::mark(Kind kind, qsizetype length)
{
    FilterToken token;
    token.kind = kind;
    token.position = m_position;
    token.length = length;
    m_position += length;
    return token;
}

FilterToken FilterLexer::next()
{
    while (!atEnd() && peek().isSpace())
        ++m_position;
    if (atEnd())
        return mark(Kind::End, 0);
    const QStringView rest = m_text.sliced(m_position);
    if (rest.startsWith(managerOpening, Qt::CaseInsensitive))
        return mark(Kind::ManagerOpen, managerOpening.size());
    if (peek() == u'(')
        return mark(Kind::Open, 1);
    if (peek() == u')')
        return mark(Kind::Close, 1);
    if (peek() == u'-')
        return mark(Kind::Minus, 1);
    return word();
}

FilterToken FilterLexer::word()
{
    FilterToken token;
    token.kind = Kind::Word;
    token.position = m_position;
    takeField(token);
    const bool ofField = !token.field.isEmpty();
    do
        token.pieces.push_back(piece(ofField));
    while (ofField && peek() == u',' && ++m_position > 0);
    token.length = m_position - token.position;
    const FilterPiece &first = token.pieces.front();
    if (!ofField && first.isPlain(u"OR"))
        token.kind = Kind::Or;
    else if (!ofField && first.isPlain(u"AND"))
        token.kind = Kind::And;
    else if (!ofField && first.isPlain(u"NOT"))
        token.kind = Kind::Not;
    return token;
}

void FilterLexer::takeField(FilterToken &token)
{
    qsizetype length = 0;
    while (isFieldLetter(peek(length)))
        ++length;
    const QStringView name = m_text.sliced(m_position, length);
    const QChar sign = peek(length);
    const bool isAddress = sign == u':' && peek(length + 1) == u':' && !filterFieldNamed(name, m_subject); // "fe::1"
    if (name.isEmpty() || isAddress || (sign != u':' && sign != u'~'))
        return;
    token.field = name.toString();
    token.sign = sign;
    m_position += length + 1;
}

FilterPiece FilterLexer::piece(bool ofField)
{
    FilterPiece piece;
    piece.position = m_position;
    if (peek() == u'"')
        takeQuoted(piece);
    else if (peek() == u'/')
        takePattern(piece);
    else
        takePlain(piece, ofField);
    piece.length = m_position - piece.position;
    requireWordEnd(piece, ofField);
    return piece;
}

void FilterLexer::takePlain(FilterPiece &piece, bool ofField)
{
    const qsizetype begin = m_position;
    while (!atEnd() && !endsWord(peek()) && peek() != u'(' && peek() != u'"' && !(ofField && peek() == u','))
        ++m_position;
    piece.text = m_text.sliced(begin, m_position - begin).toString();
}

void FilterLexer::takeQuoted(FilterPiece &piece)
{
    piece.kind = FilterPiece::Kind::Quoted;
    for (++m_position; !atEnd() && peek() != u'"'; ++m_position) {
        if (peek() == u'\\' && (peek(1) == u'"' || peek(1) == u'\\'))
            ++m_position;
        piece.text += peek();
    }
    piece.closed = !atEnd();
    if (piece.closed)
        ++m_position;
    else
        fail(Tr::tr("The quote at the end of this text is missing."), piece.position, m_position - piece.position);
}

void FilterLexer::takePattern(FilterPiece &piece)
{
    piece.kind = FilterPiece::Kind::Pattern;
    for (++m_position; !atEnd() && peek() != u'/'; ++m_position) {
        if (peek() == u'\\' && peek(1) != QChar()) {
            if (peek(1) != u'/')
                piece.text += peek();
            ++m_position;
        }
        piece.text += peek();
    }
    piece.closed = !atEnd();
    if (piece.closed)
        ++m_position;
    else
        fail(Tr::tr("The slash at the end of this regular expression is missing; a text that begins with a slash "
                    "stands in quotes."),
            piece.position, m_position - piece.position);
}

void FilterLexer::requireWordEnd(const FilterPiece &piece, bool ofField)
{
    if (atEnd() || endsWord(peek()) || (ofField && peek() == u','))
        return;
    if (piece.kind == FilterPiece::Kind::Plain)
        fail(Tr::tr("Brackets and quotes within a word: put the whole text in quotes, or a blank before them."),
            m_position, 1);
    else if (piece.kind == FilterPiece::Kind::Pattern)
        fail(Tr::tr("After a regular expression stands a blank; a slash in it is written \\/."), m_position, 1);
    else
        fail(Tr::tr("After a quote stands a blank; a quote within a text is written \\\"."), m_position, 1);
    while (!atEnd() && !endsWord(peek()))
        ++m_position;
}

bool needsQuotes(QStringView value)
{
    const auto isSpecial = [](QChar c) {
        return c.isSpace() || c == u'"' || c == u'(' || c == u')' || c == u',' || c == u'*';
    };
    return value.isEmpty() || value.front() == u'/' || std::ranges::any_of(value, isSpecial);
}

QString quoted(const QString &value)
{
    QString guarded = value;
    guarded.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + guarded + u'"';
}

} // namespace Runnerscope
