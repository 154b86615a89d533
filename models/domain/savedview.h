// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/savedviewtrouble.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace Runnerscope {

/// A filter of the runners page that has a name.
struct SavedView
{
    QString id; ///< made once, never shown, never changed
    QString name; ///< for people; unique among the saved ones, whatever the case of its letters
    QString filter; ///< as it was typed; empty: every runner
    QByteArray layout; ///< of the columns, as the page gave it; empty: the view has none of its own

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// A saved view, and why it cannot be used where that is so. It is kept all the same.
struct SavedViewEntry
{
    SavedView view; ///< what is understood of it
    std::optional<SavedViewTrouble> trouble;

    friend bool operator==(const SavedViewEntry &, const SavedViewEntry &) = default;
};

/// All that is saved, in the order in which it is shown.
struct SavedViewList
{
    std::vector<SavedViewEntry> entries;
    std::optional<SavedViewTrouble> trouble; ///< the whole file cannot be read; nothing is written to it
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::SavedView)
Q_DECLARE_METATYPE(Runnerscope::SavedViewList)
