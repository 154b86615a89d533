// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/cancelwording.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

namespace {

CancelPreview preview(QStringView jobs, qint64 gone = 0, bool production = false)
{
    return previewCancel(Test::jobs(jobs), gone, Test::now, production);
}

QString numbers(const CancelPreview &preview)
{
    QStringList all;
    for (const JobPtr &job : preview.jobs)
        all.append(QString::number(job->id.number));
    return all.join(u' ');
}

QString manyJobs(int count)
{
    QString text;
    for (int number = 1; number <= count; ++number)
        text += QStringLiteral("%1 acme/api\n").arg(number);
    return text.trimmed();
}

JobCancelOutcome outcome(qint64 job, CancelFate fate, const QString &message = {})
{
    return {{InstanceId{}, job}, fate, JobStatus::Unknown, message, {}};
}

CancelMeans connected(const QStringList &scopes)
{
    CancelMeans means;
    means.saved = true;
    means.token = TokenFacts{QStringLiteral("ci"), scopes, {}};
    return means;
}

} // namespace

class TestCancelPreview : public QObject
{
    Q_OBJECT

private slots:
    void whatWouldBeLostComesFirst()
    {
        const CancelPreview all = preview(u"5 acme/api\n9 acme/web status=running started=2h runner=1\n"
                                          u"3 acme/api by=anna\n7 acme/api status=running started=1m by=berta");
        QCOMPARE(numbers(all), QStringLiteral("7 9 3 5"));
        QCOMPARE(all.running, 2);
        QCOMPARE(all.waiting, 2);
        QCOMPARE(all.projects, 2);
        QCOMPARE(all.people, 2);
        QVERIFY(all.longestRun == std::chrono::hours(2));
        QCOMPARE(CancelWording::question(all), QStringLiteral("Cancel 4 jobs?"));
        const QStringList said = CancelWording::effects(all);
        QCOMPARE(said.size(), 3);
        QVERIFY(said.at(0).contains(QStringLiteral("2 hours")));
    }

    void whatCannotBeCanceledIsLeftOutAndSaid()
    {
        auto jobs = Test::jobs(u"1 acme/api\n2 acme/api status=canceling\n3 acme/api\n4 acme/api bridge");
        Job fixed = *jobs[2];
        fixed.cancelable = false;
        jobs[2] = std::make_shared<const Job>(fixed);
        const CancelPreview all = previewCancel(jobs, 6, Test::now, false);
        QCOMPARE(numbers(all), QStringLiteral("1"));
        QCOMPARE(all.canceling, 1);
        QCOMPARE(all.notCancelable, 2);
        QCOMPARE(all.gone, 6);
        QCOMPARE(CancelWording::effects(all).size(), 4);
        QVERIFY(CancelWording::effects(all).join(u' ').contains(QStringLiteral("6 more are left out")));
    }

    void nothingToCancel()
    {
        const CancelPreview none = preview(u"2 acme/api status=canceling", 0, true);
        QVERIFY(none.jobs.empty());
        QVERIFY(!none.asksNumber);
        QVERIFY(CancelWording::question(none).contains(QStringLiteral("None")));
    }

    void manyAndThoseOfAProductionInstanceTakeTheNumber()
    {
        QVERIFY(!preview(manyJobs(50)).asksNumber);
        QVERIFY(preview(manyJobs(51)).asksNumber);
        QVERIFY(preview(manyJobs(1), 0, true).asksNumber);
    }

    void clocksThatDifferMakeNoNegativeTime()
    {
        const CancelPreview ahead = preview(u"9 acme/web status=running started=-90s");
        QVERIFY(ahead.longestRun == std::chrono::seconds(0));
    }

    void whenNothingCanBeCanceled()
    {
        QVERIFY(!whyNotCancel(connected({QStringLiteral("api")})));
        QVERIFY(!whyNotCancel(CancelMeans())); // the server does not tell: it is tried
        const auto reading = connected({QStringLiteral("read_api")});
        QVERIFY(lacksChangeToken(reading));
        QVERIFY(whyNotCancel(reading)->sentence.contains(QStringLiteral("read_api")));
        auto held = reading;
        held.changeToken = true;
        QVERIFY(!whyNotCancel(held));
        auto fixed = held;
        fixed.readOnly = true;
        QVERIFY(whyNotCancel(fixed) && !lacksChangeToken(fixed));
        auto kept = held;
        kept.kept = true;
        QVERIFY(whyNotCancel(kept) && !lacksChangeToken(kept));
    }

    void everyEndHasItsWords()
    {
        QStringList words;
        for (int fate = 0; fate <= static_cast<int>(CancelFate::NotTried); ++fate)
            words.append(CancelWording::fate(outcome(1, static_cast<CancelFate>(fate))));
        words.removeDuplicates();
        QCOMPARE(words.size(), static_cast<int>(CancelFate::NotTried) + 1);
    }

    void theSummaryCountsEveryJobOnce()
    {
        const std::vector all{outcome(1, CancelFate::Canceled), outcome(2, CancelFate::Canceled),
            outcome(3, CancelFate::Canceling), outcome(4, CancelFate::Refused)};
        QCOMPARE(CancelWording::summary(all),
            QStringLiteral("4 jobs: 2 are canceled, 1 was told to stop, GitLab refused 1."));
        QVERIFY(CancelWording::remedy(all).contains(QStringLiteral("Developer")));
        QCOMPARE(CancelWording::summary(std::span(all).first(2)), QStringLiteral("All 2 jobs are canceled."));
        QVERIFY(CancelWording::remedy(std::span(all).first(3)).isEmpty());
    }

    void theReportIsHarmless()
    {
        const auto jobs = Test::jobs(u"1 acme/api name=<b>@all</b>");
        const std::vector ends{outcome(1, CancelFate::Refused, QStringLiteral("no\n[link](http://x)"))};
        const QString text = CancelWording::reportMarkdown(jobs, ends);
        QVERIFY(!text.contains(QStringLiteral("<b>")));
        QVERIFY(!text.contains(QStringLiteral("](http")));
        QCOMPARE(text.count(QStringLiteral("\n- ")), 1);
    }
};

QTEST_GUILESS_MAIN(TestCancelPreview)

#include "tst_cancelpreview.moc"
