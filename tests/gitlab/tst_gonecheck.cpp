// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/gonecheck.h"
#include "tests/support/simulator.h"
#include "tests/support/ticks.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;
using Test::ticks;
using namespace std::chrono_literals;
using Ids = std::vector<RunnerId>;

namespace {

const QString presence = QStringLiteral("RunnerPresence");
constexpr qint64 nowhere = 90'000'000; ///< no runner has a number as large

RunnerId idOf(qint64 number)
{
    return {InstanceId{}, number};
}

Ids nobodies(int count)
{
    Ids ids;
    for (int i = 0; i < count; ++i)
        ids.push_back(idOf(nowhere + i));
    return ids;
}

/// A check and what it said.
struct Checked
{
    explicit Checked(const Test::Simulator &simulator) :
        queue({std::get<ServerAddress>(ServerAddress::parse(simulator.url())), Secret(simulator.token())}, 10s, {}),
        client(queue),
        check(client),
        finished(&check, &GoneCheck::finished)
    {
    }

    void start(const Ids &missing, const Ids &witnesses, GoneCheck::Proof proof = GoneCheck::Proof::Witnesses)
    {
        check.start(missing, witnesses, proof, Pacing::Urgency::Foreground);
    }
    Ids gone() const { return finished.last().at(0).value<Ids>(); }

    RequestQueue queue;
    GraphQlClient client;
    GoneCheck check;
    QSignalSpy finished;
};

} // namespace

class TestGoneCheck : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;
    Ids m_present; ///< runners that are there

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("20")});
        QVERIFY(m_simulator->isRunning());
        const auto added = m_simulator->control(QStringLiteral("fleet"), QJsonDocument::fromJson(ticks("{`add`:150}")))
                               .value(QLatin1String("added"))
                               .toArray();
        for (const QJsonValue id : added)
            m_present.push_back(idOf(id.toInteger()));
        QCOMPARE(m_present.size(), std::size_t(150));
    }

    void init() { m_simulator->setFaults("[]"); }

    void whoIsNotThereIsGone()
    {
        Checked checked(*m_simulator);
        const Ids missing{m_present[3], idOf(nowhere), m_present[4], idOf(nowhere + 1)};
        checked.start(missing, {m_present[0]});
        QVERIFY(checked.check.isUnderWay());
        QTRY_COMPARE_WITH_TIMEOUT(checked.finished.count(), 1, 30000);
        QCOMPARE(checked.gone(), (Ids{idOf(nowhere), idOf(nowhere + 1)}));
        QVERIFY(!checked.check.isUnderWay());
    }

    void manyAreAskedForInParts()
    {
        const int before = m_simulator->asked(presence);
        Checked checked(*m_simulator);
        Ids missing = nobodies(220);
        missing.insert(missing.end(), m_present.begin() + 10, m_present.begin() + 40);
        checked.start(missing, {m_present[0], m_present[1]});
        QTRY_COMPARE_WITH_TIMEOUT(checked.finished.count(), 1, 30000);
        QCOMPARE(checked.gone(), nobodies(220));
        QCOMPARE(m_simulator->asked(presence) - before, 3); // 250 in parts of 98, with two witnesses each
    }

    /// An empty list is no reason to believe that all are gone: each one is asked for.
    void anEmptyListOfAllIsCheckedRunnerByRunner()
    {
        Checked checked(*m_simulator);
        Ids missing = nobodies(2);
        missing.push_back(m_present[0]);
        checked.start(missing, {}, GoneCheck::Proof::ListOfAll);
        QTRY_COMPARE_WITH_TIMEOUT(checked.finished.count(), 1, 30000);
        QCOMPARE(checked.gone(), nobodies(2));
    }

    void nobodyIsGoneWithoutAWitness()
    {
        Checked checked(*m_simulator);
        checked.start(nobodies(3), {});
        QTRY_COMPARE_WITH_TIMEOUT(checked.finished.count(), 1, 30000);
        QVERIFY(checked.gone().empty());
    }

    /// Rights were lost: who was seen a moment ago cannot be seen now.
    void nobodyIsGoneWhenAWitnessIs()
    {
        Checked checked(*m_simulator);
        checked.start(nobodies(3), {m_present[0], idOf(nowhere + 5000)});
        QTRY_COMPARE_WITH_TIMEOUT(checked.finished.count(), 1, 30000);
        QVERIFY(checked.gone().empty());
    }

    void nobodyIsGoneAfterTrouble_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("closed") << ticks("`kind`:`close`");
        QTest::newRow("unavailable") << ticks("`kind`:`status`,`status`:503");
        QTest::newRow("other JSON") << ticks("`kind`:`wrong-json`");
        QTest::newRow("error inside") << ticks("`kind`:`status`,`status`:200,`contentType`:`application/json`,"
                                               "`body`:`{\\`data\\`:{\\`r0\\`:{\\`id\\`:\\`x\\`},\\`r1\\`:null},"
                                               "\\`errors\\`:[{\\`message\\`:\\`Timeout\\`}]}`");
    }

    void nobodyIsGoneAfterTrouble()
    {
        QFETCH(const QByteArray, fault);
        // The first part is answered well, the second is not.
        m_simulator->setFaults("[{" + fault + ticks(",`match`:`RunnerPresence`,`after`:1}]"));
        Checked checked(*m_simulator);
        checked.start(nobodies(150), {m_present[0]});
        QTRY_COMPARE_WITH_TIMEOUT(checked.finished.count(), 1, 30000);
        QVERIFY(checked.gone().empty());
    }

    void stoppedChecksAreSilent()
    {
        Checked checked(*m_simulator);
        checked.start(nobodies(3), {m_present[0]});
        checked.check.stop();
        QVERIFY(!checked.check.isUnderWay());
        Checked other(*m_simulator);
        other.start(nobodies(3), {m_present[0]});
        QTRY_COMPARE_WITH_TIMEOUT(other.finished.count(), 1, 30000);
        QCOMPARE(checked.finished.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGoneCheck)
#include "tst_gonecheck.moc"
