// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterexpression.h"

#include <optional>

namespace Runnerscope {

/// A part of a word: plain, in quotes, or a regular expression between slashes.
struct FilterPiece
{
    enum class Kind { Plain, Quoted, Pattern };

    Kind kind = Kind::Plain;
    QString text; ///< without quotes, slashes and the backslashes that guard them
    qsizetype position = 0;
    qsizetype length = 0; ///< as written
    bool closed = true; ///< false: the quote or slash at its end is missing

    bool isPlain(QStringView value) const { return kind == Kind::Plain && text == value; }
};

struct FilterToken
{
    enum class Kind { End, Open, ManagerOpen, Close, Minus, And, Or, Not, Word };

    Kind kind = Kind::End;
    qsizetype position = 0;
    qsizetype length = 0;
    // Of a word:
    QString field; ///< what stands before the sign; empty for a bare word
    QChar sign; ///< ':' or '~'
    std::vector<FilterPiece> pieces; ///< separated by commas; one for a bare word
};

/// Divides the text of a filter into tokens. It takes every text; what it finds wrong is in error().
class FilterLexer
{
public:
    FilterLexer(QStringView text, FilterSubject subject) :
        m_text(text),
        m_subject(subject)
    {
    }

    FilterToken next();
    /// The first thing that is wrong with the tokens so far.
    const std::optional<FilterError> &error() const { return m_error; }

private:
    bool atEnd() const { return m_position >= m_text.size(); }
    QChar peek(qsizetype ahead = 0) const;
    bool endsWord(QChar c) const;
    FilterToken mark(FilterToken::Kind kind, qsizetype length);
    FilterToken word();
    void takeField(FilterToken &token);
    FilterPiece piece(bool ofField);
    void takePlain(FilterPiece &piece, bool ofField);
    void takeQuoted(FilterPiece &piece);
    void takePattern(FilterPiece &piece);
    void requireWordEnd(const FilterPiece &piece, bool ofField);
    void fail(const QString &sentence, qsizetype position, qsizetype length);

    QStringView m_text;
    FilterSubject m_subject;
    qsizetype m_position = 0;
    std::optional<FilterError> m_error;
};

/// Whether \a value has to be in quotes to be one piece of text after "field:".
bool needsQuotes(QStringView value);
/// \a value in quotes.
QString quoted(const QString &value);

} // namespace Runnerscope
