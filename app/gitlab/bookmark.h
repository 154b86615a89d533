// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/servertime.h"

#include <QJsonArray>
#include <QString>

#include <vector>

namespace Runnerscope {

/// A place in a list of runners that is sorted by creation: behind its last row before that place. Rows are only ever
/// added at the list's end (a few by other ways, which a walk notices), so that a bookmark stays right for years, and
/// pages that begin at different bookmarks can be asked for side by side.
struct Bookmark
{
    QString cursor; ///< as the server gave it; opaque
    OptionalTime createdAt; ///< of the row before the place
    qint64 runner = 0; ///< the number of that row's runner

    friend bool operator==(const Bookmark &, const Bookmark &) = default;
};

using Bookmarks = std::vector<Bookmark>;

/// Puts bookmarks in the order of the list. Servers tell times in whole seconds: within one, the order is a guess.
void sortBookmarks(Bookmarks &bookmarks);

QJsonArray toJson(const Bookmarks &bookmarks);
/// Empty when the array holds anything else.
Bookmarks bookmarksFrom(const QJsonArray &array);

} // namespace Runnerscope
