// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QWidget;

namespace Runnerscope {

enum class FontRole { Caption, Body, Strong, Title, Figure };

/// \a base, or the system's font, in the size and weight of a role. Sizes are in points.
QFont fontFor(FontRole role);
QFont fontFor(FontRole role, const QFont &base);

void setFontRole(QWidget *widget, FontRole role);

} // namespace Runnerscope
