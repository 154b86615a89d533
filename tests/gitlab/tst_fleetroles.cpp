// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/gitlabfleetservice.h"
#include "app/gitlab/listplan.h"
#include "app/gitlab/restclient.h"
#include "tests/support/simulator.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <set>

using namespace Runnerscope;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Runnerscope::RestResult)

namespace {

Rhythm quietRhythm()
{
    return {.pulsesEvery = 24h,
        .jobsEvery = 24h,
        .newsEvery = 24h,
        .walkEvery = 24h,
        .patience = 10s,
        .firstRetry = 20ms,
        .slowestRetry = 50ms,
        .publishEvery = 0ms};
}

} // namespace

/// What a fleet holds for each role, beside what REST says that the same token may manage.
class TestFleetRoles : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;

    Connection connection(const QByteArray &token) const
    {
        return {std::get<ServerAddress>(ServerAddress::parse(m_simulator->url())), Secret("glpat-simulator-" + token)};
    }

    std::set<qint64> namedByRest(const QByteArray &token, const QString &path) const
    {
        RequestQueue queue(connection(token), 10s, {});
        RestClient rest(queue);
        std::set<qint64> numbers;
        std::optional<int> page = 1;
        while (page) {
            QSignalSpy finished(rest.get(path,
                                    {{QStringLiteral("per_page"), QStringLiteral("100")},
                                        {QStringLiteral("page"), QString::number(*page)}},
                                    Pacing::Urgency::Foreground),
                &RestReply::finished);
            if (!finished.wait(10'000))
                return {};
            const auto result = finished.at(0).at(0).value<RestResult>();
            const auto *data = std::get_if<RestData>(&result);
            if (!data)
                return {};
            for (const qint64 number : decodeRunnerNumbers(data->body.root()))
                numbers.insert(number);
            page = data->nextPage;
        }
        return numbers;
    }

    static std::set<qint64> numbersOf(const Fleet &fleet)
    {
        std::set<qint64> numbers;
        for (const FleetRow &row : fleet.rows)
            numbers.insert(row.runner->id.number);
        return numbers;
    }

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Test::Simulator>(
            QStringList{QStringLiteral("--runners"), QStringLiteral("600"), QStringLiteral("--frozen"),
                QStringLiteral("--now"), QStringLiteral("2026-03-25T10:00:00Z"), QStringLiteral("--admin-mode")});
        QVERIFY(m_simulator->isRunning());
    }

    void readsWhatTheRoleMayManage_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("oracle");
        QTest::addColumn<bool>("exactly");
        const QString all = QStringLiteral("/runners/all");
        const QString mine = QStringLiteral("/runners");
        const auto row = [](const char *token, Role role, const QString &oracle, bool exactly) {
            QTest::newRow(token) << QByteArray(token) << static_cast<int>(role) << oracle << exactly;
        };
        row("admin", Role::Administrator, all, true);
        row("auditor", Role::Auditor, all, true);
        row("admin-no-admin-mode", Role::AdministratorWithoutAdminMode, mine, false);
        row("owner", Role::Member, mine, false); // and instance runners
        row("owner-manage", Role::Member, mine, false);
        row("project-maintainer", Role::Member, mine, false);
        row("group-token", Role::Member, mine, false);
        row("project-token", Role::Member, mine, false);
        row("developer", Role::Member, mine, false);
        row("user", Role::Member, mine, false);
    }

    void readsWhatTheRoleMayManage()
    {
        QFETCH(QByteArray, token);
        QFETCH(int, role);
        QFETCH(QString, oracle);
        QFETCH(bool, exactly);
        GitLabFleetService service(connection(token), quietRhythm());
        QSignalSpy finished(&service, &FleetService::walkFinished);
        QSignalSpy failed(&service, &FleetService::failed);
        QSignalSpy access(&service, &FleetService::accessChanged);
        FleetPtr fleet;
        connect(&service, &FleetService::snapshotChanged, this, [&](const FleetPtr &next) { fleet = next; });
        service.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count() + failed.count(), 1, 30'000);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(static_cast<int>(access.at(0).at(0).value<Access>().role), role);
        QVERIFY(fleet);
        QCOMPARE(fleet->coverage.kind, Coverage::Kind::Whole);
        const std::set<qint64> shown = numbersOf(*fleet);
        const std::set<qint64> named = namedByRest(token, oracle);
        if (exactly)
            QCOMPARE(shown.size(), named.size());
        std::set<qint64> missing;
        std::ranges::set_difference(named, shown, std::inserter(missing, missing.end()));
        QVERIFY2(
            missing.empty(), qPrintable(QStringLiteral("%1 of %2 are missing").arg(missing.size()).arg(named.size())));
    }

    void whoReadsNothingIsToldNothingWasHidden()
    {
        GitLabFleetService service(connection("user"), quietRhythm());
        QSignalSpy finished(&service, &FleetService::walkFinished);
        FleetPtr fleet;
        connect(&service, &FleetService::snapshotChanged, this, [&](const FleetPtr &next) { fleet = next; });
        service.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
        QVERIFY(fleet->rows.empty());
        for (const FleetPart &part : fleet->coverage.parts)
            QVERIFY(part.kind != FleetPart::Kind::AllRunners);
    }
};

QTEST_GUILESS_MAIN(TestFleetRoles)
#include "tst_fleetroles.moc"
