// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filtertables.h"

#include <algorithm>

namespace Runnerscope {

namespace {

/// Whether something that stands before (less), in (equal) or behind its operands passes a comparison with them.
bool passes(Comparison comparison, std::partial_ordering first, std::partial_ordering second)
{
    switch (comparison) {
    case Comparison::Equal:
        return first == 0;
    case Comparison::Below:
        return first < 0;
    case Comparison::AtMost:
        return first <= 0;
    case Comparison::Above:
        return first > 0;
    case Comparison::AtLeast:
        return first >= 0;
    case Comparison::Between:
        break;
    }
    return first >= 0 && second <= 0;
}

std::partial_ordering placeOf(const Version &version, const VersionLine &line)
{
    return line.place(version);
}

std::partial_ordering placeOf(const IpAddress &address, const IpBlock &block)
{
    if (address.isV6 != block.first.isV6)
        return std::partial_ordering::unordered;
    if (address < block.first)
        return std::partial_ordering::less;
    return address > block.last ? std::partial_ordering::greater : std::partial_ordering::equivalent;
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

bool isBelow(std::string_view path, std::string_view top)
{
    return path.size() > top.size() + 1 && path[top.size()] == '/' && path.starts_with(top);
}

/// Marks the codes that pass one test after another.
class Marker
{
public:
    Marker(FilterField field, const FilterTextColumn &column) :
        m_exact(factsOf(field).kind == FilterKind::ExactText),
        m_column(column),
        m_marks(column.dictionary.size())
    {
    }

    void operator()(const AnyValue &) { std::ranges::fill(m_marks, quint8(1)); }
    void operator()(const FilterPattern &pattern);
    void operator()(const TextTest &test);
    void operator()(const VersionTest &test) { markRange(test, m_column.versions); }
    void operator()(const AddressTest &test) { markRange(test, m_column.addresses); }
    template <typename Other>
    void operator()(const Other &)
    {
        Q_ASSERT(false); // the parser lets a text field have none of these
    }

    std::optional<FilterMask> take();

private:
    template <typename Meets>
    void markWhere(Meets meets)
    {
        for (quint32 code = 1; code < m_marks.size(); ++code)
            m_marks[code] |= quint8(meets(code));
    }
    template <typename Test, typename Value>
    void markRange(const Test &test, const std::vector<std::optional<Value>> &values)
    {
        markWhere([&](quint32 code) {
            const std::optional<Value> &value = values[code];
            return value && passes(test.comparison, placeOf(*value, test.first), placeOf(*value, test.second));
        });
    }
    void markEqual();

    bool m_exact;
    bool m_givenUp = false;
    const FilterTextColumn &m_column;
    std::vector<std::string_view> m_equal; ///< folded texts, which are looked for together
    FilterMask m_marks;
};

void Marker::operator()(const FilterPattern &pattern)
{
    markWhere([&](quint32 code) {
        const auto matches = m_givenUp ? std::nullopt : pattern.matches(m_column.dictionary.text(code));
        m_givenUp = !matches;
        return matches.value_or(false);
    });
}

void Marker::operator()(const TextTest &test)
{
    switch (test.match) {
    case TextTest::Match::Equal:
        if (m_exact)
            m_marks[m_column.dictionary.find(test.text)] = 1;
        else
            m_equal.push_back(viewOf(test.folded));
        break;
    case TextTest::Match::Contains:
        m_column.dictionary.folded().markContaining(viewOf(test.folded), m_marks);
        break;
    case TextTest::Match::Below:
        markWhere([&](quint32 code) { return isBelow(m_column.dictionary.folded(code), viewOf(test.folded)); });
        break;
    }
}

void Marker::markEqual()
{
    std::ranges::sort(m_equal);
    markWhere([this](quint32 code) { return std::ranges::binary_search(m_equal, m_column.dictionary.folded(code)); });
}

std::optional<FilterMask> Marker::take()
{
    if (m_givenUp)
        return std::nullopt;
    if (!m_equal.empty())
        markEqual();
    m_marks[TextDictionary::none] = 0; // a value that is missing passes nothing
    return std::move(m_marks);
}

/// The interval of numbers from the first of one operand to the last of another.
NumberInterval interval(Comparison comparison, NumberInterval first, NumberInterval second)
{
    const NumberInterval all;
    switch (comparison) {
    case Comparison::Equal:
        return first;
    case Comparison::Below:
        return {all.least, first.least - 1};
    case Comparison::AtMost:
        return {all.least, first.most};
    case Comparison::Above:
        return {first.most + 1, all.most};
    case Comparison::AtLeast:
        return {first.least, all.most};
    case Comparison::Between:
        break;
    }
    return {first.least, second.most};
}

NumberInterval single(qint64 number)
{
    return {number, number};
}

NumberInterval single(std::chrono::seconds age)
{
    return single(std::chrono::milliseconds(age).count());
}

NumberInterval spanOf(const DateSpan &date)
{
    return {date.first.time_since_epoch().count(), date.last.time_since_epoch().count()};
}

} // namespace

std::optional<FilterMask> codesPassing(const FilterCondition &condition, const FilterTextColumn &column)
{
    const FilterField field = condition.field == FilterField::AnyText ? FilterField::Name : condition.field;
    Marker marker(field, column);
    for (const FilterTest &test : condition.tests)
        std::visit(marker, test);
    return marker.take();
}

NumberInterval intervalOf(const NumberTest &test)
{
    return interval(test.comparison, single(test.first), single(test.second));
}

NumberInterval intervalOf(const AgeTest &test)
{
    return interval(test.comparison, single(test.first), single(test.second));
}

NumberInterval intervalOf(const DateTest &test)
{
    return interval(test.comparison, spanOf(test.first), spanOf(test.second));
}

} // namespace Runnerscope
