// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Texts in the cells of a terminal. How wide a character really is only the terminal knows; this comes close.
namespace Runnerscope::TextWidth {

enum class Elide { End, Middle };

int of(const QString &text);
/// The text, shortened with "…" to \a width cells.
QString elided(const QString &text, int width, Elide elide = Elide::End);
/// The text with blanks behind (or in front of) it up to \a width cells.
QString padded(const QString &text, int width, bool inFront = false);
/// The text broken at blanks into lines of at most \a width cells; a longer word stands alone.
QStringList wrapped(const QString &text, int width);

} // namespace Runnerscope::TextWidth
