// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

#include <QRectF>

class QPainter;

namespace Runnerscope {

struct Theme;

/// How wide a status glyph of this height is; that of a paused runner has two bars beside the disc.
qreal statusGlyphWidth(qreal height, bool paused);

/// Online a full disc, offline a ring, stale a ring with a quarter filled, never contacted a dashed ring; beside it two
/// bars when \a paused. The disc is as high as \a rect and stands at its left.
void paintStatusGlyph(QPainter &painter, const QRectF &rect, RunnerStatus status, bool paused, const Theme &theme);

/// The two bars alone, filling the height of \a rect.
void paintPausedBars(QPainter &painter, const QRectF &rect, const Theme &theme);

} // namespace Runnerscope
