// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/walkmemory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Runnerscope {

namespace {

const QString bookmarksNote = QStringLiteral("bookmarks");
const QString scopeNote = QStringLiteral("scope");

} // namespace

WalkMemory WalkMemory::read(const FleetArchive &archive)
{
    WalkMemory memory;
    const QJsonObject lists = QJsonDocument::fromJson(archive.note(bookmarksNote)).object();
    for (auto it = lists.begin(); it != lists.end(); ++it)
        memory.bookmarks.insert(it.key(), bookmarksFrom(it.value().toArray()));
    const QJsonArray scope = QJsonDocument::fromJson(archive.note(scopeNote)).array();
    for (const QJsonValue key : scope)
        memory.scope.append(key.toString());
    return memory;
}

void WalkMemory::write(FleetArchive &archive) const
{
    QJsonObject lists;
    for (auto it = bookmarks.begin(); it != bookmarks.end(); ++it)
        lists.insert(it.key(), toJson(it.value()));
    archive.setNote(bookmarksNote, QJsonDocument(lists).toJson(QJsonDocument::Compact));
    archive.setNote(scopeNote, QJsonDocument(QJsonArray::fromStringList(scope)).toJson(QJsonDocument::Compact));
}

QStringList scopeOf(const std::vector<RunnerList> &lists, const std::vector<FleetPart> &parts)
{
    const auto isRefused = [&](const FleetPart &part) {
        return std::ranges::any_of(parts, [&](const FleetPart &known) {
            return known.kind == part.kind && known.fullPath == part.fullPath
                && known.state == FleetPart::State::Refused;
        });
    };
    QStringList scope;
    for (const RunnerList &list : lists) {
        if (!isRefused(list.part))
            scope.append(list.key());
    }
    scope.sort();
    return scope;
}

} // namespace Runnerscope
