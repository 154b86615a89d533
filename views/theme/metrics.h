// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The few lengths the window is made of, in device independent pixels.
namespace Runnerscope::Metrics {

inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int huge = 24;

inline constexpr int radius = 6;
inline constexpr int hairline = 1;
inline constexpr int accentBar = 3;
inline constexpr int icon = 16;

inline constexpr int navigationWidth = 200;
inline constexpr int panelWidth = 340;

} // namespace Runnerscope::Metrics
