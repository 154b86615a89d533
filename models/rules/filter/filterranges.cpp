// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterranges.h"

#include "models/domain/runner.h"
#include "models/rules/filter/filtervalues.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterParser)
};

using namespace Qt::Literals::StringLiterals;
using Result = std::variant<FilterTest, QString>;

struct Written
{
    Comparison comparison = Comparison::Equal;
    QStringView first;
    QStringView second;
};

Written divide(QStringView text)
{
    constexpr std::array signs{std::pair{"<="_L1, Comparison::AtMost}, std::pair{">="_L1, Comparison::AtLeast},
        std::pair{"<"_L1, Comparison::Below}, std::pair{">"_L1, Comparison::Above},
        std::pair{"="_L1, Comparison::Equal}};
    for (const auto &[sign, comparison] : signs) {
        if (text.startsWith(sign))
            return {comparison, text.sliced(sign.size()), {}};
    }
    const qsizetype dots = text.indexOf(".."_L1);
    if (dots >= 0)
        return {Comparison::Between, text.first(dots), text.sliced(dots + 2)};
    return {Comparison::Equal, text, {}};
}

std::optional<qint64> parseNumber(QStringView text)
{
    constexpr qsizetype mostDigits = 18;
    const QStringView digits = text.startsWith(u'#') ? text.sliced(1) : text;
    if (digits.isEmpty() || digits.size() > mostDigits)
        return std::nullopt;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
    }
    return digits.toLongLong();
}

/// A time limit as GitLab shows it: seconds without a unit are seconds.
std::optional<qint64> parseSeconds(QStringView text)
{
    const auto duration = parseDuration(text);
    return duration ? std::optional<qint64>(duration->count()) : parseNumber(text);
}

template <typename T>
bool isReversed(const T &first, const T &second)
{
    return second < first;
}

bool isReversed(const DateSpan &first, const DateSpan &second)
{
    return second.last < first.first;
}

bool isReversed(const VersionLine &first, const VersionLine &second)
{
    return first.place(second.version) < 0 && second.place(first.version) > 0;
}

bool isReversed(const IpBlock &first, const IpBlock &second)
{
    return second.last < first.first;
}

QString reversedSentence(const Written &written)
{
    return Tr::tr("The first end of this range lies behind the second: write %1.")
        .arg(shownInSentence(written.second.toString() + QStringLiteral("..") + written.first.toString()));
}

/// The test, or nothing when an operand is not one of \a parse. A reversed range is told by a sentence.
template <typename Parse>
std::optional<Result> readWith(const Written &written, Parse parse)
{
    const auto first = parse(written.first);
    if (!first)
        return std::nullopt;
    using Operand = std::remove_cvref_t<decltype(*first)>;
    if (written.comparison != Comparison::Between)
        return FilterTest(RangeTest<Operand>{written.comparison, *first, {}});
    const auto second = parse(written.second);
    if (!second)
        return std::nullopt;
    if (isReversed(*first, *second))
        return reversedSentence(written);
    return FilterTest(RangeTest<Operand>{written.comparison, *first, *second});
}

std::optional<Result> readNumber(FilterField field, const Written &written)
{
    const auto result = readWith(written, parseNumber);
    constexpr qint64 most = Runner::jobCountCap - 1;
    if (!result || field != FilterField::Jobs || !std::holds_alternative<FilterTest>(*result))
        return result;
    const auto &test = std::get<NumberTest>(std::get<FilterTest>(*result));
    if (test.first > most || test.second > most)
        return Tr::tr("GitLab counts the jobs of a runner up to %1 only: %2 is the most that can be asked.")
            .arg(QString::number(most), QStringLiteral("`jobs:>%1`").arg(most));
    return result;
}

std::optional<Result> readTime(const Written &written)
{
    if (written.comparison == Comparison::Equal && parseDuration(written.first))
        return Tr::tr("A single age matches next to nothing: write %1, %2 or a range of two ages.")
            .arg(QStringLiteral("`>%1`").arg(written.first), QStringLiteral("`<%1`").arg(written.first));
    const auto age = readWith(written, parseDuration);
    return age ? age : readWith(written, DateSpan::parse);
}

std::optional<Result> readOperands(const FilterFieldFacts &facts, const Written &written)
{
    switch (facts.kind) {
    case FilterKind::Number:
        return readNumber(facts.field, written);
    case FilterKind::Duration:
        return readWith(written, parseSeconds);
    case FilterKind::Time:
    case FilterKind::Deadline:
        return readTime(written);
    case FilterKind::Version:
        return readWith(written, VersionLine::parse);
    default:
        return readWith(written, IpBlock::parse);
    }
}

QString expectation(const FilterFieldFacts &facts)
{
    switch (facts.kind) {
    case FilterKind::Number:
        return Tr::tr("%1 is no number", "%1 is quoted from the filter");
    case FilterKind::Duration:
        return Tr::tr("%1 is no duration: a number and s, m, h, d or w");
    case FilterKind::Time:
    case FilterKind::Deadline:
        return Tr::tr("%1 is no date such as 2026-01-31 or 2026-01, and no age: a number and s, m, h, d or w");
    case FilterKind::Version:
        return Tr::tr("%1 is no version; for a part of its text use ~ in place of :");
    default:
        return Tr::tr("%1 is no address and no network; for a part of its text use ~ in place of :");
    }
}

} // namespace

std::variant<FilterTest, QString> readRange(const FilterFieldFacts &facts, QStringView text)
{
    const Written written = divide(text);
    if (written.comparison == Comparison::Between && (written.first.isEmpty() || written.second.isEmpty()))
        return Tr::tr("A range has two ends; an open one is written with >= or <=.");
    if (written.first.isEmpty())
        return Tr::tr("A value is missing here, as in %1.").arg(shownInSentence(QString(facts.example)));
    const bool compares = written.comparison != Comparison::Equal && written.comparison != Comparison::Between;
    if (facts.kind == FilterKind::Address && compares)
        return Tr::tr("Addresses are not compared: write a network such as 10.2.0.0/16 or a range of two addresses.");
    if (const auto result = readOperands(facts, written))
        return *result;
    return Tr::tr("%1, as in %2.", "what is wrong, an example")
        .arg(expectation(facts).arg(shownInSentence(text.toString())), shownInSentence(QString(facts.example)));
}

} // namespace Runnerscope
