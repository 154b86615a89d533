// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace Runnerscope {

/// Of the window that shows a fleet of this name; empty: of none.
QString titleOf(const QString &fleet, bool production);

/// Says what this program is, until it is closed.
void showAbout(QWidget *parent);

} // namespace Runnerscope
