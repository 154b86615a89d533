// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <optional>
#include <variant>

namespace Runnerscope {

/// A regular expression that cannot hold up the program: pattern, subjects and the steps of a match are limited.
/// Letter case does not matter unless the pattern says so by "(?-i)".
class FilterPattern
{
public:
    static constexpr qsizetype longestPattern = 200;
    static constexpr qsizetype longestSubject = 1024; ///< of a longer text only this much is looked at

    /// What is wrong with a pattern; the position counts from its beginning.
    struct Fault
    {
        QString sentence;
        qsizetype position = 0;
    };

    static std::variant<FilterPattern, Fault> make(const QString &pattern);

    const QString &text() const { return m_text; }
    /// Nothing when the match took too many steps and was given up.
    std::optional<bool> matches(QStringView subject) const;

    friend bool operator==(const FilterPattern &a, const FilterPattern &b) { return a.m_text == b.m_text; }

private:
    QString m_text;
    QRegularExpression m_expression;
};

} // namespace Runnerscope
