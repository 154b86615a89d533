// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <compare>
#include <optional>

namespace Runnerscope {

/// An IPv4 or IPv6 address. An IPv4 address that is written as IPv6 ("::ffff:10.2.0.7") is the IPv4 address.
struct IpAddress
{
    bool isV6 = false;
    quint64 high = 0; ///< the first 64 bits; 0 for IPv4
    quint64 low = 0; ///< the last 64 bits, or the 32 of IPv4

    static std::optional<IpAddress> parse(QStringView text);

    friend auto operator<=>(const IpAddress &, const IpAddress &) = default;
};

/// Addresses of one family that follow one another.
struct IpBlock
{
    IpAddress first;
    IpAddress last;
    QString text; ///< as it was written

    /// An address, or all addresses of a network such as "10.2.0.0/16"; bits behind the prefix do not matter.
    static std::optional<IpBlock> parse(QStringView text);

    friend bool operator==(const IpBlock &, const IpBlock &) = default;
};

} // namespace Runnerscope
