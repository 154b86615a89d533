// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

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

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::SavedView)
