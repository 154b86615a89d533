// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever is wrong with the file that keeps the fleet: it is said once, and the fleet is read all the same.
#include "app/store/fleetstore.h"
#include "tests/gitlab/watchedservice.h"
#include "tests/store/helperprocess.h"
#include "tests/support/ticks.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Runnerscope;
using Test::calmRhythm;
using Test::HelperProcess;
using Watched = Test::WatchedService;
using Kind = StoreTrouble::Kind;

namespace {

constexpr std::size_t runners = 350;

} // namespace

class TestKeptFleet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Test::Simulator>(
            QStringList{QStringLiteral("--runners"), QString::number(runners), QStringLiteral("--frozen")});
        QVERIFY(m_simulator->isRunning());
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isThereBeforeTheServerAnswers()
    {
        readOnce();
        m_simulator->setFaults(Test::ticks("[{`kind`:`close`}]"));
        const auto watched = begin();
        QCOMPARE(watched->rows(), runners);
        QVERIFY(watched->fleet->source.cached);
        QTRY_VERIFY_WITH_TIMEOUT(watched->failed.count() >= 2, 30000);
        QCOMPARE(watched->rows(), runners);
        m_simulator->setFaults("[]");
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
        QVERIFY(!watched->fleet->source.cached);
        QVERIFY(watched->troubled.isEmpty());
        QVERIFY(watched->deltasAddUp());
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("garbage") << QByteArray("this is no database").repeated(1000);
        QTest::newRow("cut") << QByteArray();
    }

    void damage()
    {
        QFETCH(QByteArray, content);
        readOnce();
        {
            QFile kept(file());
            QVERIFY(kept.open(QIODevice::ReadWrite));
            if (content.isEmpty())
                QVERIFY(kept.resize(kept.size() / 2));
            else
                QVERIFY(kept.resize(0) && kept.write(content) == content.size());
        }
        checkTrouble(Kind::DamagedSetAside);
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.damaged-*")}).size(), 1);
        const auto again = begin(); // the new file is good
        QCOMPARE(again->rows(), runners);
        QVERIFY(again->troubled.isEmpty());
    }

    void newerProgram()
    {
        readOnce();
        {
            Database database;
            QVERIFY(database.open(file(), Database::Access::Write));
            QVERIFY(database.run(QStringLiteral("PRAGMA user_version = 999")));
        }
        const QByteArray before = content();
        checkTrouble(Kind::NewerProgram);
        QCOMPARE(content(), before);
    }

    /// Where its folder should be is something else.
    void noFolder()
    {
        QFile blocked(m_folder->filePath(QStringLiteral("f")));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        m_file = blocked.fileName() + QStringLiteral("/g/f.sqlite");
        const auto watched = begin();
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
        QCOMPARE(watched->rows(), runners);
        QCOMPARE(watched->troubled.count(), 1);
        m_file.clear();
    }

    void diskFull_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("at once") << 4096;
        QTest::newRow("under way") << 65536;
    }

    void diskFull()
    {
        QFETCH(int, bytes);
        HelperProcess helper(arguments(QStringLiteral("no-room")) << QString::number(bytes), program());
        checkHelper(helper, Kind::DiskFull);
    }

    void readOnlyFolder()
    {
        readOnce();
        const QFile::Permissions legible = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QFile::setPermissions(file(), legible));
        QVERIFY(QFile::setPermissions(m_folder->path(), legible | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther));
        HelperProcess helper(arguments(QStringLiteral("as-nobody")), program());
        if (!helper.waitForLine(QStringLiteral("done")))
            QSKIP("needs the right to become another user");
        checkHelper(helper, Kind::ReadOnly);
    }

    void anotherProgramKeepsIt()
    {
        HelperProcess other(arguments(QStringLiteral("on-and-on")), program());
        QVERIFY(other.waitForLine(QStringLiteral("kept %1").arg(serverTime())));
        const auto watched = begin();
        QCOMPARE(watched->rows(), runners); // it reads along
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
        QCOMPARE(watched->troubled.count(), 1);
        QVERIFY(watched->troubled.first().at(0).value<StoreTrouble>().kind == Kind::OtherWriter);
    }

    void whatHasChangedStandsInTheDetails()
    {
        const auto watched = begin();
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
        const FleetRow row = watched->fleet->rows[3];
        const auto history = [&] {
            const QFuture<RunnerAnswer> answer = watched->service.readRunner(row.runner->id);
            return QTest::qWaitFor([&answer] { return answer.isFinished(); })
                ? *std::get<std::optional<RunnerDetails>>(answer.result())->history
                : RunnerHistory();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!history().sightings.empty(), 30000); // it is written bit by bit
        QVERIFY(history().formerValues.empty());
        m_simulator->changeFleet(
            QStringLiteral("{\"describe\":{\"%1\":\"renamed\"}}").arg(row.runner->id.number).toUtf8());
        watched->service.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 2, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(!history().formerValues.empty(), 30000);
        QCOMPARE(history().formerValues.front().value, row.runner->description);
    }

private:
    static QString program() { return QStringLiteral("refreshhelper"); }
    QString file() const { return m_file.isEmpty() ? m_folder->filePath(QStringLiteral("f.sqlite")) : m_file; }

    QByteArray content() const
    {
        QFile kept(file());
        return kept.open(QIODevice::ReadOnly) ? kept.readAll() : QByteArray();
    }

    QStringList arguments(const QString &verb) const
    {
        return {verb, m_simulator->url(), QString::fromUtf8(m_simulator->token()), file()};
    }

    qint64 serverTime()
    {
        const QString now = m_simulator->ask(QStringLiteral("fleet")).value(QLatin1String("now")).toString();
        return QDateTime::fromString(now, Qt::ISODate).toSecsSinceEpoch() * 1000; // as Date headers have it
    }

    std::unique_ptr<Watched> begin()
    {
        Connection connection = Test::connectionTo(*m_simulator);
        connection.storeKey = QStringLiteral("simulator");
        connection.userName = QStringLiteral("root");
        auto watched = std::make_unique<Watched>(connection, calmRhythm(),
            [this](const QString &, const QString &) { return std::make_unique<FleetStore>(file(), InstanceId{}); });
        watched->service.start();
        return watched;
    }

    void readOnce()
    {
        const auto watched = begin();
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), 1, 30000);
    }

    void checkTrouble(Kind kind)
    {
        const auto watched = begin();
        for (int walk = 1; walk <= 3; ++walk) {
            QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), walk, 30000);
            QCOMPARE(watched->rows(), runners);
            watched->service.refresh();
        }
        QCOMPARE(watched->troubled.count(), 1);
        QCOMPARE(static_cast<int>(watched->troubled.first().at(0).value<StoreTrouble>().kind), static_cast<int>(kind));
        QVERIFY(watched->failed.isEmpty());
    }

    static void checkHelper(HelperProcess &helper, Kind kind)
    {
        QVERIFY(helper.waitForLine(QStringLiteral("done")));
        const QStringList lines = helper.finish();
        QCOMPARE(lines.filter(QStringLiteral("trouble")),
            QStringList{QStringLiteral("trouble %1").arg(static_cast<int>(kind))});
        QVERIFY(lines.contains(QStringLiteral("rows %1").arg(runners)));
        QVERIFY(lines.filter(QStringLiteral("failed")).isEmpty());
    }

    std::unique_ptr<Test::Simulator> m_simulator;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestKeptFleet)
#include "tst_keptfleet.moc"
