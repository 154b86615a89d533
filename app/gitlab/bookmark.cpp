// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/bookmark.h"

#include <algorithm>

namespace Runnerscope {

void sortBookmarks(Bookmarks &bookmarks)
{
    std::ranges::sort(bookmarks, [](const Bookmark &a, const Bookmark &b) {
        return a.createdAt != b.createdAt ? a.createdAt < b.createdAt : a.runner > b.runner;
    });
    const auto same = [](const Bookmark &a, const Bookmark &b) { return a.runner == b.runner; };
    bookmarks.erase(std::unique(bookmarks.begin(), bookmarks.end(), same), bookmarks.end());
}

QJsonArray toJson(const Bookmarks &bookmarks)
{
    QJsonArray array;
    for (const Bookmark &bookmark : bookmarks) {
        const QJsonValue createdAt = bookmark.createdAt
            ? QJsonValue(static_cast<qint64>(bookmark.createdAt->time_since_epoch().count()))
            : QJsonValue();
        array.append(QJsonArray{bookmark.cursor, createdAt, bookmark.runner});
    }
    return array;
}

Bookmarks bookmarksFrom(const QJsonArray &array)
{
    Bookmarks bookmarks;
    for (const QJsonValue entry : array) {
        Bookmark bookmark{entry.toArray().at(0).toString(), std::nullopt, entry.toArray().at(2).toInteger()};
        if (const QJsonValue createdAt = entry.toArray().at(1); createdAt.isDouble())
            bookmark.createdAt = ServerTime(std::chrono::milliseconds(createdAt.toInteger()));
        if (bookmark.cursor.isEmpty())
            return {};
        bookmarks.push_back(std::move(bookmark));
    }
    return bookmarks;
}

} // namespace Runnerscope
