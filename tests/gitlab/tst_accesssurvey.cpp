// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/accesssurvey.h"
#include "app/gitlab/askaccess.h"
#include "app/gitlab/listplan.h"
#include "tests/support/rawserver.h"
#include "tests/support/simulator.h"
#include "tests/support/ticks.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;
using Test::ticks;
using namespace std::chrono_literals;
using Kind = FetchError::Kind;

Q_DECLARE_METATYPE(Runnerscope::AccessResult)
Q_DECLARE_METATYPE(Runnerscope::GraphQlResult)

namespace {

Connection connectionTo(const QString &url, const QByteArray &token)
{
    return {std::get<ServerAddress>(ServerAddress::parse(url)), Secret(token)};
}

/// A survey with what it needs.
class Surveyed
{
public:
    Surveyed(const QString &url, const QByteArray &token) :
        queue(connectionTo(url, token), 20s, {}),
        graphQl(queue),
        rest(queue)
    {
        QSignalSpy finished(new AccessSurvey(graphQl, rest, graphQl.book(), &queue), &AccessSurvey::finished);
        if (finished.wait(20'000))
            result = finished.at(0).at(0).value<AccessResult>();
    }

    const AccessFindings &found() const
    {
        static const AccessFindings nothing;
        const auto *findings = std::get_if<AccessFindings>(&result);
        return findings ? *findings : nothing;
    }

    Kind error() const
    {
        const auto *error = std::get_if<FetchError>(&result);
        return error ? error->kind : Kind(-1);
    }

    RequestQueue queue;
    GraphQlClient graphQl;
    RestClient rest;
    AccessResult result;
};

QByteArray http(const QByteArray &head, const QByteArray &body = {})
{
    return "HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

class TestAccessSurvey : public QObject
{
    Q_OBJECT

    std::unique_ptr<Test::Simulator> m_simulator;

    Surveyed survey(const QByteArray &token) { return {m_simulator->url(), "glpat-simulator-" + token}; }

    void become(const char *body)
    {
        m_simulator->control(QStringLiteral("gitlab"), QJsonDocument::fromJson(ticks(body)));
    }

private slots:
    void initTestCase()
    {
        m_simulator =
            std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("300")});
        QVERIFY(m_simulator->isRunning());
    }

    void cleanup()
    {
        m_simulator->setFaults("[]");
        become("{`gitlab`:`18.10`,`edition`:`ee`,`newer`:null}");
        m_simulator->control(QStringLiteral("admin-mode"), QJsonDocument::fromJson(ticks("{`on`:false}")));
    }

    void administrator()
    {
        Surveyed surveyed = survey("admin");
        const Access &access = surveyed.found().access;
        QCOMPARE(access.role, Role::Administrator);
        QCOMPARE(access.serverVersion, QStringLiteral("18.10.1-ee"));
        QCOMPARE(access.enterprise, std::optional(true));
        QCOMPARE(access.user.username, QStringLiteral("root"));
        QCOMPARE(access.user.kind, UserKind::Person);
        QVERIFY(access.token);
        QCOMPARE(access.token->scopes, (QStringList{QStringLiteral("read_api"), QStringLiteral("read_user")}));
        QCOMPARE(surveyed.found().counts->all, std::optional<qint64>(300));
        QVERIFY(surveyed.found().counts->typesAddUp());
        QVERIFY(surveyed.graphQl.book().unknownToServer().isEmpty());
        QCOMPARE(surveyed.queue.sent(), 4);
    }

    void roles_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<Role>("role");
        QTest::addColumn<QList<int>>("levels");
        QTest::newRow("auditor") << QByteArray("auditor") << Role::Auditor << QList<int>();
        QTest::newRow("owner") << QByteArray("owner") << Role::Member << QList<int>{40, 40, 50, 50};
        QTest::newRow("maintainer") << QByteArray("maintainer") << Role::Member << QList<int>{20, 40};
        QTest::newRow("projects") << QByteArray("project-maintainer") << Role::Member << QList<int>{40, 40, 50};
        QTest::newRow("developer") << QByteArray("developer") << Role::Member << QList<int>{10, 30};
        QTest::newRow("of nothing") << QByteArray("user") << Role::Member << QList<int>();
        QTest::newRow("group token") << QByteArray("group-token") << Role::Member << QList<int>{50};
        QTest::newRow("project token") << QByteArray("project-token") << Role::Member << QList<int>{40};
    }

    void roles()
    {
        QFETCH(QByteArray, token);
        QFETCH(QList<int>, levels);
        const Surveyed surveyed = survey(token);
        const Access &access = surveyed.found().access;
        QTEST(access.role, "role");
        QList<int> found;
        for (const Membership &membership : access.memberships)
            found.append(membership.level);
        std::ranges::sort(found);
        QCOMPARE(found, levels);
        QVERIFY(std::ranges::is_sorted(access.memberships, {}, &Membership::fullPath));
        QVERIFY(access.membershipsComplete);
        QCOMPARE(access.user.kind, token.endsWith("token") ? UserKind::Bot : UserKind::Person);
        QVERIFY(!surveyed.found().counts);
        QCOMPARE(surveyed.found().topGroups.isEmpty(), access.role != Role::Auditor);
        QVERIFY(surveyed.found().topGroupsComplete);
        QVERIFY(surveyed.found().offersMyRunners);
        QVERIFY(surveyed.queue.sent() <= 7);
    }

    void listsOfEachRoleCanBeRead_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("refused");
        for (const char *token : {"admin", "auditor", "owner", "project-maintainer", "group-token", "project-token"})
            QTest::newRow(token) << QByteArray(token) << 0;
        QTest::newRow("maintainer") << QByteArray("maintainer") << 2; // it takes an owner to list a group's runners
        QTest::newRow("user") << QByteArray("user") << 0;
    }

    void listsOfEachRoleCanBeRead()
    {
        QFETCH(QByteArray, token);
        Surveyed surveyed = survey(token);
        RunnerDecoder decoder(InstanceId{1});
        QSet<qint64> runners;
        int refused = 0;
        for (const RunnerList &list : listsFor(surveyed.found())) {
            QSignalSpy finished(surveyed.graphQl.send({list.operation, list.variables}, Pacing::Urgency::Foreground),
                &GraphQlReply::finished);
            QVERIFY(finished.wait(20'000));
            const auto page =
                pageOf(finished.at(0).at(0).value<GraphQlResult>(), list, decoder, surveyed.queue.address().host());
            if (const auto *error = std::get_if<FetchError>(&page)) {
                QCOMPARE(error->kind, Kind::Forbidden);
                ++refused;
                continue;
            }
            for (const Runner &runner : std::get<RunnerPage>(page).runners) {
                const bool ofInstance = list.part.kind == FleetPart::Kind::InstanceRunners;
                QVERIFY(!ofInstance || runner.type == RunnerType::Instance);
                runners.insert(runner.id.number);
            }
        }
        QTEST(refused, "refused");
        QCOMPARE(runners.isEmpty(), token == "user");
    }

    void adminMode()
    {
        m_simulator->control(QStringLiteral("admin-mode"), QJsonDocument::fromJson(ticks("{`on`:true}")));
        QCOMPARE(survey("admin").found().access.role, Role::Administrator);
        QCOMPARE(survey("admin-no-admin-mode").found().access.role, Role::AdministratorWithoutAdminMode);
    }

    void olderServers()
    {
        become("{`gitlab`:`17.2`,`edition`:`ce`}");
        const Surveyed surveyed = survey("owner");
        QCOMPARE(surveyed.found().access.role, Role::Member);
        QCOMPARE(surveyed.found().access.serverVersion, QStringLiteral("17.2.9"));
        QCOMPARE(surveyed.found().access.enterprise, std::optional(false));
        QCOMPARE(surveyed.found().access.user.kind, UserKind::Person);
        QVERIFY(!surveyed.found().offersMyRunners);
        QCOMPARE(survey("auditor").found().access.role, Role::Member); // there are no auditors in this edition
        become("{`gitlab`:`17.2`,`edition`:`ee`}");
        const Surveyed auditor = survey("auditor");
        QCOMPARE(auditor.found().access.role, Role::Auditor);
        QVERIFY(!auditor.found().topGroups.isEmpty()); // without topLevelOnly
        for (const QString &path : auditor.found().topGroups)
            QVERIFY(!path.contains(u'/'));
    }

    void newerServers()
    {
        for (int seed = 0; seed < 5; ++seed) {
            become(QByteArray("{`newer`:" + QByteArray::number(seed) + "}").constData());
            const Surveyed surveyed = survey("admin");
            QCOMPARE(surveyed.found().access.role, Role::Administrator);
            QVERIFY(surveyed.found().access.serverVersion.startsWith(QStringLiteral("20.")));
        }
    }

    void manyMemberships()
    {
        RequestQueue queue(connectionTo(m_simulator->url(), m_simulator->token()), 20s, {});
        RestClient rest(queue);
        QSignalSpy finished(rest.get(QStringLiteral("/projects"), {{QStringLiteral("per_page"), QStringLiteral("100")}},
                                Pacing::Urgency::Foreground),
            &RestReply::finished);
        QVERIFY(finished.wait(10'000));
        int joined = 0;
        const auto projects = std::get<RestData>(finished.at(0).at(0).value<RestResult>());
        for (const JsonValue project : projects.body.root()) {
            m_simulator->control(QStringLiteral("members"),
                QJsonDocument(QJsonObject{{QStringLiteral("token"), QStringLiteral("glpat-simulator-user")},
                    {QStringLiteral("place"), project.value(QLatin1String("path_with_namespace")).toString()},
                    {QStringLiteral("accessLevel"), 40}}));
            ++joined;
        }
        QVERIFY(joined > 10);
        const Surveyed surveyed = survey("user");
        QCOMPARE(surveyed.found().access.memberships.size(), static_cast<std::size_t>(joined));
        QVERIFY(surveyed.found().access.membershipsComplete);
        QCOMPARE(surveyed.queue.sent(), 6 + (joined - 1) / 100);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<FetchError::Kind>("kind");
        QTest::newRow("unknown") << QByteArray("nobody-has-this") << Kind::Unauthorized;
        QTest::newRow("expired") << QByteArray("expired") << Kind::Unauthorized;
        QTest::newRow("revoked") << QByteArray("revoked") << Kind::Unauthorized;
        QTest::newRow("blocked") << QByteArray("blocked") << Kind::ApiBlocked;
        QTest::newRow("reads the user only") << QByteArray("read-user") << Kind::ScopeMissing;
        QTest::newRow("manages runners only") << QByteArray("manage-runner") << Kind::ScopeMissing;
    }

    void refusals()
    {
        QFETCH(QByteArray, token);
        const Surveyed surveyed = survey(token);
        QTEST(surveyed.error(), "kind");
        if (surveyed.error() == Kind::ScopeMissing)
            QCOMPARE(std::get<FetchError>(surveyed.result).detail, QStringLiteral("read_api"));
    }

    void scopeIsFoundMissingWithoutTokenFacts()
    {
        // An OAuth token: nothing is told of it, but the user is.
        m_simulator->setFaults(
            ticks("[{`kind`:`status`,`status`:404,`match`:`personal_access_tokens`,"
                  "`contentType`:`application/json`,`body`:`{\\`message\\`:\\`404 Not Found\\`}`}]"));
        QCOMPARE(survey("read-user").error(), Kind::ScopeMissing);
        QCOMPARE(survey("expired").error(), Kind::Unauthorized);
        const Surveyed good = survey("owner");
        QCOMPARE(good.found().access.role, Role::Member);
        QVERIFY(!good.found().access.token);
    }

    void passingTroubleIsAnErrorAndNoLowerRole()
    {
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:503,`match`:`runners/all`}]"));
        QCOMPARE(survey("auditor").error(), Kind::ServerTrouble);
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:503,`match`:`v4/user`}]"));
        QCOMPARE(survey("owner").error(), Kind::ServerTrouble);
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:503,`match`:`ServerInfo`}]"));
        QCOMPARE(survey("admin").error(), Kind::ServerTrouble);
    }

    void countingThatTakesTooLongIsNoLowerRole()
    {
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:503,`match`:`RunnerCounts`}]"));
        const Surveyed administrator = survey("admin");
        QCOMPARE(administrator.found().access.role, Role::Administrator);
        QVERIFY(!administrator.found().counts);
        QCOMPARE(survey("owner").found().access.role, Role::Member);
    }

    void introspectionMayBeForbidden()
    {
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:422,`match`:`SchemaOffer`}]"));
        QCOMPARE(survey("admin").found().access.role, Role::Administrator);
    }

    void partsThatFailLeaveTheRest()
    {
        m_simulator->setFaults(ticks("[{`kind`:`status`,`status`:503,`match`:`TopGroups`}]"));
        const Surveyed surveyed = survey("auditor");
        QCOMPARE(surveyed.found().access.role, Role::Auditor);
        QVERIFY(!surveyed.found().topGroupsComplete);
    }

    void noGitLab()
    {
        Test::RawServer page({http("200 OK\r\nContent-Type: text/html", "<html>Hello</html>")});
        QCOMPARE(Surveyed(page.url(), "glpat-x").error(), Kind::SignInPage);
        Test::RawServer nothing({http("404 Not Found", "nope")});
        QCOMPARE(Surveyed(nothing.url(), "glpat-x").error(), Kind::NotGitLab);
        Test::RawServer json({http("200 OK\r\nContent-Type: application/json", ticks("{`data`:{}}"))});
        QVERIFY(Surveyed(json.url(), "glpat-x").error() != Kind(-1));
    }

    void forTheTestButton()
    {
        const QFuture<AccessAnswer> future = askAccess(connectionTo(m_simulator->url(), "glpat-simulator-owner"), 20s);
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000);
        QCOMPARE(std::get<Access>(future.result()).user.username, QStringLiteral("owner"));
        const QFuture<AccessAnswer> refused =
            askAccess(connectionTo(m_simulator->url(), "glpat-simulator-expired"), 20s);
        QTRY_VERIFY_WITH_TIMEOUT(refused.isFinished(), 20'000);
        QCOMPARE(std::get<FetchError>(refused.result()).kind, Kind::Unauthorized);
    }

    void theTestCanBeCancelled()
    {
        m_simulator->setFaults(ticks("[{`kind`:`delay`,`milliseconds`:60000}]"));
        QFuture<AccessAnswer> future = askAccess(connectionTo(m_simulator->url(), "glpat-simulator-owner"), 90s);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("inFlight")).toInt(), 3, 30000);
        future.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30000);
        QCOMPARE(future.resultCount(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_simulator->ask(QStringLiteral("stats")).value(QLatin1String("inFlight")).toInt(), 0, 30000);
    }
};

QTEST_GUILESS_MAIN(TestAccessSurvey)
#include "tst_accesssurvey.moc"
