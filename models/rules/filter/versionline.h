// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/version.h"

namespace Runnerscope {

/// A version as it is written in a filter: "18" and "18.1" name every version of the line, pre-releases too; "18.1.0"
/// and "18.1.0-rc1" name one.
struct VersionLine
{
    Version version;
    int numbers = 3; ///< how many of them are given: 1 to 3

    static std::optional<VersionLine> parse(QStringView text);
    QString text() const;

    /// Where \a version stands: before the line (less), in it (equal) or behind it (greater).
    std::strong_ordering place(const Version &version) const;

    friend bool operator==(const VersionLine &, const VersionLine &) = default;
};

} // namespace Runnerscope
