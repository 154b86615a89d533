// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/ipaddress.h"

#include <QList>

#include <algorithm>
#include <array>
#include <limits>

namespace Runnerscope {

namespace {

constexpr qsizetype longestText = 64;
constexpr std::size_t groupCount = 8; // of 16 bits, in IPv6
constexpr quint64 mappedPrefix = 0xffff; // of IPv4 within IPv6, in the bits before the last 32

int digitOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    const char16_t lower = c.unicode() | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : 16;
}

/// A number of at most \a digits digits that is at most \a most.
std::optional<quint64> number(QStringView text, int digits, int base, quint64 most)
{
    if (text.isEmpty() || text.size() > digits)
        return std::nullopt;
    quint64 value = 0;
    for (const QChar c : text) {
        const int digit = digitOf(c);
        if (digit >= base)
            return std::nullopt;
        value = value * static_cast<quint64>(base) + static_cast<quint64>(digit);
    }
    return value <= most ? std::optional(value) : std::nullopt;
}

std::optional<quint64> parseV4(QStringView text)
{
    quint64 bits = 0;
    for (int byte = 3; byte >= 0; --byte) {
        const qsizetype end = byte > 0 ? text.indexOf(u'.') : text.size();
        const auto value = number(text.first(std::max(end, qsizetype(0))), 3, 10, 255);
        if (!value)
            return std::nullopt;
        bits = bits << 8 | *value;
        text = text.sliced(byte > 0 ? end + 1 : end);
    }
    return bits;
}

/// The groups of a part of an IPv6 address without "::". An IPv4 address at the end of the last part makes two groups.
std::optional<QList<quint64>> parseGroups(QStringView text, bool isLast)
{
    QList<quint64> groups;
    if (text.isEmpty())
        return groups;
    const auto parts = text.split(u':');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto group = number(parts[i], 4, 16, 0xffff);
        const auto v4 = isLast && i == parts.size() - 1 && !group ? parseV4(parts[i]) : std::nullopt;
        if (group)
            groups.append(*group);
        else if (v4)
            groups.append({*v4 >> 16, *v4 & 0xffff});
        else
            return std::nullopt;
    }
    return groups;
}

std::optional<IpAddress> parseV6(QStringView text)
{
    const qsizetype gap = text.indexOf(QStringView(u"::"));
    const auto head = parseGroups(gap < 0 ? text : text.first(gap), gap < 0);
    const auto tail = parseGroups(gap < 0 ? QStringView() : text.sliced(gap + 2), true);
    if (!head || !tail)
        return std::nullopt;
    const auto count = static_cast<std::size_t>(head->size() + tail->size());
    if (gap < 0 ? count != groupCount : count >= groupCount)
        return std::nullopt;
    std::array<quint64, groupCount> groups{};
    std::copy(head->begin(), head->end(), groups.begin());
    std::copy(tail->begin(), tail->end(), groups.end() - tail->size());
    IpAddress address{true, 0, 0};
    for (std::size_t i = 0; i < groupCount; ++i) {
        quint64 &half = i < groupCount / 2 ? address.high : address.low;
        half = half << 16 | groups[i];
    }
    if (address.high == 0 && address.low >> 32 == mappedPrefix)
        return IpAddress{false, 0, address.low & 0xffffffff};
    return address;
}

/// The lowest \a bits bits of 64.
quint64 lowest(int bits)
{
    if (bits <= 0)
        return 0;
    return bits >= 64 ? std::numeric_limits<quint64>::max() : (quint64(1) << bits) - 1;
}

} // namespace

std::optional<IpAddress> IpAddress::parse(QStringView text)
{
    if (text.size() > longestText)
        return std::nullopt;
    if (text.contains(u':'))
        return parseV6(text);
    const auto v4 = parseV4(text);
    return v4 ? std::optional(IpAddress{false, 0, *v4}) : std::nullopt;
}

std::optional<IpBlock> IpBlock::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto address = IpAddress::parse(slash < 0 ? text : text.first(slash));
    if (!address || slash < 0)
        return address ? std::optional(IpBlock{*address, *address, text.toString()}) : std::nullopt;
    const int width = text.contains(u':') ? 128 : 32;
    const auto prefix = number(text.sliced(slash + 1), 3, 10, static_cast<quint64>(width));
    if (!prefix)
        return std::nullopt;
    const int open = width - static_cast<int>(*prefix); // bits
    if (!address->isV6 && open > 32)
        return std::nullopt; // more than the IPv4 addresses that are written as IPv6
    IpBlock block{*address, *address, text.toString()};
    block.first.low &= ~lowest(open);
    block.last.low |= lowest(open);
    if (address->isV6) {
        block.first.high &= ~lowest(open - 64);
        block.last.high |= lowest(open - 64);
    }
    return block;
}

} // namespace Runnerscope
