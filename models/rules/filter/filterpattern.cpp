// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterpattern.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterPattern)
};

/// Qt has no call for PCRE's limits, but a pattern may begin with them. This many steps take some 30 µs; a pattern that
/// needs more for a text of 1,024 characters is one that tries all ways of dividing it.
const QString stepLimit = QStringLiteral("(*LIMIT_MATCH=20000)");

} // namespace

std::variant<FilterPattern, FilterPattern::Fault> FilterPattern::make(const QString &pattern)
{
    if (pattern.isEmpty())
        return Fault{Tr::tr("Between the slashes stands a regular expression, such as /^build-[0-9]+$/."), 0};
    if (pattern.size() > longestPattern)
        return Fault{Tr::tr("A regular expression has at most %1 characters; divide this one.").arg(longestPattern), 0};
    if (pattern.startsWith(QStringLiteral("(*")))
        return Fault{Tr::tr("A regular expression cannot begin with (* here; write \\(\\* for the characters."), 0};
    FilterPattern result;
    result.m_text = pattern;
    result.m_expression.setPattern(stepLimit + pattern);
    result.m_expression.setPatternOptions(
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DontCaptureOption);
    if (!result.m_expression.isValid())
        return Fault{Tr::tr("This is no regular expression: %1.").arg(result.m_expression.errorString()),
            std::clamp(result.m_expression.patternErrorOffset() - stepLimit.size(), qsizetype(0), pattern.size())};
    return result;
}

std::optional<bool> FilterPattern::matches(QStringView subject) const
{
    const QStringView looked = subject.first(std::min(subject.size(), longestSubject));
    QRegularExpressionMatch match = m_expression.match(looked);
    if (!match.isValid() && !looked.isValidUtf16())
        match = m_expression.match(QString::fromUtf8(looked.toUtf8()));
    return match.isValid() ? std::optional(match.hasMatch()) : std::nullopt;
}

} // namespace Runnerscope
