// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/fleetstore.h"
#include "tests/store/storefixture.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Runnerscope;
using Test::keepNow;
using Test::numberedFleet;
using Test::sameRows;
using Kind = StoreTrouble::Kind;

class TestFleetStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingIsKeptAtFirst()
    {
        FleetStore store(file(), Test::instance);
        const Test::Troubles troubles(store);
        QVERIFY(store.isWriter());
        QVERIFY(!store.load());
        QVERIFY(troubles.all.empty());
    }

    void whatWasKeptIsLoaded()
    {
        const Fleet kept = numberedFleet(1000, 0);
        {
            FleetStore store(file(), Test::instance);
            keepNow(store, kept);
        }
        FleetStore store(file(), Test::instance);
        const FleetPtr loaded = store.load();
        QVERIFY(loaded);
        QVERIFY(sameRows(*loaded, kept));
        QVERIFY(loaded->source == kept.source);
        QVERIFY(loaded->coverage == kept.coverage);
        QVERIFY(loaded->asOf == kept.asOf);
    }

    void theInstanceIsTheCallers()
    {
        {
            FleetStore store(file(), Test::instance);
            keepNow(store, numberedFleet(3, 0));
        }
        FleetStore store(file(), InstanceId{3});
        const FleetPtr loaded = store.load();
        QVERIFY(loaded->source.instance == InstanceId{3});
        QVERIFY(loaded->rows.front().runner->id.instance == InstanceId{3});
    }

    void whatWaitsAtTheEndIsWritten()
    {
        {
            FleetStore store(file(), Test::instance);
            store.keep(shareFleet(numberedFleet(3000, 0)));
        }
        FleetStore store(file(), Test::instance);
        QCOMPARE(store.load()->rows.size(), std::size_t(3000));
    }

    void newerFleetReplacesTheOneThatWaits()
    {
        FleetStore store(file(), Test::instance);
        for (int generation = 0; generation < 5; ++generation)
            store.keep(shareFleet(numberedFleet(2000, generation)));
        QTRY_VERIFY(!store.isKeeping());
        QVERIFY(sameRows(*store.load(), numberedFleet(2000, 4)));
    }

    void keepingOnAndOn_data()
    {
        QTest::addColumn<bool>("loadsFirst");
        QTest::newRow("in one run") << false;
        QTest::newRow("in a new run each") << true;
    }

    /// Fleets that grow, shrink, lose their ends and their middle.
    void keepingOnAndOn()
    {
        QFETCH(const bool, loadsFirst);
        auto store = std::make_unique<FleetStore>(file(), Test::instance);
        Fleet last;
        int generation = 0;
        for (const int size : {700, 5000, 4900, 300, 301, 0, 1, 2600, 2600}) {
            last = numberedFleet(size, ++generation, &last);
            std::erase_if(last.rows, [&](const FleetRow &row) {
                return generation % 3 == 0 && row.runner->id.number > 300 && row.runner->id.number < 2000;
            });
            keepNow(*store, last);
            if (loadsFirst) {
                store = nullptr;
                store = std::make_unique<FleetStore>(file(), Test::instance);
            }
            const FleetPtr loaded = FleetStore(file(), Test::instance, FleetStore::Access::Read).load();
            QVERIFY(loaded);
            QCOMPARE(loaded->rows.size(), last.rows.size());
            for (std::size_t i = 0; i < last.rows.size(); ++i)
                QVERIFY(*loaded->rows[i].runner == *last.rows[i].runner);
        }
    }

    /// Ages may be behind, since all of them change with every walk; they are never ahead.
    void agesAloneMayWait()
    {
        FleetStore store(file(), Test::instance);
        Fleet fleet = numberedFleet(1000, 0);
        keepNow(store, fleet);
        for (FleetRow &row : fleet.rows)
            row.readAt = Test::timeOf(1);
        keepNow(store, fleet);
        const FleetPtr loaded = FleetStore(file(), Test::instance, FleetStore::Access::Read).load();
        for (const FleetRow &row : loaded->rows)
            QVERIFY(row.readAt == Test::timeOf(0) || row.readAt == Test::timeOf(1));
    }

    void notesComeWithTheirFleet()
    {
        const QString key = QStringLiteral("cursor");
        {
            FleetStore store(file(), Test::instance);
            QVERIFY(store.note(key).isEmpty());
            store.setNote(key, "first");
            keepNow(store, numberedFleet(10, 0));
            store.setNote(key, "never kept");
            QCOMPARE(store.note(key), QByteArray("never kept"));
        }
        FleetStore store(file(), Test::instance);
        QCOMPARE(store.note(key), QByteArray("first"));
        store.setNote(key, "second");
        keepNow(store, numberedFleet(10, 0));
        QCOMPARE(FleetStore(file(), Test::instance, FleetStore::Access::Read).note(key), QByteArray("second"));
    }

    void unchangedRowsAreSharedAndNotWritten()
    {
        FleetStore store(file(), Test::instance);
        const FleetPtr fleet = shareFleet(numberedFleet(5000, 0));
        store.keep(fleet);
        QTRY_VERIFY(!store.isKeeping());
        const qint64 before = QFileInfo(file() + QStringLiteral("-wal")).size();
        store.keep(fleet);
        QTRY_VERIFY(!store.isKeeping());
        QCOMPARE(QFileInfo(file() + QStringLiteral("-wal")).size(), before);
    }

    void filesAreForTheirUserOnly()
    {
        const QString folder = m_folder->filePath(QStringLiteral("new/folder"));
        FleetStore store(folder + QStringLiteral("/f.sqlite"), Test::instance);
        keepNow(store, numberedFleet(10, 0));
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        for (const auto &name : {QString(), QStringLiteral("/f.sqlite"), QStringLiteral("/f.sqlite-wal")})
            QVERIFY2(!(QFileInfo(folder + name).permissions() & others), qUtf8Printable(name));
    }

    void worksOnAnyThread()
    {
        const std::unique_ptr<QThread> thread(QThread::create([this] {
            FleetStore store(file(), Test::instance);
            store.keep(shareFleet(numberedFleet(100, 0)));
        }));
        thread->start();
        QVERIFY(thread->wait(30000));
        QCOMPARE(FleetStore(file(), Test::instance).load()->rows.size(), std::size_t(100));
    }

    void folderThatCannotBeMadeIsToldOnce()
    {
        QFile blocked(m_folder->filePath(QStringLiteral("file")));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        FleetStore store(blocked.fileName() + QStringLiteral("/f.sqlite"), Test::instance);
        const Test::Troubles troubles(store);
        QVERIFY(!store.load());
        keepNow(store, numberedFleet(10, 0));
        QVERIFY(!store.becomeWriter());
        QCOMPARE(troubles.all.size(), std::size_t(1));
        QVERIFY(troubles.all.front().kind == Kind::ReadOnly);
    }

    void readersMakeNoFile()
    {
        FleetStore store(file(), Test::instance, FleetStore::Access::Read);
        const Test::Troubles troubles(store);
        QVERIFY(!store.load());
        QVERIFY(troubles.all.empty());
        QVERIFY(!QFileInfo::exists(file()));
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("f.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFleetStore)
#include "tst_fleetstore.moc"
