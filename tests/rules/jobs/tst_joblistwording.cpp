// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/joblistwording.h"

#include <QTest>

using namespace Runnerscope;
using Kind = JobListReach::Kind;
using namespace std::chrono_literals;

namespace {

JobList list(Kind kind, std::optional<JobProjects> projects = std::nullopt)
{
    JobList jobs;
    jobs.readAt = ServerTime(1'790'000'000s);
    jobs.pending.kind = jobs.running.kind = kind;
    jobs.projects = projects;
    return jobs;
}

JobProjects projects(int known, int looked, int refused = 0, bool more = false)
{
    return {known, more, looked, refused, ServerTime(1'789'999'970s)};
}

} // namespace

class TestJobListWording : public QObject
{
    Q_OBJECT

private slots:
    void itIsSaidHowFarAListGoes_data()
    {
        QTest::addColumn<JobList>("jobs");
        QTest::addColumn<QString>("start");
        const auto row = [](const char *name, const JobList &jobs, const char *start) {
            QTest::newRow(name) << jobs << QString::fromLatin1(start);
        };
        row("instance", list(Kind::Whole), "All jobs of the instance, as of ");
        row("long queue", list(Kind::Partial), "The newest jobs of the instance, as of ");
        row("all projects", list(Kind::Whole, projects(23, 23)), "Jobs of your 23 projects. Looked into between");
        row("one project", list(Kind::Whole, projects(1, 1)), "Jobs of your project. Looked into");
        row("some follow", list(Kind::Partial, projects(23, 14)), "Jobs of 14 of your 23 projects so far; the others");
        row("very many", list(Kind::Partial, projects(500, 500, 0, true)), "Jobs of the 500 of your projects in which");
        row("one refuses", list(Kind::Whole, projects(3, 3, 1)), "Jobs of your 3 projects. One of them does not show");
        row("two refuse", list(Kind::Whole, projects(3, 3, 2)), "Jobs of your 3 projects. 2 of them do not show");
    }

    void itIsSaidHowFarAListGoes()
    {
        QFETCH(JobList, jobs);
        QFETCH(QString, start);
        const QString said = JobListWording::reach(jobs);
        QVERIFY2(said.startsWith(start), qPrintable(said));
        QVERIFY(said.endsWith(u'.'));
    }

    void nothingIsSaidOfWhatNobodyLookedInto()
    {
        QVERIFY(JobListWording::nothing(list(Kind::Partial, projects(23, 14))).contains(u"so far"));
        QVERIFY(!JobListWording::nothing(list(Kind::Whole, projects(23, 23))).contains(u"instance"));
        QVERIFY(JobListWording::nothing(list(Kind::Whole)).contains(u"instance"));
    }

    void aRefusalSaysWhatWouldHelp()
    {
        QVERIFY(JobListWording::refusal(JobList()).contains(u"member of no project"));
        QVERIFY(JobListWording::refusal(list(Kind::Refused, projects(4, 4, 4))).contains(u"none of your projects"));
        for (const JobList &jobs : {JobList(), list(Kind::Refused, projects(4, 4, 4))})
            QVERIFY(JobListWording::refusal(jobs).contains(u"Reporter"));
    }
};

Q_DECLARE_METATYPE(JobList)

QTEST_APPLESS_MAIN(TestJobListWording)
#include "tst_joblistwording.moc"
