// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/walkmemory.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

#include <QHash>

#include <algorithm>

namespace Runnerscope::Fuzz {

namespace {

/// Holds notes and nothing else.
class NotesOnly : public FleetArchive
{
public:
    explicit NotesOnly(const QByteArray &every) :
        m_every(every)
    {
    }
    NotesOnly() = default;

    void setTroubleListener(TroubleListener /*listener*/) override { }
    FleetPtr load() override { return nullptr; }
    void keep(const FleetPtr & /*fleet*/) override { }
    RunnerHistory history(RunnerId /*id*/) override { return {}; }
    QByteArray note(const QString &key) const override { return m_notes.value(key, m_every); }
    void setNote(const QString &key, const QByteArray &value) override { m_notes.insert(key, value); }

private:
    QByteArray m_every; ///< stands for each note that was not set
    QHash<QString, QByteArray> m_notes;
};

void checkBookmarks(Bookmarks bookmarks)
{
    sortBookmarks(bookmarks);
    for (const Bookmark &bookmark : bookmarks)
        require(!bookmark.cursor.isEmpty(), "a bookmark is a place");
    const auto same = [](const Bookmark &a, const Bookmark &b) { return a.runner == b.runner; };
    require(std::ranges::adjacent_find(bookmarks, same) == bookmarks.end(), "no place is there twice");
}

} // namespace

void notes(const QByteArray &input)
{
    const WalkMemory memory = WalkMemory::read(NotesOnly(input));
    for (const Bookmarks &bookmarks : memory.bookmarks)
        checkBookmarks(bookmarks);
    NotesOnly archive;
    memory.write(archive);
    const WalkMemory again = WalkMemory::read(archive);
    require(again.bookmarks == memory.bookmarks && again.scope == memory.scope, "what was read can be written");
}

} // namespace Runnerscope::Fuzz
