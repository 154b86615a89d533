// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

#include <vector>

/// Where the parts of a cell stand, apart from painting. All for writing from left to right; painters mirror.
namespace Runnerscope {

/// A status: glyph, word, and for paused runners two bars behind the word.
struct StatusCell
{
    QRect glyph;
    QRect word;
    QRect bars; ///< null unless paused

    static StatusCell in(const QRect &content, int glyphSize, int wordWidth, bool paused);
};

struct ChipMetrics
{
    int height = 0;
    int padding = 0; ///< on either side of a chip's text
    int gap = 0; ///< between chips, and between lines of chips
};

/// Chips in one line, as many as fit. The last place belongs to "+3" when some do not.
struct ChipLine
{
    std::vector<QRect> chips;
    QRect more; ///< null when nothing is hidden, or no room is left for it
    qsizetype hidden = 0;

    /// \a textWidths may stop early, where no more can fit; \a total counts all. A first chip that is too wide for the
    /// line is narrowed.
    static ChipLine in(
        const QRect &content, const QList<int> &textWidths, qsizetype total, int moreWidth, ChipMetrics metrics);
};

/// Chips in as many lines as they need. None is wider than the area.
struct ChipFlow
{
    std::vector<QRect> chips;
    int height = 0;

    static ChipFlow in(int width, const QList<int> &textWidths, ChipMetrics metrics);
};

/// A host in two lines: glyph and system id with version and contact at the end of the first line, what it runs on and
/// how long it is known in the second.
struct ManagerCell
{
    QRect glyph;
    QRect systemId;
    QRect version;
    QRect contact;
    QRect place;
    QRect known;

    static ManagerCell in(
        const QRect &content, int lineHeight, int glyphSize, int versionWidth, int contactWidth, int knownWidth);
};

} // namespace Runnerscope
