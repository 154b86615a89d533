// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/savedview.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace Runnerscope {

/// What became of the views of a file that was imported. Worded for people in rules/viewwording.h.
struct ViewImport
{
    struct Renaming
    {
        QString from; ///< the name in the file, which another view has already
        QString to;

        friend bool operator==(const Renaming &, const Renaming &) = default;
    };

    std::vector<SavedView> added; ///< as they are saved now
    std::vector<Renaming> renamed; ///< of those that were added
    std::vector<SavedViewTrouble> refused;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::ViewImport)
