// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <Qt>

class QPainter;

namespace Runnerscope {

struct Theme;

struct CheckMarkLook
{
    Qt::CheckState state = Qt::Unchecked;
    bool enabled = true;
    bool focused = false;
};

/// Where a box stands in a cell: in its middle, as large as the font allows.
QRect checkMarkIn(const QRect &cell, int fontHeight);
/// A box with a tick, with a bar for "some of them", or empty.
void paintCheckMark(QPainter &painter, const QRect &box, const CheckMarkLook &look, const Theme &theme);

} // namespace Runnerscope
