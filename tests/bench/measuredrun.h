// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace Runnerscope::Bench {

class EventMeter;

/// Loads the fleet of GITLAB_HOST into a window, refreshes it once, and tells what that cost. Fields: rows,
/// loadSeconds, refreshSeconds, loadBusyMs, refreshBusyMs (CPU), loadBusyWallMs, refreshBusyWallMs, longest, peakMB (0
/// where the system does not tell).
QJsonObject measureWindow(EventMeter &application);
/// The same fleet in NaiveTable.
QJsonObject measureNaiveTable(EventMeter &application);
/// Peak memory of an empty window.
QJsonObject measureEmptyWindow();

} // namespace Runnerscope::Bench
