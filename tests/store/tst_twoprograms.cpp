// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two processes on one file, and processes that end in the middle.
#include "tests/store/helperprocess.h"
#include "tests/store/queuefixture.h"
#include "tests/store/storefixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Runnerscope;
using Test::HelperProcess;
using Test::keepNow;
using Kind = StoreTrouble::Kind;

class TestTwoPrograms : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void oneWritesTheOtherReads()
    {
        HelperProcess other({QStringLiteral("hold"), file(), QStringLiteral("3")});
        QVERIFY(other.waitForLine(QStringLiteral("ready")));
        FleetStore store(file(), Test::instance);
        const Test::Troubles troubles(store);
        QVERIFY(!store.isWriter());
        QCOMPARE(troubles.count(Kind::OtherWriter), 1);
        QVERIFY(troubles.all.front().detail.contains(QStringLiteral("storehelper")));
        QVERIFY(Test::sameRows(*store.load(), Test::numberedFleet(100, 3)));
        keepNow(store, Test::numberedFleet(5, 4)); // is not kept, and harms nothing
        QVERIFY(!store.becomeWriter());
        QCOMPARE(troubles.all.size(), std::size_t(1));
        QVERIFY(!other.finish().contains(QStringLiteral("trouble")));
        QVERIFY(Test::sameRows(*store.load(), Test::numberedFleet(100, 3)));
    }

    void aReaderFollows()
    {
        HelperProcess other({QStringLiteral("on-and-on"), file(), QStringLiteral("0")});
        QVERIFY(other.waitForLine(QStringLiteral("kept 0")));
        FleetStore store(file(), Test::instance, FleetStore::Access::Read);
        const FleetPtr first = store.load();
        QVERIFY(first);
        QTRY_VERIFY(store.changedByOthers());
        const FleetPtr second = store.load();
        QVERIFY(second && *second->asOf > *first->asOf);
    }

    void aReaderTakesOver_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("from one that ended") << false;
        QTest::newRow("from one that was killed") << true;
    }

    void aReaderTakesOver()
    {
        QFETCH(const bool, killed);
        HelperProcess other({QStringLiteral("hold"), file(), QStringLiteral("3")});
        QVERIFY(other.waitForLine(QStringLiteral("ready")));
        FleetStore store(file(), Test::instance);
        QVERIFY(!store.isWriter());
        killed ? other.kill() : other.finish();
        QVERIFY(store.becomeWriter());
        QVERIFY(Test::sameRows(*store.load(), Test::numberedFleet(100, 3)));
        keepNow(store, Test::numberedFleet(120, 4));
        QVERIFY(Test::sameRows(*store.load(), Test::numberedFleet(120, 4)));
    }

    /// Whenever a program is killed: the file opens, and every row in it is one that was read.
    void killedAtAnyMoment()
    {
        std::mt19937 random(20261);
        int generation = 0;
        int finished = 0;
        for (int kill = 0; kill < KILLS; ++kill) {
            HelperProcess other({QStringLiteral("on-and-on"), file(), QString::number(generation)});
            if (kill == 0 || random() % 4 != 0)
                QVERIFY(other.waitForLine(QStringLiteral("kept %1").arg(generation)));
            QTest::qWait(static_cast<int>(random() % 300)); // the moment is what is tested
            const QStringList lines = other.kill().filter(QStringLiteral("kept "));
            if (!lines.isEmpty())
                finished = lines.last().mid(5).toInt();

            FleetStore store(file(), Test::instance);
            const Test::Troubles troubles(store);
            QVERIFY(store.isWriter()); // the lock of the dead is taken over
            const FleetPtr fleet = store.load();
            QVERIFY(troubles.all.empty());
            QVERIFY(fleet);
            QCOMPARE(fleet->rows.size(), std::size_t(4000));
            for (const FleetRow &row : fleet->rows) {
                QCOMPARE(Test::whatIsWrong(row), QString());
                QVERIFY(row.runner->id.number % 4 != 0 || row.readAt >= Test::timeOf(finished));
            }
            QVERIFY(fleet->asOf >= Test::timeOf(finished));
            generation = std::max(finished, generation) + 2; // what was begun has a number of its own
        }
    }

    /// Whenever a program is killed: every sample and every wait that it kept counts once, thinned or not.
    void killedWhileTheQueueIsKept()
    {
        std::mt19937 random(20274);
        int first = 0;
        for (int kill = 0; kill < KILLS; ++kill) {
            HelperProcess other({QStringLiteral("queue-on-and-on"), file(), QString::number(first)});
            QVERIFY(other.waitForLine(QStringLiteral("kept %1").arg(first)));
            QTest::qWait(static_cast<int>(random() % 600)); // the moment is what is tested
            const QStringList lines = other.kill().filter(QStringLiteral("kept "));
            const int kept = lines.last().mid(5).toInt();

            FleetStore store(file(), Test::instance);
            const Test::Troubles troubles(store);
            verifyQueue(*store.queue(), kept);
            QVERIFY(troubles.all.empty());
            first = kept; // once more: it may be there
        }
    }

    void noRoomForTheQueueHarmsNothing()
    {
        keepOne();
        HelperProcess other({QStringLiteral("queue-no-room"), file(), QStringLiteral("262144")});
        QVERIFY(other.waitForLine(QStringLiteral("done")));
        const QStringList lines = other.finish();
        QCOMPARE(lines.filter(QStringLiteral("trouble")), QStringList{QStringLiteral("trouble disk-full")});
        const int points = lines.filter(QStringLiteral("points ")).value(0).mid(7).toInt();
        QVERIFY(points > 3 && points < 300);
        FleetStore store(file(), Test::instance);
        const Test::Troubles troubles(store);
        Test::appendNow(*store.queue(), {Test::numberedSample(0, Test::timeOf(2000), std::chrono::seconds(15))});
        const Period always{Test::timeOf(0), Test::timeOf(1'000'000)};
        QVERIFY(store.queue()->samples({}, always, 1'000'000).size() > 3);
        QVERIFY(store.load());
        QVERIFY(troubles.all.empty());
    }

    void noRoomIsToldOnceAndHarmsNothing()
    {
        keepOne();
        HelperProcess other({QStringLiteral("no-room"), file(), QStringLiteral("262144")});
        QVERIFY(other.waitForLine(QStringLiteral("done")));
        const QStringList lines = other.finish();
        QCOMPARE(lines.filter(QStringLiteral("trouble")), QStringList{QStringLiteral("trouble disk-full")});
        FleetStore store(file(), Test::instance);
        const Test::Troubles troubles(store);
        QVERIFY(store.load());
        QVERIFY(troubles.all.empty());
    }

    void noRoomAtFirst()
    {
        HelperProcess other({QStringLiteral("no-room"), file(), QStringLiteral("4096")});
        QVERIFY(other.waitForLine(QStringLiteral("done")));
        QCOMPARE(other.finish().filter(QStringLiteral("trouble")), QStringList{QStringLiteral("trouble disk-full")});
    }

    void noRoomAtTheEnd()
    {
        HelperProcess other({QStringLiteral("no-room-at-the-end"), file(), QStringLiteral("262144")});
        QVERIFY(other.waitForLine(QStringLiteral("done")));
        const QStringList lines = other.finish();
        QCOMPARE(lines.filter(QStringLiteral("trouble")), QStringList()); // that one may be gone
        QCOMPARE(lines.filter(QStringLiteral("last words")), QStringList{QStringLiteral("last words disk-full")});
    }

    /// root may write everywhere: the helper gives its rights up.
    void folderThatMayNotBeWrittenIsRead()
    {
        keepOne();
        const QFile::Permissions legible = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QFile::setPermissions(file(), legible));
        QVERIFY(QFile::setPermissions(m_folder->path(), legible | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther));
        for (QDir above(m_folder->path()); above.cdUp();) {
            if (!QFileInfo(above.path()).permission(QFile::ExeOther))
                QSKIP("needs a temporary folder that others may enter");
        }
        HelperProcess other({QStringLiteral("as-nobody"), file()});
        if (!other.waitForLine(QStringLiteral("done")))
            QSKIP("needs the right to become another user");
        const QStringList lines = other.finish();
        QVERIFY2(lines.contains(QStringLiteral("rows 100")), qUtf8Printable(lines.join(u'\n')));
        QVERIFY(lines.contains(QStringLiteral("points 1")));
        QCOMPARE(lines.filter(QStringLiteral("trouble")), QStringList{QStringLiteral("trouble read-only")});
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("f.sqlite")); }

    void keepOne()
    {
        FleetStore store(file(), Test::instance);
        keepNow(store, Test::numberedFleet(100, 0));
        Test::appendNow(*store.queue(), {Test::numberedSample(0, Test::timeOf(0), std::chrono::seconds(15))});
    }

    static void verifyQueue(QueueStore &queue, int kept)
    {
        std::vector<QueueSample> samples;
        for (int number = 0; number <= kept + 1; ++number) // the last one may have been written and not said
            samples.push_back(Test::numberedSample(number, Test::timeOf(10 * number), std::chrono::minutes(10)));
        // From the day before: waits that are counted by the day begin with theirs.
        const Period always{Test::timeOf(0) - std::chrono::days(1), Test::timeOf(1'000'000)};
        qint64 waits = 0;
        for (const WaitSlice &slice : queue.waits({}, always)) {
            for (const auto &[wait, jobs] : slice.waits)
                waits += jobs;
        }
        QVERIFY(waits == kept + 1 || waits == kept + 2);
        samples.resize(static_cast<std::size_t>(waits));
        for (const QueueFacet &facet : Test::someFacets())
            QVERIFY(
                Test::seenBy(queue.samples(facet, always, 1'000'000), always) == Test::seenBy(samples, facet, always));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestTwoPrograms)
#include "tst_twoprograms.moc"
