// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Runnerscope {

struct Theme;

/// resources/themes/runnerscope.qss with the colours of \a theme in place of its "$role" marks.
QString styleSheetFor(const Theme &theme);

} // namespace Runnerscope
