// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace Runnerscope {

enum class Glyph { Refresh, Search, Close, Connect, Below, Warning };

/// What an icon is drawn with; the colour follows the theme of the application when the icon is painted.
enum class IconInk { Muted, Text, OnAccent, Attention, Danger };

QIcon glyphIcon(Glyph glyph, IconInk ink = IconInk::Muted);

/// For title bars and task switchers.
QIcon applicationIcon();

} // namespace Runnerscope
