// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that are damaged, foreign, newer or older.
#include "tests/store/queuefixture.h"
#include "tests/store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Runnerscope;
using Test::keepNow;
using Kind = StoreTrouble::Kind;

namespace {

constexpr int size = 600;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content);
}

bool makeTable(Database &database)
{
    return database.run(QStringLiteral("CREATE TABLE later (x)"));
}

bool fail(Database &database)
{
    return database.run(QStringLiteral("CREATE TABLE half (x)")) && database.run(QStringLiteral("no such statement"));
}

std::vector<Migration> migrationsAnd(Migration last)
{
    std::vector<Migration> all = storeMigrations();
    all.push_back(last);
    return all;
}

} // namespace

class TestDamage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        {
            FleetStore store(file(), Test::instance);
            keepNow(store, Test::numberedFleet(size, 0));
        }
        m_good = contentOf(file());
        QVERIFY(m_good.size() > 10000);
    }

    void damagedFilesAreSetAside_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char *damage : {"garbage", "header", "cut", "short", "middle"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }

    void damagedFilesAreSetAside()
    {
        QFETCH(const QString, damage);
        QByteArray bad = m_good;
        if (damage == QStringLiteral("garbage"))
            bad = QByteArray("this is no database").repeated(1000);
        else if (damage == QStringLiteral("header"))
            bad.replace(0, 16, QByteArray(16, 'x'));
        else if (damage == QStringLiteral("cut"))
            bad.truncate(bad.size() / 2);
        else if (damage == QStringLiteral("short"))
            bad.truncate(100);
        else
            bad.replace(8192, bad.size() - 8192, QByteArray(bad.size() - 8192, '\x5a'));
        write(file(), bad);

        FleetStore store(file(), Test::instance);
        const Test::Troubles troubles(store);
        QVERIFY(!store.load());
        QCOMPARE(troubles.all.size(), std::size_t(1));
        QVERIFY(troubles.all.front().kind == Kind::DamagedSetAside);
        QCOMPARE(contentOf(troubles.all.front().detail).size(), bad.size());
        keepNow(store, Test::numberedFleet(size, 1)); // into the new one
        QVERIFY(Test::sameRows(*store.load(), Test::numberedFleet(size, 1)));
    }

    void nothingSetAsideIsOverwritten()
    {
        for (int i = 0; i < 3; ++i) {
            write(file(), "no database, number " + QByteArray::number(i).repeated(1000));
            const FleetStore store(file(), Test::instance);
        }
        const QStringList aside =
            QDir(m_folder->path()).entryList({QStringLiteral("*.damaged-*")}, QDir::Files, QDir::Name);
        QCOMPARE(aside.size(), 3);
    }

    /// Damage that shows only when more is written.
    void damageUnderWayIsSetAside()
    {
        QByteArray bad = m_good;
        {
            Database database;
            QVERIFY(database.open(file(), Database::Access::Read));
            const auto page =
                database.value(QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = 'present'"));
            QVERIFY(page);
            bad.replace((page->toInt() - 1) * 8192, 8192, QByteArray(8192, '\x5a'));
        }
        write(file(), bad);
        FleetStore store(file(), Test::instance);
        const Test::Troubles troubles(store);
        QVERIFY(store.load());
        keepNow(store, Test::numberedFleet(size + 10, 1));
        QCOMPARE(troubles.all.size(), std::size_t(1));
        QVERIFY(troubles.all.front().kind == Kind::DamagedSetAside);
        QVERIFY(Test::sameRows(*store.load(), Test::numberedFleet(size + 10, 1)));
    }

    void damageInTheQueueIsSetAsideToo()
    {
        QByteArray bad = m_good;
        {
            Database database;
            QVERIFY(database.open(file(), Database::Access::Read));
            const auto page =
                database.value(QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = 'queue_sample'"));
            QVERIFY(page);
            bad.replace((page->toInt() - 1) * 8192, 8192, QByteArray(8192, '\x5a'));
        }
        write(file(), bad);
        FleetStore store(file(), Test::instance);
        const Test::Troubles troubles(store);
        const QueueSample sample = Test::numberedSample(3, Test::timeOf(0), std::chrono::seconds(15));
        Test::appendNow(*store.queue(), {sample});
        QCOMPARE(troubles.count(Kind::DamagedSetAside), 1);
        Test::appendNow(*store.queue(), {sample});
        QCOMPARE(
            store.queue()->samples({}, {Test::timeOf(-9), Test::timeOf(9)}, 10).size(), std::size_t(1)); // the new one
        keepNow(store, Test::numberedFleet(size, 1));
        QVERIFY(Test::sameRows(*store.load(), Test::numberedFleet(size, 1)));
    }

    void readersDoNotSetAside()
    {
        write(file(), m_good.left(m_good.size() / 2));
        FleetStore store(file(), Test::instance, FleetStore::Access::Read);
        const Test::Troubles troubles(store);
        QVERIFY(!store.load());
        QCOMPARE(troubles.count(Kind::Unusable), 1);
        QCOMPARE(contentOf(file()).size(), m_good.size() / 2);
    }

    /// Whatever is flipped or cut: what is loaded is what was kept, or nothing.
    void noDamageShowsAnotherFleet()
    {
        const Fleet kept = Test::numberedFleet(size, 0);
        std::mt19937 random(2026);
        int loads = 0;
        for (int i = 0; i < 60; ++i) {
            QByteArray bad = m_good;
            if (i % 5 == 0)
                bad.truncate(static_cast<qsizetype>(random() % static_cast<quint32>(bad.size())));
            for (auto flips = i % 5 == 0 ? 0U : 1 + random() % 8; flips > 0; --flips)
                bad[static_cast<qsizetype>(random() % static_cast<quint32>(bad.size()))] = static_cast<char>(random());
            const QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("f"));
            write(path, bad);
            FleetStore store(path, Test::instance);
            if (const FleetPtr fleet = store.load()) {
                ++loads;
                QVERIFY2(Test::sameRows(*fleet, kept), qUtf8Printable(QString::number(i)));
            }
            keepNow(store, Test::numberedFleet(20, 1));
        }
        QVERIFY(loads > 0); // where it hit the history, or empty space
        QVERIFY(loads < 60);
    }

    void filesOfOtherProgramsAreSetAside()
    {
        QVERIFY(QFile::remove(file()));
        write(file(), {});
        {
            Database database;
            QVERIFY(database.open(file(), Database::Access::Write));
            QVERIFY(database.run(QStringLiteral("CREATE TABLE theirs (x)")));
        }
        FleetStore store(file(), Test::instance);
        const Test::Troubles troubles(store);
        QVERIFY(store.isWriter());
        QCOMPARE(troubles.count(Kind::DamagedSetAside), 1);
    }

    void newerFilesAreReadAndNeverWritten()
    {
        {
            StoreFile later(file(), migrationsAnd(makeTable));
            QVERIFY(later.open(StoreFile::Access::Write));
        }
        const QByteArray before = contentOf(file());
        {
            FleetStore store(file(), Test::instance);
            const Test::Troubles troubles(store);
            QVERIFY(!store.isWriter());
            QVERIFY(Test::sameRows(*store.load(), Test::numberedFleet(size, 0)));
            keepNow(store, Test::numberedFleet(size, 1));
            QCOMPARE(troubles.all.size(), std::size_t(1));
            QVERIFY(troubles.all.front().kind == Kind::NewerProgram);
        }
        QCOMPARE(contentOf(file()), before);
    }

    void everyEarlierVersionIsMigrated_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < static_cast<int>(storeMigrations().size()); ++version)
            QTest::addRow("version %d", version) << version;
    }

    /// With a fleet in it, and into a file that keeps fleets and queues.
    void everyEarlierVersionIsMigrated()
    {
        QFETCH(const int, version);
        const QString path = m_folder->filePath(QStringLiteral("older"));
        std::vector<Migration> earlier = storeMigrations();
        earlier.resize(static_cast<std::size_t>(version));
        {
            StoreFile older(path, earlier);
            QVERIFY(older.open(StoreFile::Access::Write));
            FleetRead read = readFleet(older.database(), Test::instance);
            FleetWriter writer(older.database(), read.book, read.generation);
            writer.begin(shareFleet(Test::numberedFleet(size, 0)), {});
            while (writer.isBusy())
                QVERIFY(writer.writeSlice(std::chrono::seconds(1)));
        }
        {
            const FleetStore reader(path, Test::instance, FleetStore::Access::Read); // waits for a writer
        }
        FleetStore store(path, Test::instance);
        const Test::Troubles troubles(store);
        QVERIFY(store.isWriter());
        QVERIFY(Test::sameRows(*store.load(), Test::numberedFleet(size, 0)));
        const QueueSample sample = Test::numberedSample(3, Test::timeOf(0), std::chrono::seconds(15));
        Test::appendNow(*store.queue(), {sample}, {Test::numberedWait(1, Test::timeOf(0))});
        const Period always{Test::timeOf(-100), Test::timeOf(100)};
        QCOMPARE(store.queue()->samples({}, always, 10).size(), std::size_t(1));
        QCOMPARE(store.queue()->jobWaits({}, always).size(), std::size_t(1));
        QVERIFY(troubles.all.empty());
    }

    void olderFilesAreMigrated()
    {
        StoreFile later(file(), migrationsAnd(makeTable));
        std::vector<StoreTrouble> troubles;
        later.setTroubleListener([&troubles](const StoreTrouble &trouble) { troubles.push_back(trouble); });
        QVERIFY(later.open(StoreFile::Access::Write));
        QVERIFY(later.isWriter());
        QVERIFY(troubles.empty());
        QVERIFY(later.database().run(QStringLiteral("SELECT x FROM later")));
        QCOMPARE(later.database().value(QStringLiteral("PRAGMA user_version"))->toInt(),
            static_cast<int>(storeMigrations().size()) + 1);
        QVERIFY(readFleet(later.database(), Test::instance).fleet);
    }

    void migrationsHappenWhollyOrNotAtAll()
    {
        {
            StoreFile later(file(), migrationsAnd(fail));
            later.open(StoreFile::Access::Write);
            QVERIFY(!later.isWriter());
        }
        FleetStore store(file(), Test::instance);
        QVERIFY(store.isWriter());
        QVERIFY(Test::sameRows(*store.load(), Test::numberedFleet(size, 0)));
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("f.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_good;
};

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
