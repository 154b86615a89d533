// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace Runnerscope {

/// A version as GitLab reads it out of free text: three numbers and a suffix (lib/gitlab/version_info.rb).
///
/// A version without suffix is newer than the same numbers with one; two suffixes compare part by part, numbers as
/// numbers and before texts.
struct Version
{
    int majorNumber = 0;
    int minorNumber = 0;
    int patchNumber = 0;
    QString suffix;

    /// The first three numbers joined by dots anywhere in \a text; nothing when there are none, when they are 0.0.0, or
    /// when \a text has more than 128 characters.
    static std::optional<Version> parse(QStringView text);

    friend std::strong_ordering operator<=>(const Version &a, const Version &b);
    friend bool operator==(const Version &a, const Version &b) { return (a <=> b) == 0; }
};

} // namespace Runnerscope
