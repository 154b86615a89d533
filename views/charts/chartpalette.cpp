// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartpalette.h"

#include "views/theme/theme.h"

namespace Runnerscope {

ChartPalette ChartPalette::of(const Theme &theme)
{
    if (theme.isDark)
        return {QColor(0xf0, 0xa8, 0x3c), QColor(0x6c, 0xbd, 0xf2), QColor(0xdf, 0x9c, 0xc4)};
    return {QColor(0xb8, 0x5a, 0x00), QColor(0x00, 0x72, 0xb2), QColor(0xa0, 0x4a, 0x7c)};
}

} // namespace Runnerscope
