// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/typingslip.h"

#include <algorithm>

namespace Runnerscope {

namespace {

bool isSeparator(QChar c)
{
    return c == u'-' || c == u'_' || c == u'.' || c == u' ';
}

bool isDigit(char32_t c)
{
    return QChar::isDigit(c);
}

/// The next digits from \a at, which is moved behind them; empty when there are none.
std::u32string_view nextNumber(std::u32string_view text, std::size_t &at)
{
    const auto begin = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), isDigit);
    const auto end = std::find_if_not(begin, text.end(), isDigit);
    at = static_cast<std::size_t>(end - text.begin());
    return {begin, end};
}

bool sameNumbers(std::u32string_view a, std::u32string_view b)
{
    std::size_t atA = 0;
    std::size_t atB = 0;
    for (;;) {
        const std::u32string_view number = nextNumber(a, atA);
        if (number != nextNumber(b, atB))
            return false;
        if (number.empty())
            return true;
    }
}

/// Without what both begin and end with.
void cutCommon(std::u32string_view &a, std::u32string_view &b)
{
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
}

} // namespace

QString foldedTag(const QString &tag)
{
    const QString text = tag.normalized(QString::NormalizationForm_C).toCaseFolded();
    QString folded;
    folded.reserve(text.size());
    bool separated = false;
    for (const QChar c : text) {
        if (isSeparator(c)) {
            separated = true;
            continue;
        }
        if (separated && c.isDigit() && !folded.isEmpty() && folded.back().isDigit())
            folded += u'-';
        folded += c;
        separated = false;
    }
    return folded.isEmpty() ? tag : folded;
}

bool oneSlipApart(std::u32string_view a, std::u32string_view b)
{
    std::u32string_view restA = a;
    std::u32string_view restB = b;
    cutCommon(restA, restB);
    const bool missing = restA.size() + restB.size() == 1;
    const bool replaced = restA.size() == 1 && restB.size() == 1;
    const bool swapped = restA.size() == 2 && restB.size() == 2 && restA[0] == restB[1] && restA[1] == restB[0];
    return (missing || replaced || swapped) && sameNumbers(a, b);
}

} // namespace Runnerscope
