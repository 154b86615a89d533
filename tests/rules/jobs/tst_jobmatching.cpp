// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/jobs/jobtext.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

namespace {

using Condition = MatchCondition;

FleetRow rowOf(const char *runner)
{
    return Test::openFleet(QString(QStringLiteral("1 a contact=1m ") + QString::fromUtf8(runner)))->rows.front();
}

RunnerMatch match(const char *runner, const char *job, const ProjectAssignments &assignments = {})
{
    const Job made = Test::job(QString(QStringLiteral("1 ") + QString::fromUtf8(job)));
    return matchOf(rowOf(runner), requestOf(made), assignments);
}

QString word(MatchResult result)
{
    return result == MatchResult::Met   ? QStringLiteral("yes")
        : result == MatchResult::NotMet ? QStringLiteral("no")
                                        : QStringLiteral("unknown");
}

} // namespace

class TestJobMatching : public QObject
{
    Q_OBJECT

private slots:
    /// spec/lib/gitlab/ci/matching/runner_matcher_spec.rb, line by line. GitLab knows whether the job is protected; of
    /// a protected runner we can say no more than "if it is".
    void truthTable_data()
    {
        QTest::addColumn<bool>("runnerProtected");
        QTest::addColumn<bool>("jobProtected");
        QTest::addColumn<bool>("untagged");
        QTest::addColumn<QString>("runnerTags");
        QTest::addColumn<QString>("jobTags");
        QTest::addColumn<bool>("takes");
        const auto row = [](bool runnerProtected, bool jobProtected, bool untagged, const char *runnerTags,
                             const char *jobTags, bool takes) {
            QTest::addRow("%d %d %d '%s' '%s'", runnerProtected, jobProtected, untagged, runnerTags, jobTags)
                << runnerProtected << jobProtected << untagged << QString::fromLatin1(runnerTags)
                << QString::fromLatin1(jobTags) << takes;
        };
        row(true, true, true, "", "", true);
        row(true, false, true, "", "", false);
        row(false, true, true, "", "", true);
        row(false, false, true, "", "", true);
        row(true, true, true, "", "a", false);
        row(true, true, true, "a,b", "a", true);
        row(true, true, true, "a", "a,b", false);
        row(true, true, true, "a", "a", true);
        row(true, true, false, "a", "a", true);
        row(true, true, false, "b", "a", false);
        row(true, true, false, "a,b", "a", true);
    }

    void truthTable()
    {
        QFETCH(bool, runnerProtected);
        QFETCH(bool, jobProtected);
        QFETCH(bool, untagged);
        QFETCH(QString, runnerTags);
        QFETCH(QString, jobTags);
        QFETCH(bool, takes);
        QString runner = runnerProtected ? QStringLiteral("protected") : QStringLiteral("unprotected");
        runner += untagged ? QStringLiteral(" untagged") : QString();
        runner += runnerTags.isEmpty() ? QString() : QStringLiteral(" tags=") + runnerTags;
        const QString job =
            QStringLiteral("acme/web ") + (jobTags.isEmpty() ? QString() : QStringLiteral("tags=") + jobTags);
        const RunnerMatch found = match(qUtf8Printable(runner), qUtf8Printable(job));
        const bool refDecides = runnerProtected && found.notMet() == 0;
        QCOMPARE(word(found.takes()),
            refDecides  ? QStringLiteral("unknown")
                : takes ? QStringLiteral("yes")
                        : QStringLiteral("no"));
        if (refDecides)
            QCOMPARE(jobProtected, takes);
        QCOMPARE(
            word(found.of(Condition::Protection)), runnerProtected ? QStringLiteral("unknown") : QStringLiteral("yes"));
    }

    void scope_data()
    {
        QTest::addColumn<QString>("runner");
        QTest::addColumn<QString>("job");
        QTest::addColumn<ScopeReason>("reason");
        const auto row = [](const char *runner, const char *job, ScopeReason reason) {
            QTest::addRow("%s / %s", runner, job) << QString::fromLatin1(runner) << QString::fromLatin1(job) << reason;
        };
        row("", "acme/web", ScopeReason::Serves);
        row("", "acme/web instance-off", ScopeReason::InstanceRunnersOff);
        row("", "acme/web instance-unknown", ScopeReason::InstanceSettingNotKnown);
        row("", "acme/web group-off", ScopeReason::Serves);
        row("group=acme", "acme/web", ScopeReason::Serves);
        row("group=acme", "acme/pay/api/web", ScopeReason::Serves);
        row("group=acme", "acme/web instance-off", ScopeReason::Serves);
        row("group=acme", "acme/web group-off", ScopeReason::GroupRunnersOff);
        row("group=acme", "acme/web group-unknown", ScopeReason::GroupSettingNotKnown);
        row("group=acme", "acme-two/web", ScopeReason::OtherGroup);
        row("group=acme/pay", "acme/payments/web", ScopeReason::OtherGroup);
        row("group=acme/pay", "acme/web", ScopeReason::OtherGroup);
        row("group=acme/pay", "acme/pay", ScopeReason::OtherGroup); // cannot be: a path is a group or a project
        row("group=Acme", "acme/web", ScopeReason::OtherGroup);
        row("project=acme/web projects=1", "acme/web", ScopeReason::Serves);
        row("project=acme/web projects=1", "acme/web group-off instance-off", ScopeReason::Serves);
        row("project=acme/web projects=1", "acme/api", ScopeReason::OtherProject);
        row("project=acme/web projects=2", "acme/api", ScopeReason::AssignmentsNotKnown);
        row("project=acme/web", "acme/api", ScopeReason::AssignmentsNotKnown);
        row("", "-", ScopeReason::JobNotReadable);
    }

    void scope()
    {
        QFETCH(QString, runner);
        QFETCH(QString, job);
        QFETCH(ScopeReason, reason);
        const RunnerMatch found = match(qUtf8Printable(runner), qUtf8Printable(job));
        QCOMPARE(static_cast<int>(found.scope), static_cast<int>(reason));
        QCOMPARE(word(found.of(Condition::Scope)), word(resultOf(reason)));
    }

    void aRunnerThatDoesNotTellItsOwnerCannotBeKnown()
    {
        FleetRow row = rowOf("");
        Runner runner = *row.runner;
        const auto scopeOfType = [&](RunnerType type, const char *job) {
            runner.type = type;
            row.runner = std::make_shared<const Runner>(runner);
            return matchOf(row, requestOf(Test::job(QString::fromLatin1(job))), {}).scope;
        };
        QCOMPARE(scopeOfType(RunnerType::Group, "1 acme/web"), ScopeReason::GroupNotKnown);
        QCOMPARE(scopeOfType(RunnerType::Group, "1 acme/web group-off"), ScopeReason::GroupRunnersOff);
        QCOMPARE(scopeOfType(RunnerType::Project, "1 acme/web"), ScopeReason::AssignmentsNotKnown);
        QCOMPARE(scopeOfType(RunnerType::Unknown, "1 acme/web"), ScopeReason::TypeNotKnown);
        runner.id.instance = InstanceId{2};
        QCOMPARE(scopeOfType(RunnerType::Instance, "1 acme/web"), ScopeReason::OtherInstance);
    }

    void projectsAreLearned()
    {
        const RunnerId id{InstanceId{1}, 1};
        ProjectAssignments known;
        const auto result = [&](const char *job, const char *runner = "project=acme/web projects=3") {
            return word(match(runner, job, known).of(Condition::Scope));
        };
        QCOMPARE(result("acme/api"), QStringLiteral("unknown"));
        known.add(Test::job(u"9 acme/api runner=1 status=running"));
        QCOMPARE(result("acme/api"), QStringLiteral("yes"));
        QCOMPARE(result("acme/other"), QStringLiteral("unknown"));
        known.add(id, QStringLiteral("acme/docs"));
        QCOMPARE(result("acme/other"), QStringLiteral("no")); // three are three
        QCOMPARE(result("acme/other", "project=acme/web projects=4"), QStringLiteral("unknown"));
        known.add(id, {}, true); // all that this user may see were read
        QCOMPARE(result("acme/other", "project=acme/web projects=4"), QStringLiteral("no"));
        QCOMPARE(result("acme/web", "project=acme/web projects=4"), QStringLiteral("yes"));
    }

    void tagsAreExact_data()
    {
        QTest::addColumn<QString>("runner");
        QTest::addColumn<QString>("job");
        QTest::addColumn<QString>("missing"); // "-": none, and the condition is met
        QTest::newRow("letter case") << "tags=Docker"
                                     << "tags=docker"
                                     << "docker";
        QTest::newRow("order and doubles") << "tags=b,a,b"
                                           << "tags=a,b,a"
                                           << "-";
        QTest::newRow("each that is missing, by alphabet") << "tags=b"
                                                           << "tags=z,b,a"
                                                           << "a,z";
        QTest::newRow("untagged only for jobs without tags") << "untagged"
                                                             << "tags=a"
                                                             << "a";
        QTest::newRow("a runner with tags and untagged jobs") << "tags=a untagged"
                                                              << ""
                                                              << "-";
        QTest::newRow("a runner with tags only") << "tags=a"
                                                 << ""
                                                 << "";
    }

    void tagsAreExact()
    {
        QFETCH(QString, runner);
        QFETCH(QString, job);
        QFETCH(QString, missing);
        const RunnerMatch found = match(qUtf8Printable(runner), qUtf8Printable(QStringLiteral("acme/web ") + job));
        const bool met = missing == QStringLiteral("-");
        QCOMPARE(word(found.of(Condition::Tags)), met ? QStringLiteral("yes") : QStringLiteral("no"));
        QCOMPARE(found.missingTags.join(u','), met ? QString() : missing);
    }

    void pausedAndOnlineAreTwoThings()
    {
        const auto of = [](const char *runner, Condition condition) {
            return word(match(runner, "acme/web tags=a").of(condition));
        };
        QCOMPARE(of("tags=a paused", Condition::NotPaused), QStringLiteral("no"));
        QCOMPARE(of("tags=a paused", Condition::Online), QStringLiteral("yes"));
        QCOMPARE(of("tags=a contact=3h", Condition::Online), QStringLiteral("no"));
        QCOMPARE(word(match("tags=a paused", "acme/web tags=a").takes()), QStringLiteral("no"));
        // Contact decides whether a job is stuck, not whether it is given.
        QCOMPARE(word(match("tags=a contact=3h", "acme/web tags=a").takes()), QStringLiteral("yes"));
    }

    void whatGitLabDoesNotAskForDoesNotMatter()
    {
        const RunnerMatch plain = match("tags=a", "acme/web tags=a");
        QVERIFY(match("tags=a locked running version=9.0.0 jobs=1001", "acme/web tags=a") == plain);
        const RunnerMatch assigned = match("project=acme/web projects=1 tags=a", "acme/web tags=a");
        QVERIFY(match("project=acme/web projects=1 tags=a locked", "acme/web tags=a") == assigned);
        QCOMPARE(word(assigned.takes()), QStringLiteral("yes"));
    }

    void ofAJobThatIsNotReadableNothingIsClaimed()
    {
        const RunnerMatch found = match("tags=a", "-");
        QCOMPARE(word(found.of(Condition::Tags)), QStringLiteral("unknown"));
        QCOMPARE(word(found.takes()), QStringLiteral("unknown"));
        QCOMPARE(word(match("tags=a paused", "-").takes()), QStringLiteral("no"));
    }
};

QTEST_GUILESS_MAIN(TestJobMatching)
#include "tst_jobmatching.moc"
