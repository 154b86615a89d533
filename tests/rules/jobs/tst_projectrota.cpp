// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/projectrota.h"

#include <QTest>

#include <algorithm>

using namespace Runnerscope;

namespace {

using Indexes = std::vector<std::size_t>;

/// The last \a idle of them have no jobs.
std::vector<ProjectTurn> projects(int busy, int idle)
{
    std::vector<ProjectTurn> turns;
    for (int i = 0; i < busy + idle; ++i)
        turns.push_back({QStringLiteral("group/project-%1").arg(i), 0, i < busy});
    return turns;
}

/// Plays rounds of \a most; gives the longest time, in rounds, that a project of either kind was not asked.
int longestPause(std::vector<ProjectTurn> turns, std::size_t most, bool busy)
{
    const int rounds = 400;
    int longest = 0;
    for (int round = 1; round <= rounds; ++round) {
        for (const std::size_t i : projectsToAsk(turns, most)) {
            if (turns[i].hadJobs == busy)
                longest = std::max(longest, round - turns[i].lastRound);
            turns[i].lastRound = round;
        }
    }
    for (const ProjectTurn &turn : turns) {
        if (turn.hadJobs == busy)
            longest = std::max(longest, rounds - turn.lastRound);
    }
    return longest;
}

} // namespace

class TestProjectRota : public QObject
{
    Q_OBJECT

private slots:
    void fewProjectsAreAllAsked()
    {
        Indexes asked = projectsToAsk(projects(2, 3), 10);
        std::ranges::sort(asked);
        QCOMPARE(asked, (Indexes{0, 1, 2, 3, 4}));
        QVERIFY(projectsToAsk({}, 10).empty());
        QVERIFY(projectsToAsk(projects(2, 3), 0).empty());
    }

    void atFirstTheLikelyOnesAreAsked() { QCOMPARE(projectsToAsk(projects(0, 100), 4), (Indexes{0, 1, 2, 3})); }

    void thoseWithJobsComeFirst()
    {
        auto turns = projects(0, 100);
        for (auto &turn : turns)
            turn.lastRound = 1;
        turns[70] = {QStringLiteral("busy"), 2, true};
        QCOMPARE(projectsToAsk(turns, 4).front(), 70u);
    }

    void newOnesAreNotKeptWaiting()
    {
        const auto asked = projectsToAsk(projects(60, 40), 10);
        QCOMPARE(std::ranges::count_if(asked, [](std::size_t i) { return i >= 60; }), 5);
    }

    void nobodyIsAskedTwiceInARound()
    {
        Indexes asked = projectsToAsk(projects(30, 30), 12);
        QCOMPARE(asked.size(), 12u);
        std::ranges::sort(asked);
        QVERIFY(std::ranges::adjacent_find(asked) == asked.end());
    }

    void everyProjectGetsItsTurn_data()
    {
        QTest::addColumn<int>("busy");
        QTest::addColumn<int>("idle");
        QTest::addColumn<int>("busyPause");
        QTest::addColumn<int>("idlePause");
        QTest::newRow("few have jobs") << 5 << 100 << 1 << 20;
        QTest::newRow("many have jobs") << 60 << 40 << 12 << 14;
        QTest::newRow("all have jobs") << 60 << 0 << 6 << 0;
        QTest::newRow("none has jobs") << 0 << 60 << 0 << 6;
    }

    void everyProjectGetsItsTurn()
    {
        QFETCH(int, busy);
        QFETCH(int, idle);
        QFETCH(int, busyPause);
        QFETCH(int, idlePause);
        const auto turns = projects(busy, idle);
        QVERIFY(longestPause(turns, 10, true) <= busyPause);
        QVERIFY(longestPause(turns, 10, false) <= idlePause);
    }
};

QTEST_APPLESS_MAIN(TestProjectRota)
#include "tst_projectrota.moc"
