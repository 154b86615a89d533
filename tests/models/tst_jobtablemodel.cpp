// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobexplanation.h"
#include "models/jobtablemodel.h"
#include "models/rules/filter/filterparser.h"
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;

class TestJobTableModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<JobTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void show(QStringView fleet, QStringView jobs)
    {
        m_model->setFleet(Test::openFleet(fleet));
        m_model->setJobs(Test::jobList(jobs));
        QTRY_VERIFY(m_model->isUpToDate());
    }

    QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < m_model->rowCount(); ++row)
            ids.append(QString::number(m_model->job(row).id.number));
        return ids;
    }

    QStringList sorted(JobColumn column, Qt::SortOrder order)
    {
        m_model->sort(static_cast<int>(column), order);
        [&] { QTRY_VERIFY(m_model->isUpToDate()); }();
        return ids();
    }

    static FilterExpression filter(const char *text)
    {
        return std::get<FilterExpression>(parseFilter(QString::fromLatin1(text), FilterSubject::Jobs));
    }

    /// By number.
    QString found(const char *text)
    {
        m_model->setFilter(filter(text));
        [&] { QTRY_VERIFY(m_model->isUpToDate()); }();
        QStringList numbers = ids();
        numbers.sort();
        return numbers.join(u' ');
    }

    QString text(int row, JobColumn column) const
    {
        return m_model->index(row, static_cast<int>(column)).data().toString();
    }

private slots:
    void init()
    {
        m_model = std::make_unique<JobTableModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void whoWaitsLongestComesFirst()
    {
        show(u"1 a contact=1m tags=x",
            u"1 acme/web queued=5m\n2 acme/web queued=3h\n3 acme/web queued=-\n"
            u"4 acme/web status=running queued=10m started=9m runner=1");
        QCOMPARE(
            ids(), (QStringList{QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("4"), QStringLiteral("3")}));
        QVERIFY(text(0, JobColumn::Waiting).endsWith(QStringLiteral("3 h")));
        QCOMPARE(text(2, JobColumn::Waiting), QStringLiteral("1 min"));
        QCOMPARE(text(2, JobColumn::Running), QStringLiteral("9 min"));
        QCOMPARE(text(2, JobColumn::Runner), QStringLiteral("a"));
        QCOMPARE(text(3, JobColumn::Waiting), QString());
    }

    void everyColumnSortsWithTheEmptyOnesLast()
    {
        show(u"7 alpha contact=1m\n8 beta contact=1m",
            u"1 acme/web10 status=running started=1m runner=8\n2 acme/web9 tags=x\n"
            u"3 acme/web1 status=running started=4m runner=7 tags=y");
        const auto sorts = [this](JobColumn column, const char *ascending, const char *descending) {
            const QString up = sorted(column, Qt::AscendingOrder).join(u' ');
            const QString down = sorted(column, Qt::DescendingOrder).join(u' ');
            return up == QString::fromLatin1(ascending) && down == QString::fromLatin1(descending);
        };
        QVERIFY(sorts(JobColumn::Project, "3 2 1", "1 2 3")); // 9 before 10
        QVERIFY(sorts(JobColumn::Tags, "2 3 1", "3 2 1"));
        QVERIFY(sorts(JobColumn::Running, "1 3 2", "3 1 2"));
        QVERIFY(sorts(JobColumn::Runner, "3 1 2", "1 3 2"));
        QVERIFY(sorts(JobColumn::Status, "1 3 2", "2 1 3"));
    }

    void wordsFindJobsByAnyOfTheirTexts()
    {
        show(u"7 alpha contact=1m tags=docker",
            u"11 acme/web tags=docker\n12 acme/api status=running runner=7\n13 acme/api tags=gpu");
        QCOMPARE(found("ALPHA"), QStringLiteral("12"));
        QCOMPARE(found("acme/api gpu"), QStringLiteral("13"));
        QCOMPARE(found("No runner has"), QStringLiteral("13")); // the reason
        QCOMPARE(found("nothing"), QString());
        QCOMPARE(found(" "), QStringLiteral("11 12 13"));
    }

    void aFilterIsAnsweredAgainForEveryList()
    {
        show(u"7 alpha contact=1m tags=docker", u"1 acme/web tags=docker queued=2m\n2 acme/web tags=gpu queued=3h");
        QCOMPARE(found("waiting:>1h"), QStringLiteral("2"));
        QCOMPARE(found("why:no-runner-has-tag OR tag:docker"), QStringLiteral("1 2"));
        QCOMPARE(found("why:no-runner-has-tag"), QStringLiteral("2"));
        show(u"7 alpha contact=1m tags=gpu", u"1 acme/web tags=docker queued=2m\n2 acme/web tags=gpu queued=3h");
        QCOMPARE(ids(), QStringList{QStringLiteral("1")});
    }

    void aFilterThatCannotBeAnsweredKeepsTheOneBefore()
    {
        show(u"7 alpha contact=1m", u"1 acme/web tags=x\n2 acme/web name=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab");
        QCOMPARE(found("tag:x"), QStringLiteral("1"));
        QSignalSpy refused(m_model.get(), &JobTableModel::refused);
        QCOMPARE(found("name:/(a+)+$/"), QStringLiteral("1"));
        QCOMPARE(refused.count(), 1);
        QCOMPARE(m_model->filter(), filter("tag:x"));
    }

    void aJobWithARunnerLeadsToIt()
    {
        show(u"7 alpha contact=1m", u"1 acme/web status=running runner=7\n2 acme/web");
        const auto filterOf = [this](int job) {
            return m_model->index(m_model->rowOf({InstanceId{1}, job}), 0).data(FilterRole).toString();
        };
        QCOMPARE(filterOf(1), QStringLiteral("id:7"));
        QCOMPARE(filterOf(2), QString());
        QCOMPARE(m_model->rowOf({InstanceId{1}, 3}), -1);
    }

    void reasonsFollowTheFleet()
    {
        show(u"7 alpha contact=1m tags=docker", u"1 acme/web tags=gpu");
        QVERIFY(text(0, JobColumn::Why).contains(QStringLiteral("gpu")));
        m_model->setFleet(Test::openFleet(u"7 alpha contact=1m tags=gpu"));
        QTRY_VERIFY(m_model->isUpToDate());
        QVERIFY(!text(0, JobColumn::Why).contains(QStringLiteral("No runner has")));
    }

    void whatIsNotReadableIsSaidSo()
    {
        show(u"7 alpha contact=1m", u"1 - queued=2m");
        QCOMPARE(text(0, JobColumn::Project), QStringLiteral("not readable"));
        QVERIFY(m_model->index(0, static_cast<int>(JobColumn::Project)).data(MutedRole).toBool());
    }

    void jobsOfAFleetThatIsLeftAreGone()
    {
        show(u"7 alpha contact=1m", u"1 acme/web");
        m_model->setFilter(filter("acme")); // under way
        m_model->setJobs(nullptr);
        QCOMPARE(m_model->rowCount(), 0);
        QTRY_VERIFY(m_model->isUpToDate());
        QCOMPARE(m_model->rowCount(), 0);
    }

    /// A runner that was seen at work for a project serves it; the same number elsewhere is another runner.
    void whatWasSeenOfOneServerSaysNothingOfAnother()
    {
        const auto fleetOf = [](const QString &webUrl) {
            Fleet fleet = *Test::openFleet(u"7 alpha contact=1m tags=x project=acme/own projects=9");
            fleet.source.webUrl = webUrl;
            return shareFleet(std::move(fleet));
        };
        const auto reasonIn = [&](JobTableModel &model) {
            model.setFleet(fleetOf(QStringLiteral("https://two")));
            model.setJobs(Test::jobList(u"2 acme/web tags=x"));
            [&] { QTRY_VERIFY(model.isUpToDate()); }();
            return model.index(0, static_cast<int>(JobColumn::Why)).data().toString();
        };
        JobTableModel fresh;
        const QString expected = reasonIn(fresh);
        QVERIFY(!expected.isEmpty());
        m_model->setFleet(fleetOf(QStringLiteral("https://one")));
        m_model->setJobs(Test::jobList(u"1 acme/web status=running runner=7\n2 acme/web tags=x"));
        QTRY_VERIFY(m_model->isUpToDate());
        m_model->setJobs(nullptr);
        QCOMPARE(reasonIn(*m_model), expected);
    }

    void aJobNearALimitOfGitLabIsMarked()
    {
        show(u"1 ready contact=1m tags=gpu", u"5 acme/web tags=gpu queued=23h\n4 acme/web tags=gpu queued=2h");
        const auto wait = [this](int row, int role) {
            return m_model->index(row, static_cast<int>(JobColumn::Waiting)).data(role).toString();
        };
        QVERIFY(wait(0, Qt::DisplayRole).startsWith(u'⚠'));
        QVERIFY(wait(0, Qt::ToolTipRole).contains(QStringLiteral("GitLab fails jobs")));
        QVERIFY(!wait(1, Qt::DisplayRole).startsWith(u'⚠'));
        QCOMPARE(wait(1, Qt::ToolTipRole), wait(1, Qt::DisplayRole));
    }

    void whereAJobComesFromAndWhereItRuns()
    {
        show(u"7 a contact=1m version=18.1.0",
            u"3 acme/api/web status=running runner=7 host=700 ref=release/4 queued=9m\n2 solo queued=3h\n1 - queued=-");
        QCOMPARE(sorted(JobColumn::Queued, Qt::DescendingOrder).join(u' '), QStringLiteral("3 2 1"));
        QCOMPARE(sorted(JobColumn::Queued, Qt::AscendingOrder).join(u' '), QStringLiteral("2 3 1"));
        const int row = m_model->rowOf({InstanceId{1}, 3});
        QCOMPARE(text(row, JobColumn::Ref), QStringLiteral("release/4"));
        QCOMPARE(text(row, JobColumn::Group), QStringLiteral("acme/api"));
        const RunnerManager &manager = m_model->verdicts()->fleet().rows.front().runner->managers.front();
        QCOMPARE(text(row, JobColumn::Host), manager.ipAddress.isEmpty() ? manager.systemId : manager.ipAddress);
        const int hidden = m_model->rowOf({InstanceId{1}, 1});
        QCOMPARE(text(hidden, JobColumn::Group) + text(hidden, JobColumn::Queued), QString());
    }

    void aJobIsExplained()
    {
        show(u"1 ready contact=1m tags=gpu\n2 paused contact=1m tags=gpu paused\n3 other contact=1m tags=gpu-2",
            u"5 acme/web tags=gpu queued=23h");
        const JobExplanation explained = explainJob(*m_model->verdicts(), 0, Test::now, 1);
        QCOMPARE(explained.job, (JobId{InstanceId{1}, 5}));
        QVERIFY(!explained.deadline.isEmpty());
        QCOMPARE(explained.candidateCount, 1);
        QCOMPARE(explained.candidates.front().name, QStringLiteral("ready"));
        QVERIFY(explained.candidates.front().words.isEmpty());
        QCOMPARE(explained.nearMisses.size(), 1u);
        QVERIFY(explained.nearMissCount >= 1);
        QCOMPARE(explained.nearMisses.front().name, QStringLiteral("paused"));
        QVERIFY(explained.nearMisses.front().paused);
    }
};

QTEST_GUILESS_MAIN(TestJobTableModel)
#include "tst_jobtablemodel.moc"
