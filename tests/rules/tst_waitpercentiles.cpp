// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/waitpercentiles.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace Runnerscope;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

QString written(const WaitPercentiles &p)
{
    return QStringLiteral("%1 jobs: %2 %3 %4 %5, %6")
        .arg(p.jobs)
        .arg(p.p50 / 1s)
        .arg(p.p90 / 1s)
        .arg(p.p95 / 1s)
        .arg(p.p99 / 1s)
        .arg(p.longest / 1s);
}

/// What rounding may do to a wait.
bool isNear(milliseconds rounded, milliseconds exact)
{
    const double allowed = std::max(500.0, static_cast<double>(exact.count()) * waitRoundingShare) + 1;
    return std::abs(static_cast<double>((rounded - exact).count())) <= allowed;
}

} // namespace

class TestWaitPercentiles : public QObject
{
    Q_OBJECT

private slots:
    void percentiles_data()
    {
        QTest::addColumn<WaitCounts>("waits");
        QTest::addColumn<QString>("words");
        WaitCounts hundred;
        for (int i = 1; i <= 100; ++i)
            hundred.push_back({i * 1s, 1});
        QTest::newRow("nothing") << WaitCounts{} << "0 jobs: 0 0 0 0, 0";
        QTest::newRow("one") << WaitCounts{{7s, 1}} << "1 jobs: 7 7 7 7, 7";
        QTest::newRow("two") << WaitCounts{{1s, 1}, {9s, 1}} << "2 jobs: 1 9 9 9, 9";
        QTest::newRow("a hundred") << hundred << "100 jobs: 50 90 95 99, 100";
        QTest::newRow("counts") << WaitCounts{{1s, 90}, {60s, 9}, {300s, 1}} << "100 jobs: 1 1 60 60, 300";
    }

    void percentiles()
    {
        QFETCH(const WaitCounts, waits);
        QFETCH(const QString, words);
        QCOMPARE(written(percentilesOf(waits)), words);
    }

    void countsAreThoseOfAllPartsTogether()
    {
        std::mt19937 random(20267);
        for (int round = 0; round < 50; ++round) {
            std::vector<milliseconds> all;
            WaitCounts sum;
            for (auto parts = random() % 5; parts > 0; --parts) {
                std::vector<milliseconds> part;
                for (auto i = random() % 40; i > 0; --i)
                    part.emplace_back(random() % 30);
                all.insert(all.end(), part.begin(), part.end());
                addTo(sum, countsOf(part));
            }
            QVERIFY(sum == countsOf(all));
            QVERIFY(std::ranges::adjacent_find(sum, std::ranges::greater_equal(), &WaitCount::wait) == sum.end());
            QCOMPARE(percentilesOf(sum).jobs, static_cast<qint64>(all.size()));
        }
    }

    void everyWaitIsNearTheMiddleOfItsClass()
    {
        for (milliseconds wait = 0ms; wait < 90 * 24h; wait += std::max<milliseconds>(7ms, wait / 997))
            QVERIFY2(isNear(waitOfClass(waitClass(wait)), wait), qUtf8Printable(QString::number(wait.count())));
        QCOMPARE(waitClass(-5s), 0);
        QVERIFY(waitClass(100'000h) < waitClasses);
    }

    void percentilesOfRoundedWaitsAreNear()
    {
        std::mt19937 random(20266);
        std::lognormal_distribution<double> waits(3, 2);
        for (int round = 0; round < 100; ++round) {
            std::vector<milliseconds> exact;
            std::vector<milliseconds> rounded;
            for (auto i = 1 + random() % 2000; i > 0; --i) {
                const milliseconds wait(std::llround(std::min(waits(random), 86400.0) * 1000));
                exact.push_back(wait);
                rounded.push_back(waitOfClass(waitClass(wait)));
            }
            const WaitPercentiles a = percentilesOf(countsOf(exact));
            const WaitPercentiles b = percentilesOf(countsOf(rounded));
            QCOMPARE(b.jobs, a.jobs);
            QVERIFY(isNear(b.p50, a.p50) && isNear(b.p90, a.p90) && isNear(b.p95, a.p95) && isNear(b.p99, a.p99));
            QVERIFY(isNear(b.longest, a.longest));
        }
    }
};

QTEST_GUILESS_MAIN(TestWaitPercentiles)
#include "tst_waitpercentiles.moc"
