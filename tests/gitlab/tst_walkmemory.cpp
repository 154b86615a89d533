// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one run of the program leaves to the next.
#include "app/gitlab/walkmemory.h"
#include "tests/gitlab/watchedservice.h"
#include "tests/support/ticks.h"

#include <QMap>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Runnerscope;
using Test::calmRhythm;
using Test::connectionTo;
using Test::ticks;
using Watched = Test::WatchedService;

namespace {

constexpr std::size_t runners = 650;

/// What lies in a file otherwise.
struct Kept
{
    FleetPtr fleet;
    QMap<QString, QByteArray> notes;
};

class ArchiveInMemory : public FleetArchive
{
public:
    explicit ArchiveInMemory(Kept &kept) :
        m_kept(kept)
    {
    }

    void setTroubleListener(TroubleListener /*listener*/) override { }
    FleetPtr load() override { return m_kept.fleet; }
    void keep(const FleetPtr &fleet) override { m_kept.fleet = fleet; }
    RunnerHistory history(RunnerId /*id*/) override { return {}; }
    QByteArray note(const QString &key) const override { return m_kept.notes.value(key); }
    void setNote(const QString &key, const QByteArray &value) override { m_kept.notes.insert(key, value); }

private:
    Kept &m_kept;
};

} // namespace

class TestWalkMemory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Test::Simulator>(
            QStringList{QStringLiteral("--runners"), QString::number(runners), QStringLiteral("--frozen")});
        QVERIFY(m_simulator->isRunning());
    }

    void init()
    {
        m_simulator->setFaults("[]");
        m_files.clear();
    }

    void isReadAsItWasWritten()
    {
        WalkMemory memory;
        memory.bookmarks[QStringLiteral("a list")] = {
            {QStringLiteral("eyJ\"“"), ServerTime(std::chrono::seconds(1'700'000'000)), 7},
            {QStringLiteral("c"), {}, 8}};
        memory.bookmarks[QStringLiteral("an empty one")] = {};
        memory.scope = {QStringLiteral("a list"), QStringLiteral("an empty one")};
        Kept kept;
        ArchiveInMemory archive(kept);
        memory.write(archive);
        const WalkMemory read = WalkMemory::read(archive);
        QCOMPARE(read.bookmarks, memory.bookmarks);
        QCOMPARE(read.scope, memory.scope);
    }

    void anythingElseIsNoMemory_data()
    {
        QTest::addColumn<QByteArray>("note");
        for (const char *note : {"", "null", "[1,2]", "{`a`:7}", "{`a`:[[]]}", "{`a`:[[7,8,9]]}", "{`a`:["})
            QTest::newRow(note) << ticks(note);
    }

    void anythingElseIsNoMemory()
    {
        QFETCH(const QByteArray, note);
        Kept kept{nullptr, {{QStringLiteral("bookmarks"), note}}};
        const WalkMemory memory = WalkMemory::read(ArchiveInMemory(kept));
        QVERIFY(std::ranges::all_of(memory.bookmarks, &Bookmarks::empty));
        QVERIFY(memory.scope.isEmpty());
    }

    /// The first walk of the next run knows where pages begin: it asks for all of them at once.
    void bookmarksOutliveTheProgram()
    {
        readOnce();
        const ListBookmarks bookmarks = WalkMemory::read(ArchiveInMemory(m_files.first())).bookmarks;
        qsizetype pages = 0;
        for (const Bookmarks &list : bookmarks)
            pages += static_cast<qsizetype>(list.size()) + 1;
        QVERIFY(pages >= 7);
        const int before = m_simulator->asked(QStringLiteral("AllRunners"));
        const auto watched = begin();
        QCOMPARE(watched->rows(), runners); // at once
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
        QCOMPARE(m_simulator->asked(QStringLiteral("AllRunners")) - before, static_cast<int>(pages));
        QVERIFY(watched->removed.empty());
    }

    /// A runner that was deleted while no program ran is gone after the first walk.
    void deletionsBetweenRunsAreSeen()
    {
        Test::Simulator changing({QStringLiteral("--runners"), QStringLiteral("250"), QStringLiteral("--frozen")});
        readOnce(changing);
        const RunnerId gone = m_files.first().fleet->rows[20].runner->id;
        changing.changeFleet("{\"delete\":[" + QByteArray::number(gone.number) + "],\"add\":2}");
        const auto watched = begin(changing);
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
        QCOMPARE(watched->removed, std::set{gone});
        QCOMPARE(watched->rows(), std::size_t(251));
    }

    /// A server that does not know the bookmarks any more is walked over without.
    void bookmarksTheServerRefusesAreDropped()
    {
        readOnce();
        QByteArray &note = m_files.first().notes[QStringLiteral("bookmarks")];
        const WalkMemory memory = WalkMemory::read(ArchiveInMemory(m_files.first()));
        WalkMemory wrong = memory;
        for (Bookmarks &list : wrong.bookmarks) {
            for (Bookmark &bookmark : list)
                bookmark.cursor = QStringLiteral("of another server");
        }
        ArchiveInMemory archive(m_files.first());
        wrong.write(archive);
        QVERIFY(note.contains("another server"));
        const auto watched = begin();
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
        QCOMPARE(watched->rows(), runners);
        QCOMPARE(watched->fleet->coverage.kind, Coverage::Kind::Whole);
        QVERIFY(watched->removed.empty());
        QVERIFY(!note.contains("another server"));
    }

    /// A refusal before the walk has nothing to do with bookmarks.
    void aRefusedSurveyStartsNoWalk()
    {
        readOnce();
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:422,`match`:`ServerInfo`}]"));
        const auto watched = begin();
        QTRY_VERIFY_WITH_TIMEOUT(watched->failed.count() >= 2, 30000);
        QCOMPARE(static_cast<int>(watched->error().kind), static_cast<int>(FetchError::Kind::RequestRefused));
        QCOMPARE(watched->finished.count(), 0);
        QCOMPARE(watched->rows(), runners);
        m_simulator->setFaults("[]");
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
        QVERIFY(watched->removed.empty());
    }

    /// The token turns out to be another user's: the rows that the first one could see leave the screen.
    void anotherUsersFleetIsNotShown()
    {
        readOnce();
        const auto watched = begin("glpat-simulator-owner");
        QCOMPARE(watched->rows(), runners); // nobody knows better yet
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`milliseconds`:300,`match`:`GroupRunners`},"
                                     "{`kind`:`delay`,`milliseconds`:300,`match`:`ProjectRunners`},"
                                     "{`kind`:`delay`,`milliseconds`:300,`match`:`MyRunners`}]"));
        QTRY_COMPARE_WITH_TIMEOUT(watched->rows(), std::size_t(0), 30000); // before the first page is there
        QCOMPARE(watched->removed.size(), runners);
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
        QVERIFY(watched->rows() > 0 && watched->rows() < runners);
        QVERIFY(watched->deltasAddUp());
        QCOMPARE(m_files.size(), 2);
        QCOMPARE(m_files.value(QStringLiteral("root")).fleet->rows.size(), runners);
    }

private:
    std::unique_ptr<Watched> begin(const QByteArray &token = {}) { return begin(*m_simulator, token); }

    /// The archive of root is the one that was used last.
    std::unique_ptr<Watched> begin(const Test::Simulator &simulator, const QByteArray &token = {})
    {
        Connection connection = connectionTo(simulator, token);
        connection.storeKey = QStringLiteral("simulator");
        connection.userName = QStringLiteral("root");
        auto watched = std::make_unique<Watched>(connection, calmRhythm(),
            [this](const QString &, const QString &user) { return std::make_unique<ArchiveInMemory>(m_files[user]); });
        watched->service.start();
        return watched;
    }

    void readOnce() { readOnce(*m_simulator); }
    void readOnce(const Test::Simulator &simulator)
    {
        const auto watched = begin(simulator);
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
    }

    std::unique_ptr<Test::Simulator> m_simulator;
    QMap<QString, Kept> m_files; ///< by user
};

QTEST_GUILESS_MAIN(TestWalkMemory)
#include "tst_walkmemory.moc"
