// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/version.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace Runnerscope {

namespace {

constexpr qsizetype longestText = 128;

/// Numbers come before texts: compared as texts with texts only, they would go round in circles (9 < 10 < 1a < 9).
std::strong_ordering comparePart(QStringView a, QStringView b)
{
    bool aIsNumber = false;
    bool bIsNumber = false;
    const qlonglong aNumber = a.toLongLong(&aIsNumber);
    const qlonglong bNumber = b.toLongLong(&bIsNumber);
    if (aIsNumber && bIsNumber)
        return aNumber <=> bNumber;
    if (aIsNumber != bIsNumber)
        return aIsNumber ? std::strong_ordering::less : std::strong_ordering::greater;
    return a.compare(b) <=> 0;
}

QList<QStringView> suffixParts(const QString &suffix)
{
    static const QRegularExpression separators(QStringLiteral("[-.~+]"));
    return QStringView(suffix).split(separators, Qt::SkipEmptyParts);
}

std::strong_ordering compareSuffix(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() <=> b.isEmpty();
    const auto aParts = suffixParts(a);
    const auto bParts = suffixParts(b);
    return std::lexicographical_compare_three_way(
        aParts.begin(), aParts.end(), bParts.begin(), bParts.end(), comparePart);
}

} // namespace

std::optional<Version> Version::parse(QStringView text)
{
    if (text.size() > longestText)
        return std::nullopt;
    static const QRegularExpression numbers(QStringLiteral("([0-9]{1,9})\\.([0-9]{1,9})\\.([0-9]{1,9})(.*)"));
    const QRegularExpressionMatch match = numbers.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const Version version{match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt(),
        match.captured(4).trimmed()};
    if (version.majorNumber == 0 && version.minorNumber == 0 && version.patchNumber == 0)
        return std::nullopt;
    return version;
}

std::strong_ordering operator<=>(const Version &a, const Version &b)
{
    const auto numbers =
        std::tie(a.majorNumber, a.minorNumber, a.patchNumber) <=> std::tie(b.majorNumber, b.minorNumber, b.patchNumber);
    return numbers != 0 ? numbers : compareSuffix(a.suffix, b.suffix);
}

} // namespace Runnerscope
