// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

/// Names that people give to what they save.
namespace Runnerscope::SavedNames {

inline constexpr qsizetype longest = 100; ///< characters

/// As typed or read: blanks at the ends and runs of blanks are a matter of the fingers, and so is the way in which an
/// accent came to its letter.
QString tidied(const QString &name);
/// Has something to see, and nothing that cannot be seen; neither too long nor with blanks at its ends.
bool isUsable(const QString &name);

/// Equal for two names that differ in the case of their letters only.
QString key(const QString &name);
bool areSame(const QString &a, const QString &b);
/// The first of "name (2)", "name (3)" … whose key is not \a taken; the name is cut where that gets too long.
QString numbered(const QString &name, const QSet<QString> &taken);

} // namespace Runnerscope::SavedNames
