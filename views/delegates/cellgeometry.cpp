// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/delegates/cellgeometry.h"

#include "views/theme/metrics.h"

#include <algorithm>

namespace Runnerscope {

namespace {

int centredTop(const QRect &area, int height)
{
    return area.top() + (area.height() - height) / 2;
}

} // namespace

StatusCell StatusCell::in(const QRect &content, int glyphSize, int wordWidth, bool paused)
{
    StatusCell cell;
    const int top = centredTop(content, glyphSize);
    cell.glyph = QRect(content.left(), top, glyphSize, glyphSize);
    const int wordLeft = cell.glyph.right() + 1 + Metrics::small;
    const int barsWidth = paused ? glyphSize + Metrics::tiny : 0;
    const int room = std::max(0, content.right() + 1 - wordLeft - barsWidth);
    cell.word = QRect(wordLeft, content.top(), std::min(wordWidth, room), content.height());
    if (paused)
        cell.bars = QRect(cell.word.right() + 1 + Metrics::tiny + 2, top, glyphSize - 2, glyphSize);
    return cell;
}

ChipLine ChipLine::in(
    const QRect &content, const QList<int> &textWidths, qsizetype total, int moreWidth, ChipMetrics metrics)
{
    ChipLine line;
    const int end = content.right() + 1;
    const int top = centredTop(content, metrics.height);
    int left = content.left();
    for (qsizetype i = 0; i < textWidths.size(); ++i) {
        const int width = textWidths[i] + 2 * metrics.padding;
        const int reserve = i + 1 < total ? metrics.gap + moreWidth : 0;
        if (left + width + reserve > end)
            break;
        line.chips.emplace_back(left, top, width, metrics.height);
        left += width + metrics.gap;
    }
    if (line.chips.empty() && total > 0) {
        const int width = end - left - (total > 1 ? metrics.gap + moreWidth : 0);
        if (width >= 4 * metrics.padding) {
            line.chips.emplace_back(left, top, width, metrics.height);
            left += width + metrics.gap;
        }
    }
    line.hidden = total - static_cast<qsizetype>(line.chips.size());
    if (line.hidden > 0 && left + moreWidth <= end)
        line.more = QRect(left, top, moreWidth, metrics.height);
    return line;
}

ChipFlow ChipFlow::in(int width, const QList<int> &textWidths, ChipMetrics metrics)
{
    ChipFlow flow;
    int left = 0;
    int top = 0;
    for (const int textWidth : textWidths) {
        const int chip = std::min(textWidth + 2 * metrics.padding, std::max(width, 4 * metrics.padding));
        if (left > 0 && left + chip > width) {
            left = 0;
            top += metrics.height + metrics.gap;
        }
        flow.chips.emplace_back(left, top, chip, metrics.height);
        left += chip + metrics.gap;
    }
    flow.height = textWidths.isEmpty() ? 0 : top + metrics.height;
    return flow;
}

ManagerCell ManagerCell::in(
    const QRect &content, int lineHeight, int glyphSize, int versionWidth, int contactWidth, int knownWidth)
{
    ManagerCell cell;
    const int top = centredTop(content, 2 * lineHeight);
    const int left = content.left() + glyphSize + Metrics::small;
    const int end = content.right() + 1;
    cell.glyph = QRect(content.left(), top + (lineHeight - glyphSize) / 2, glyphSize, glyphSize);
    cell.contact = QRect(end - contactWidth, top, contactWidth, lineHeight);
    const int mostVersion = std::max(0, (cell.contact.left() - left) / 2);
    const int version = std::min(versionWidth, mostVersion);
    cell.version = QRect(cell.contact.left() - Metrics::medium - version, top, version, lineHeight);
    cell.systemId = QRect(left, top, std::max(0, cell.version.left() - Metrics::small - left), lineHeight);
    cell.known = QRect(end - knownWidth, top + lineHeight, knownWidth, lineHeight);
    cell.place = QRect(left, top + lineHeight, std::max(0, cell.known.left() - Metrics::small - left), lineHeight);
    return cell;
}

} // namespace Runnerscope
