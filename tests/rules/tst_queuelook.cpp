// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/queuelook.h"

#include "models/rules/queue/jobfacets.h"
#include "models/rules/queue/queuereconstruction.h"
#include "tests/support/fleettext.h"
#include "tests/support/seenjobs.h"

#include <QTest>

#include <random>

using namespace Runnerscope;
using namespace std::chrono_literals;
using Reach = JobListReach::Kind;

Q_DECLARE_METATYPE(Runnerscope::JobListReach)

namespace {

QueueSample look(const std::vector<JobPtr> &jobs, JobListReach pending = {Reach::Whole, {}},
    JobListReach running = {Reach::Whole, {}})
{
    return sampleOf({Test::now, 15s, jobs, pending, running});
}

/// "3", "3+" or "?"
QString written(qint64 number, Certainty certainty)
{
    return certainty == Certainty::Unknown ? QStringLiteral("?")
                                           : QString::number(number) + (certainty == Certainty::AtLeast ? u"+" : u"");
}

QString written(const QueueDepth &depth, CountCertainty certainty)
{
    return written(depth.pending, certainty.pending) + u'/' + written(depth.running, certainty.running);
}

QString depthOf(const QueueSample &sample, FacetKind kind, const char *name)
{
    for (const FacetDepth &facet : sample.facets) {
        if (facet.facet == QueueFacet{kind, QString::fromLatin1(name)})
            return written(facet.depth, sample.facetCertainty);
    }
    return QStringLiteral("none");
}

} // namespace

class TestQueueLook : public QObject
{
    Q_OBJECT

private slots:
    void jobsCountInTheirFacets_data()
    {
        QTest::addColumn<FacetKind>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("depth");
        const auto row = [](FacetKind kind, const char *name, const char *depth) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(static_cast<int>(kind)).arg(QLatin1String(name))))
                << kind << QString::fromLatin1(name) << QString::fromLatin1(depth);
        };
        row(FacetKind::TagSet, "docker,linux", "2/0");
        row(FacetKind::TagSet, "linux", "0/1");
        row(FacetKind::TagSet, "", "1/1");
        row(FacetKind::Group, "acme", "3/1");
        row(FacetKind::Group, "acme/api", "2/1");
        row(FacetKind::Group, "acme/api/web", "none"); // that is a project
        row(FacetKind::Group, "anna", "0/1");
        row(FacetKind::Project, "acme/api/web", "2/1");
        row(FacetKind::Project, "acme/top", "1/0");
        row(FacetKind::Runner, "7", "0/3");
        row(FacetKind::Runner, "8", "none"); // its job waits still
    }

    void jobsCountInTheirFacets()
    {
        QFETCH(const FacetKind, kind);
        QFETCH(const QString, name);
        QFETCH(const QString, depth);
        const QueueSample sample =
            look(Test::seenJobs(u"1 pending queued=5m project=acme/api/web tags=linux,docker\n"
                                "2 pending queued=9m project=acme/api/web tags=docker,linux,linux\n"
                                "3 pending project=acme/top runner=8\n"
                                "4 running project=acme/api/web tags=linux runner=7\n"
                                "5 canceling project=anna/toys runner=7\n"
                                "6 running runner=7\n" // of a project that may not be read
                                "7 pending bridge project=acme/top\n"
                                "8 success project=acme/top\n"
                                "9 created project=acme/top\n"));
        QCOMPARE(depthOf(sample, kind, name.toLatin1().constData()), depth);
        QCOMPARE(written(sample.all, sample.certainty), QStringLiteral("3/3"));
        QVERIFY(sample.all.oldestQueuedAt == Test::now - 9min);
        QVERIFY(std::ranges::is_sorted(sample.facets, {}, &FacetDepth::facet));
    }

    void whatIsNotKnownIsNoZero_data()
    {
        QTest::addColumn<JobListReach>("pending");
        QTest::addColumn<QString>("all");
        QTest::addColumn<QString>("project");
        const auto row = [](const char *name, JobListReach reach, const char *all, const char *project) {
            QTest::newRow(name) << reach << QString::fromLatin1(all) << QString::fromLatin1(project);
        };
        row("whole", {Reach::Whole, {}}, "2/1", "2/1");
        row("whole, whatever was counted before", {Reach::Whole, 5}, "2/1", "2/1");
        row("not permitted", {Reach::Refused, {}}, "?/1", "?/1");
        row("not permitted, counted as nothing", {Reach::Refused, 0}, "?/1", "?/1");
        row("a part of those counted", {Reach::Partial, 800}, "800/1", "2+/1");
        row("a part, and nobody counted", {Reach::Partial, {}}, "2+/1", "2+/1");
        row("as far as GitLab counts", {Reach::Partial, 1000}, "1000/1", "2+/1");
        row("more than GitLab counts", {Reach::Partial, 1001}, "1000+/1", "2+/1");
        row("counted fewer than there are", {Reach::Partial, 1}, "2+/1", "2+/1");
    }

    void whatIsNotKnownIsNoZero()
    {
        QFETCH(const JobListReach, pending);
        QFETCH(const QString, all);
        QFETCH(const QString, project);
        const QueueSample sample =
            look(Test::seenJobs(u"1 pending project=a/b\n2 pending project=a/b\n3 running project=a/b"), pending);
        QCOMPARE(written(sample.all, sample.certainty), all);
        QCOMPARE(depthOf(sample, FacetKind::Project, "a/b"), project);
    }

    void aJobThatStartsBetweenTwoPagesCountsOnce()
    {
        for (const QStringView text : {u"1 pending\n1 running\n2 pending", u"1 running\n1 pending\n2 pending"})
            QCOMPARE(written(look(Test::seenJobs(text)).all, {}), QStringLiteral("1/1"));
    }

    void waitsComeFromJobsThatStarted()
    {
        const auto waits = waitsOf(Test::seenJobs(u"1 running queued=9m started=4m project=a/b tags=y,x runner=7\n"
                                                  "2 success queued=3m started=5m finished=1m\n" // clocks differ
                                                  "3 running started=5m\n"
                                                  "4 pending queued=5m\n"
                                                  "5 success queued=3m started=2m bridge\n"));
        QCOMPARE(waits.size(), std::size_t(2));
        QVERIFY(waits[0].waited() == 5min);
        QCOMPARE(waits[0].tagSet, QStringLiteral("x,y"));
        QCOMPARE(waits[0].project, QStringLiteral("a/b"));
        QCOMPARE(waits[0].manager, 700);
        QVERIFY(waits[1].waited() == 0s);
        QVERIFY(waits[1].startedAt == Test::now - 5min);
    }

    void thePastIsReconstructed()
    {
        const auto jobs = Test::seenJobs(u"1 success queued=10m started=8m finished=4m project=a/b runner=7\n"
                                         "2 running queued=9m started=3m project=a/b runner=7\n"
                                         "3 pending queued=6m project=a/c\n"
                                         "4 canceled queued=9m finished=7m project=a/c\n" // never ran
                                         "5 success started=9m finished=8m\n"
                                         "6 success queued=2m started=7m finished=9m\n" // clocks differ: no time at all
                                         "7 success queued=2m started=1m\n"); // ended nobody knows when
        const auto samples =
            reconstruct({jobs, Test::now, Test::now - 8min, {}}, {Test::now - 11min, Test::now + 5min}, 60s);
        QStringList depths;
        QStringList oldest;
        for (const QueueSample &sample : samples) {
            depths.append(written(sample.all, sample.certainty));
            oldest.append(sample.all.oldestQueuedAt
                    ? QString::number((sample.moment - *sample.all.oldestQueuedAt) / 1min)
                    : QStringLiteral("-"));
            QVERIFY(sample.source == QueueSample::Source::Reconstructed);
            QVERIFY(sample.interval == 60s);
        }
        QCOMPARE(depths.join(u' '), QStringLiteral("0+/0+ 1+/0+ 3+/1+ 2/1 1/1 2/1 2/1 2/0 1/1 1/1 1/1 1/1"));
        QCOMPARE(oldest.join(u' '), QStringLiteral("- 0 1 1 2 3 4 5 3 4 5 6"));
        QCOMPARE(depthOf(samples[3], FacetKind::Project, "a/c"), QStringLiteral("1/0"));
        QCOMPARE(depthOf(samples[8], FacetKind::Runner, "7"), QStringLiteral("0/1"));
    }

    void whoeverReconstructsAgainGetsTheSame()
    {
        const auto jobs = Test::seenJobs(u"1 success queued=10m started=8m finished=4m project=a/b runner=7");
        const auto once = reconstruct({jobs, Test::now, {}, {}}, {Test::now - 20min, Test::now}, 15s);
        const auto again = reconstruct({jobs, Test::now + 7s, {}, {}}, {Test::now - 20min + 3s, Test::now + 7s}, 15s);
        QVERIFY(std::equal(once.begin() + 1, once.end(), again.begin()));
    }

    /// What is reconstructed is what a look at that moment would have seen.
    void reconstructionsAreWhatLooksWouldHaveSeen()
    {
        std::mt19937 random(20264);
        for (int round = 0; round < 50; ++round) {
            std::vector<JobPtr> finished;
            for (int i = 0; i < 40; ++i) {
                auto job = std::make_shared<Job>();
                job->id = {InstanceId{1}, i};
                job->status = JobStatus::Success;
                job->project = std::make_shared<JobProject>(
                    JobProject{1, QStringLiteral("g%1/p%2").arg(random() % 2).arg(random() % 3), {}, {}, {}, {}});
                job->queuedAt = Test::now - std::chrono::seconds(random() % 1800);
                job->startedAt = *job->queuedAt + std::chrono::seconds(random() % 600);
                job->finishedAt = *job->startedAt + std::chrono::seconds(random() % 600);
                job->runner = RunnerId{InstanceId{1}, static_cast<qint64>(random() % 4)};
                finished.push_back(job);
            }
            const auto samples =
                reconstruct({finished, Test::now + 1h, Test::now - 1h, {}}, {Test::now - 1h, Test::now + 20min}, 30s);
            for (QueueSample sample : samples) {
                std::vector<JobPtr> then;
                for (const JobPtr &job : finished) {
                    if (sample.moment < *job->queuedAt || sample.moment >= *job->finishedAt)
                        continue;
                    auto live = std::make_shared<Job>(*job);
                    live->status = sample.moment < *job->startedAt ? JobStatus::Pending : JobStatus::Running;
                    then.push_back(live);
                }
                sample.source = QueueSample::Source::Observed;
                QVERIFY(sample == sampleOf({sample.moment, 30s, then, {Reach::Whole, {}}, {Reach::Whole, {}}}));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestQueueLook)
#include "tst_queuelook.moc"
