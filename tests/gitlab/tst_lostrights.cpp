// SPDX-License-Identifier: GPL-3.0-or-later
//
// A token that ends, or a user who may see less, in the middle: nothing leaves the screen or the archive, and when the
// rights are back only those are gone that were deleted.
#include "app/store/fleetstore.h"
#include "tests/gitlab/watchedservice.h"
#include "tests/support/ticks.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Runnerscope;
using Test::calmRhythm;
using Test::connectionTo;
using Test::ticks;
using Watched = Test::WatchedService;
using namespace std::chrono_literals;
using Kind = FetchError::Kind;

namespace {

constexpr std::size_t runners = 350;
const QByteArray admin = "glpat-simulator-admin";
const QByteArray owner = "glpat-simulator-owner";

struct Loss
{
    const char *name;
    const char *control;
    const char *lose;
    const char *restore;
    Kind kind;
};

const Loss losses[] = {
    {"revoked", "tokens", "`token`:`glpat-simulator-admin`,`revoked`:true",
        "`token`:`glpat-simulator-admin`,`revoked`:false", Kind::Unauthorized},
    {"expired", "tokens", "`token`:`glpat-simulator-admin`,`expiresAt`:`2020-01-01T00:00:00Z`",
        "`token`:`glpat-simulator-admin`,`expiresAt`:null", Kind::Unauthorized},
    {"scope taken", "tokens", "`token`:`glpat-simulator-admin`,`scopes`:[`read_user`]",
        "`token`:`glpat-simulator-admin`,`scopes`:[`read_api`,`read_user`,`admin_mode`]", Kind::Unauthorized},
    {"admin mode lost", "tokens", "`token`:`glpat-simulator-admin`,`scopes`:[`read_api`,`read_user`]",
        "`token`:`glpat-simulator-admin`,`scopes`:[`read_api`,`read_user`,`admin_mode`]", Kind::Forbidden},
    {"administrator no more", "members", "`token`:`glpat-simulator-admin`,`admin`:false",
        "`token`:`glpat-simulator-admin`,`admin`:true", Kind::Forbidden},
};

QByteArray numberOf(RunnerId id)
{
    return QByteArray::number(id.number);
}

} // namespace

class TestLostRights : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_simulator = std::make_unique<Test::Simulator>(
            QStringList{QStringLiteral("--runners"), QString::number(runners), QStringLiteral("--frozen"),
                QStringLiteral("--admin-mode"), QStringLiteral("--rate-limit"), QStringLiteral("1000000")});
        QVERIFY(m_simulator->isRunning());
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void betweenWalks_data() { everyLoss(); }
    void betweenWalks()
    {
        QFETCH(int, loss);
        const auto watched = loaded(calmRhythm());
        change(losses[loss], losses[loss].lose);
        watched->service.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(watched->failed.count() >= 1, 30000);
        checkLoss(*watched, losses[loss]);
    }

    void inTheMiddleOfAWalk_data() { everyLoss(); }
    void inTheMiddleOfAWalk()
    {
        QFETCH(int, loss);
        Rhythm rhythm = calmRhythm();
        rhythm.breadth = {1, 1};
        const auto watched = loaded(rhythm);
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`milliseconds`:40,`match`:`AllRunners`}]"));
        watched->progress.clear();
        watched->service.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(
            !watched->progress.isEmpty() && watched->progress.last().at(0).value<FleetProgress>().read > 0, 30000);
        change(losses[loss], losses[loss].lose);
        QTRY_VERIFY_WITH_TIMEOUT(watched->failed.count() >= 1, 30000);
        QCOMPARE(watched->finished.count(), m_finished);
        m_simulator->setFaults("[]");
        checkLoss(*watched, losses[loss]);
    }

    void whileLookingForNews_data() { everyLoss(); }
    void whileLookingForNews()
    {
        QFETCH(int, loss);
        Rhythm rhythm = calmRhythm();
        rhythm.newsEvery = 20ms;
        const auto watched = loaded(rhythm);
        change(losses[loss], losses[loss].lose);
        QTRY_VERIFY_WITH_TIMEOUT(watched->failed.count() >= 1, 30000);
        checkLoss(*watched, losses[loss]);
    }

    /// With rows on screen that may not be read any more, the server is not walked over again and again.
    void hiddenRowsOnScreenAreNotChasedForEver()
    {
        Rhythm rhythm = calmRhythm();
        rhythm.pulsesEvery = 20ms;
        const auto watched = loaded(rhythm);
        std::vector<RunnerId> visible;
        for (std::size_t i = 0; i < 40; ++i)
            visible.push_back(watched->fleet->rows[i * 8].runner->id);
        watched->service.setVisibleRunners(visible);
        change(losses[3], losses[3].lose);
        QTRY_VERIFY_WITH_TIMEOUT(watched->failed.count() >= 1, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(watched->finished.count() > m_finished, 30000); // as somebody with a few groups
        const auto finished = watched->finished.count();
        const int pulses = m_simulator->asked(QStringLiteral("RunnerPulse"));
        QTRY_VERIFY_WITH_TIMEOUT(m_simulator->asked(QStringLiteral("RunnerPulse")) > pulses + 10, 30000);
        QVERIFY(watched->finished.count() <= finished + 1);
        QCOMPARE(watched->rows(), runners);
    }

    /// A member of several groups leaves one: its runners may be there or not, so they stay.
    void leavingAGroupHidesButDeletesNothing()
    {
        const auto watched = loaded(calmRhythm(), owner);
        const std::size_t before = watched->rows();
        QVERIFY(before > 20);
        const QJsonArray memberships =
            m_simulator->control(QStringLiteral("members"), QJsonDocument::fromJson("{\"token\":\"" + owner + "\"}"))
                .value(QLatin1String("memberships"))
                .toArray();
        const auto group = std::ranges::find_if(memberships,
            [](const QJsonValue &entry) { return entry[QLatin1String("kind")].toString() == QStringLiteral("group"); });
        QVERIFY(group != memberships.end());
        const QByteArray place = (*group)[QLatin1String("fullPath")].toString().toUtf8();
        m_simulator->changeMember(
            ticks("{`token`:`") + owner + ticks("`,`place`:`") + place + ticks("`,`accessLevel`:null}"));
        watched->service.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), m_finished + 1, 30000);
        QCOMPARE(watched->rows(), before);
        m_simulator->changeMember(
            ticks("{`token`:`") + owner + ticks("`,`place`:`") + place + ticks("`,`accessLevel`:50}"));
        const RunnerId gone = someGroupRunner(*watched, QString::fromUtf8(place));
        m_simulator->changeFleet("{\"delete\":[" + numberOf(gone) + "]}");
        watched->service.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), m_finished + 2, 30000);
        QCOMPARE(watched->removed, std::set{gone});
        QVERIFY(watched->failed.isEmpty());
    }

    /// A member who joins a group sees more at the next refresh, and deletions as before.
    void joiningAGroupShowsMore()
    {
        const QByteArray token = "glpat-simulator-maintainer";
        const auto watched = loaded(calmRhythm(), token);
        const std::size_t before = watched->rows();
        const QString place = busiestGroup(*loadedAdmin());
        m_simulator->changeMember(
            ticks("{`token`:`") + token + ticks("`,`place`:`") + place.toUtf8() + ticks("`,`accessLevel`:50}"));
        watched->service.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), m_finished + 1, 30000);
        QVERIFY(watched->rows() > before);
        const RunnerId gone = someGroupRunner(*watched, place);
        m_simulator->changeFleet("{\"delete\":[" + numberOf(gone) + "]}");
        watched->service.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(watched->finished.count(), m_finished + 2, 30000);
        QCOMPARE(watched->removed, std::set{gone});
    }

private:
    static void everyLoss()
    {
        QTest::addColumn<int>("loss");
        for (std::size_t i = 0; i < std::size(losses); ++i)
            QTest::newRow(losses[i].name) << static_cast<int>(i);
    }

    void change(const Loss &loss, const char *how)
    {
        m_simulator->control(QLatin1String(loss.control), QJsonDocument::fromJson('{' + ticks(how) + '}'));
    }

    QString file() const { return m_folder->filePath(QStringLiteral("f.sqlite")); }

    /// A service whose fleet is on screen and in the archive.
    std::unique_ptr<Watched> loaded(const Rhythm &rhythm, const QByteArray &token = admin)
    {
        Connection connection = connectionTo(*m_simulator, token);
        connection.storeKey = QStringLiteral("simulator");
        auto watched = std::make_unique<Watched>(connection, rhythm, [this](const QString &, const QString &) {
            auto store = std::make_unique<FleetStore>(file(), InstanceId{});
            m_store = store.get();
            return store;
        });
        watched->service.start();
        (void)QTest::qWaitFor(
            [&watched] { return watched->finished.count() >= 1 && watched->phase() == FleetProgress::Phase::Idle; });
        m_finished = watched->finished.count();
        return watched;
    }

    std::unique_ptr<Watched> loadedAdmin()
    {
        auto watched = std::make_unique<Watched>(connectionTo(*m_simulator, admin));
        watched->service.start();
        (void)QTest::qWaitFor([&watched] { return watched->finished.count() >= 1; });
        return watched;
    }

    static RunnerId someGroupRunner(const Watched &watched, const QString &below)
    {
        for (const FleetRow &row : watched.fleet->rows) {
            if (row.runner->owner && QString(row.runner->owner->fullPath + u'/').startsWith(below + u'/'))
                return row.runner->id;
        }
        return {};
    }

    static QString busiestGroup(const Watched &watched)
    {
        QMap<QString, int> counts;
        for (const FleetRow &row : watched.fleet->rows) {
            if (row.runner->owner && row.runner->owner->kind == OwnerKind::Group)
                ++counts[row.runner->owner->fullPath];
        }
        return std::max_element(counts.begin(), counts.end()).key();
    }

    std::vector<qint64> kept() const
    {
        FleetStore store(file(), InstanceId{}, FleetStore::Access::Read);
        std::vector<qint64> numbers;
        if (const FleetPtr fleet = store.load()) {
            for (const FleetRow &row : fleet->rows)
                numbers.push_back(row.runner->id.number);
        }
        return numbers;
    }

    /// Nothing is lost with the rights; they come back, and only then a deletion shows.
    void checkLoss(Watched &watched, const Loss &loss)
    {
        QCOMPARE(static_cast<int>(watched.failed.first().at(0).value<FetchError>().kind), static_cast<int>(loss.kind));
        const RunnerId gone = watched.fleet->rows[100].runner->id;
        m_simulator->changeFleet("{\"delete\":[" + numberOf(gone) + "]}");
        if (loss.kind == Kind::Forbidden) // what his own groups show is read meanwhile
            QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() > m_finished, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_store->isKeeping(), 30000);
        QCOMPARE(watched.rows(), runners);
        QVERIFY(watched.removed.empty());
        QCOMPARE(kept().size(), runners);

        change(loss, loss.restore);
        const auto finished = watched.finished.count();
        watched.service.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() > finished, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(watched.rows(), runners - 1, 30000);
        QCOMPARE(watched.removed, std::set{gone});
        QCOMPARE(watched.fleet->coverage.kind, Coverage::Kind::Whole);
        QCOMPARE(watched.fleet->coverage.expected, std::optional<qint64>(runners - 1));
        QVERIFY(watched.deltasAddUp());
        QTRY_COMPARE_WITH_TIMEOUT(kept().size(), runners - 1, 30000);
        QVERIFY(!std::ranges::binary_search(kept(), gone.number));
    }

    std::unique_ptr<Test::Simulator> m_simulator;
    std::unique_ptr<QTemporaryDir> m_folder;
    FleetStore *m_store = nullptr;
    qsizetype m_finished = 0;
};

QTEST_GUILESS_MAIN(TestLostRights)
#include "tst_lostrights.moc"
