// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace Runnerscope {

struct Theme;

/// Colours of lines that colour-blind people tell apart, after Okabe and Ito; none is the only sign of its meaning.
struct ChartPalette
{
    QColor pending;
    QColor running;
    QColor oldest;

    static ChartPalette of(const Theme &theme);
};

} // namespace Runnerscope
