// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program that is killed at any moment of refreshing a fleet that changes: what it leaves is right.
#include "app/gitlab/walkmemory.h"
#include "app/store/fleetstore.h"
#include "tests/gitlab/watchedservice.h"
#include "tests/store/helperprocess.h"
#include "tests/store/storefixture.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <random>

using namespace Runnerscope;
using Test::calmRhythm;
using Test::HelperProcess;
using Watched = Test::WatchedService;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds step{60}; ///< of the server's clock, for each change

/// All that a runner ever was on the server. Changes come in steps; within one, an answer shows it before or after.
struct Life
{
    std::map<int, QString> descriptions; ///< since which step
    int created = 0;
    std::optional<int> deleted;

    bool showed(int at, const QString &description) const
    {
        if (at < created || (deleted && at > *deleted))
            return false;
        auto last = std::prev(descriptions.upper_bound(at));
        return last->second == description
            || (last->first == at && last != descriptions.begin() && std::prev(last)->second == description);
    }
};

} // namespace

class TestKilledRefresh : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("900"),
            QStringLiteral("--frozen"), QStringLiteral("--now"), QStringLiteral("2026-03-25T10:00:00Z"),
            QStringLiteral("--rate-limit"), QStringLiteral("1000000")});
        QVERIFY(m_simulator->isRunning());
        Watched watched(Test::connectionTo(*m_simulator));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        m_begin = *watched.fleet->asOf;
        for (const FleetRow &row : watched.fleet->rows)
            m_lives[row.runner->id.number].descriptions[0] = row.runner->description;
    }

    void killedAtAnyMoment()
    {
        std::mt19937 random(20263);
        bool everKept = false;
        for (int kill = 0; kill < KILLS; ++kill) {
            HelperProcess helper(
                {QStringLiteral("on-and-on"), m_simulator->url(), QString::fromUtf8(m_simulator->token()), file()},
                QStringLiteral("refreshhelper"));
            for (auto changes = random() % 4; changes > 0; --changes) {
                change(random);
                QTest::qWait(static_cast<int>(random() % 250)); // the moment is what is tested
            }
            if (kill == 0)
                QVERIFY(helper.waitForLine(QStringLiteral("kept %1").arg(timeOf(m_step).time_since_epoch().count())));
            QTest::qWait(static_cast<int>(random() % 300));
            const QStringList lines = helper.kill();
            QVERIFY2(lines.filter(QStringLiteral("failed")).isEmpty(), qUtf8Printable(lines.join(u'\n')));
            QVERIFY2(lines.filter(QStringLiteral("trouble")).isEmpty(), qUtf8Printable(lines.join(u'\n')));
            const QStringList kept = lines.filter(QStringLiteral("kept "));
            if (!kept.isEmpty())
                m_certain =
                    std::max(m_certain, stepAt(ServerTime(std::chrono::milliseconds(kept.last().mid(5).toLongLong()))));
            everKept = everKept || !kept.isEmpty();
            checkFile(everKept);
        }
        QVERIFY(m_certain > KILLS / 4); // else hardly anything was ever finished, and nothing was tested
        checkBookmarks();
    }

private:
    QString file() const { return m_folder.filePath(QStringLiteral("f.sqlite")); }
    ServerTime timeOf(int number) const { return m_begin + number * step; }
    int stepAt(ServerTime time) const { return static_cast<int>((time - m_begin) / step); }

    /// The next step: some are deleted, described anew, or created.
    void change(std::mt19937 &random)
    {
        ++m_step;
        m_simulator->advanceClock(step.count());
        QJsonArray gone;
        QJsonObject described;
        std::vector<qint64> living;
        for (const auto &[number, life] : m_lives) {
            if (!life.deleted)
                living.push_back(number);
        }
        std::ranges::shuffle(living, random);
        for (std::size_t i = 0; i < 3; ++i) {
            gone.append(living[i]);
            m_lives[living[i]].deleted = m_step;
        }
        for (std::size_t i = 3; i < 40; ++i) {
            const QString text = QStringLiteral("step %1").arg(m_step);
            described.insert(QString::number(living[i]), text);
            m_lives[living[i]].descriptions[m_step] = text;
        }
        // What is described now is a runner at once; one that is created has its own description, which the test reads.
        const QJsonObject body{{QStringLiteral("delete"), gone}, {QStringLiteral("describe"), described}};
        m_simulator->control(QStringLiteral("fleet"), QJsonDocument(body));
        create();
    }

    void create()
    {
        const QJsonObject body{{QStringLiteral("add"), 3}};
        const QJsonArray added =
            m_simulator->control(QStringLiteral("fleet"), QJsonDocument(body)).value(QLatin1String("added")).toArray();
        QJsonObject described;
        for (const QJsonValue id : added) {
            Life life;
            life.created = m_step;
            life.descriptions[m_step] = QString(); // as it came, for a moment
            m_lives[id.toInteger()] = life;
            m_fresh.insert(id.toInteger());
        }
    }

    void checkFile(bool mustHold)
    {
        FleetStore store(file(), InstanceId{});
        const Test::Troubles troubles(store);
        QVERIFY(store.isWriter()); // the lock of the dead is taken over
        const FleetPtr fleet = store.load();
        QVERIFY(troubles.all.empty());
        QVERIFY(fleet || !mustHold);
        if (!fleet)
            return;
        std::set<qint64> numbers;
        for (const FleetRow &row : fleet->rows) {
            const qint64 number = row.runner->id.number;
            numbers.insert(number);
            const auto life = m_lives.find(number);
            QVERIFY(life != m_lives.end());
            const bool isTrue = m_fresh.contains(number)
                ? stepAt(row.readAt) >= life->second.created
                : life->second.showed(stepAt(row.readAt), row.runner->description);
            QVERIFY2(isTrue, qUtf8Printable(QStringLiteral("%1 “%2”").arg(number).arg(row.runner->description)));
        }
        if (fleet->coverage.kind != Coverage::Kind::Whole || !mustHold)
            return;
        for (const auto &[number, life] : m_lives) { // what was kept to the end: nobody is back, nobody is missing
            if (life.deleted && *life.deleted <= m_certain)
                QVERIFY2(!numbers.contains(number), qUtf8Printable(QString::number(number)));
            if (!life.deleted && life.created <= m_certain && !m_fresh.contains(number))
                QVERIFY2(numbers.contains(number), qUtf8Printable(QString::number(number)));
        }
    }

    /// The next walk goes from where they say, and finds what is true.
    void checkBookmarks()
    {
        {
            const FleetStore store(file(), InstanceId{});
            QVERIFY(!WalkMemory::read(store).bookmarks.isEmpty());
        }
        Connection connection = Test::connectionTo(*m_simulator);
        connection.storeKey = QStringLiteral("simulator");
        connection.userName = QStringLiteral("root");
        Watched watched(connection, calmRhythm(),
            [this](const QString &, const QString &) { return std::make_unique<FleetStore>(file(), InstanceId{}); });
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        QVERIFY(watched.failed.isEmpty());
        std::set<qint64> numbers;
        for (const FleetRow &row : watched.fleet->rows)
            numbers.insert(row.runner->id.number);
        std::set<qint64> living;
        for (const auto &[number, life] : m_lives) {
            if (!life.deleted)
                living.insert(number);
        }
        QCOMPARE(numbers, living);
    }

    std::unique_ptr<Test::Simulator> m_simulator;
    QTemporaryDir m_folder;
    std::map<qint64, Life> m_lives;
    std::set<qint64> m_fresh; ///< created by the test: their descriptions are the simulator's own
    ServerTime m_begin;
    int m_step = 0;
    int m_certain = 0; ///< the file holds what was true at this step, or later
};

QTEST_GUILESS_MAIN(TestKilledRefresh)
#include "tst_killedrefresh.moc"
