// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

#include <QColor>
#include <QPalette>

class QWidget;

namespace Runnerscope {

/// The colours of one meaning: ink is readable on the surfaces and on its own wash.
struct Meaning
{
    QColor ink;
    QColor wash;
};

/// The colours of the window by role.
///
/// There are two themes, both constant. Which of them a widget or delegate paints with is read from the palette it
/// paints with anyway, so that there is no second, global notion of the current theme that could disagree with it.
struct Theme
{
    bool isDark = false;

    QColor surface; ///< behind the data
    QColor raised; ///< navigation, tool tips, menus
    QColor text;
    QColor mutedText;
    QColor hairline; ///< between areas; carries no meaning
    QColor outline; ///< around fields and buttons
    QColor accent;
    QColor onAccent;
    QColor selectionWash; ///< where the keyboard is
    QColor restingWash; ///< the selection while the keyboard is elsewhere
    QColor hoverWash;
    QColor focus;

    Meaning good;
    Meaning attention;
    Meaning danger;
    Meaning inactive;
    Meaning unknown;

    static const Theme &light();
    static const Theme &dark();
    /// The theme whose lightness is that of the palette's window colour.
    static const Theme &fromPalette(const QPalette &palette);
    static const Theme &of(const QWidget *widget);

    /// Online is good; offline asks for attention, since it happened within the last days; stale is inactive; of a
    /// runner that never made contact nothing is known.
    const Meaning &meaningOf(RunnerStatus status) const;
    QPalette palette() const;
};

} // namespace Runnerscope
