// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/gitlabfleetservice.h"
#include "tests/gitlab/watchedservice.h"
#include "tests/support/simulator.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <set>

using namespace Runnerscope;
using Watched = Test::WatchedService;

class TestRunnerProjects : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;
    std::unique_ptr<Watched> m_watched;

    ProjectsAnswer ask(const ProjectsQuestion &question)
    {
        const QFuture<ProjectsAnswer> answer = m_watched->service.readProjects(question);
        return QTest::qWaitFor([&answer] { return answer.isFinished(); }) ? answer.result() : ProjectsAnswer();
    }

    ProjectsPage page(const ProjectsQuestion &question) { return std::get<ProjectsPage>(ask(question)); }

    /// The one that serves most projects.
    const Runner &widest() const
    {
        const auto &rows = m_watched->fleet->rows;
        const auto found = std::ranges::max_element(
            rows, {}, [](const FleetRow &row) { return row.runner->projectCount.value_or(0); });
        return *found->runner;
    }

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Test::Simulator>(
            QStringList{QStringLiteral("--runners"), QStringLiteral("450"), QStringLiteral("--frozen")});
        QVERIFY(m_simulator->isRunning());
        m_watched = std::make_unique<Watched>(Test::connectionTo(*m_simulator));
        m_watched->service.start();
        QTRY_COMPARE_WITH_TIMEOUT(m_watched->finished.count(), 1, 30000);
    }

    void cleanupTestCase() { m_watched.reset(); }

    void pagesHoldEveryProjectOnce()
    {
        const Runner &runner = widest();
        QVERIFY(*runner.projectCount > 1);
        std::set<qint64> seen;
        ProjectsQuestion question{runner.id, {}, {}};
        do {
            const ProjectsPage one = page(question);
            QCOMPARE(one.matching, runner.projectCount); // an administrator sees them all
            for (const RunnerProject &project : one.projects) {
                QVERIFY(project.fullPath.contains(u'/'));
                QVERIFY(seen.insert(project.number).second);
            }
            question.after = one.next;
        } while (!question.after.isEmpty());
        QCOMPARE(static_cast<int>(seen.size()), *runner.projectCount);
    }

    void searchFindsSome()
    {
        const Runner &runner = widest();
        const RunnerProject first = page({runner.id, {}, {}}).projects.front();
        const ProjectsPage found = page({runner.id, first.fullPath.section(u'/', -1), {}});
        QVERIFY(std::ranges::find(found.projects, first) != found.projects.end());
        const ProjectsPage below = page({runner.id, first.fullPath.section(u'/', 0, 0), {}}); // by the group above
        QVERIFY(below.matching >= 1 && below.matching <= runner.projectCount);
        const ProjectsPage none = page({runner.id, QStringLiteral("no such project"), {}});
        QVERIFY(none.projects.empty());
        QCOMPARE(none.matching, std::optional(0));
    }

    void runnersOfNoProjectHaveNone()
    {
        const auto &rows = m_watched->fleet->rows;
        const auto instance =
            std::ranges::find(rows, RunnerType::Instance, [](const FleetRow &row) { return row.runner->type; });
        QVERIFY(page({instance->runner->id, {}, {}}).projects.empty());
    }

    void faultsAreSaid()
    {
        m_simulator->setFaults("[{\"kind\":\"status\",\"status\":500}]");
        const ProjectsAnswer answer = ask({widest().id, {}, {}});
        m_simulator->setFaults("[]");
        QVERIFY(std::holds_alternative<FetchError>(answer));
    }
};

QTEST_GUILESS_MAIN(TestRunnerProjects)
#include "tst_runnerprojects.moc"
