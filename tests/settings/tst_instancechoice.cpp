// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/instancechoice.h"

#include <QTest>

using namespace Runnerscope;

namespace {

SavedInstances::List saved(const QStringList &names)
{
    SavedInstances::List list;
    for (const QString &name : names) {
        InstanceProfile profile;
        profile.key = name + QStringLiteral("-key");
        profile.name = name;
        profile.address = name + QStringLiteral(".example.com");
        list.profiles.push_back(profile);
    }
    return list;
}

QString storeKeyFor(const char *host)
{
    qputenv("GITLAB_HOST", host);
    const auto choice = chooseInstance({}, {});
    const auto *connection = std::get_if<Connection>(&choice);
    return connection ? connection->storeKey : QString();
}

} // namespace

class TestInstanceChoice : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        qunsetenv("GITLAB_HOST");
        qunsetenv("GITLAB_TOKEN");
    }

    void theNamedOneComesFirst()
    {
        qputenv("GITLAB_HOST", "env.example.com");
        qputenv("GITLAB_TOKEN", "glpat-env");
        const auto list = saved({QStringLiteral("one"), QStringLiteral("two")});
        QCOMPARE(std::get<InstanceProfile>(chooseInstance(list, QStringLiteral("Two"))).key, QStringLiteral("two-key"));
        const auto trouble = std::get<InstanceTrouble>(chooseInstance(list, QStringLiteral("three")));
        QVERIFY(trouble.kind == InstanceTrouble::Kind::NotSaved);
        QCOMPARE(trouble.name, QStringLiteral("three"));
    }

    void thenTheEnvironment()
    {
        qputenv("GITLAB_HOST", "https://env.example.com/gitlab");
        qputenv("GITLAB_TOKEN", " glpat-env\n");
        const auto connection = std::get<Connection>(chooseInstance(saved({QStringLiteral("one")}), {}));
        QCOMPARE(connection.address.label(), QStringLiteral("env.example.com/gitlab"));
        QCOMPARE(connection.token.reveal(), QByteArray("glpat-env"));
        QVERIFY(!connection.storeKey.isEmpty());
    }

    void aTokenGivenOtherwiseWins()
    {
        qputenv("GITLAB_HOST", "env.example.com");
        const auto without = std::get<FetchError>(chooseInstance(saved({QStringLiteral("one")}), {}));
        QVERIFY(without.kind == FetchError::Kind::TokenMissing);
        const auto unasked = std::get<Connection>(chooseInstance({}, {}, {}, TokenNeed::NotNeeded));
        QVERIFY(unasked.token.isEmpty());
        QVERIFY(!unasked.storeKey.isEmpty());
        qputenv("GITLAB_TOKEN", "glpat-env");
        const auto connection = std::get<Connection>(chooseInstance({}, {}, Secret("glpat-given")));
        QCOMPARE(connection.token.reveal(), QByteArray("glpat-given"));
    }

    void thenTheOnlySavedOne()
    {
        QCOMPARE(
            std::get<InstanceProfile>(chooseInstance(saved({QStringLiteral("one")}), {})).name, QStringLiteral("one"));
        QVERIFY(std::holds_alternative<NoInstance>(
            chooseInstance(saved({QStringLiteral("one"), QStringLiteral("two")}), {})));
        QVERIFY(std::holds_alternative<NoInstance>(chooseInstance({}, {})));
        qputenv("GITLAB_TOKEN", "glpat-env"); // belongs to GITLAB_HOST, and to no other
        QVERIFY(std::holds_alternative<InstanceProfile>(chooseInstance(saved({QStringLiteral("one")}), {})));
    }

    void storesAreNamedByTheAddress()
    {
        qputenv("GITLAB_TOKEN", "glpat-env");
        const QString key = storeKeyFor("git.example.com");
        QVERIFY(!key.isEmpty());
        QVERIFY(!key.contains(QStringLiteral("glpat")));
        QCOMPARE(storeKeyFor("https://GIT.example.com:443/api/v4/"), key);
        QVERIFY(storeKeyFor("https://git.example.com/gitlab") != key);
        QVERIFY(storeKeyFor("https://git.example.com:8443") != key);
    }

    void profilesMakeConnections()
    {
        InstanceProfile profile = saved({QStringLiteral("one")}).profiles.front();
        profile.userName = QStringLiteral("anna");
        profile.caFile = QStringLiteral("/ca.pem");
        profile.clientCertificateFile = QStringLiteral("/c.pem");
        profile.clientKeyFile = QStringLiteral("/k.pem");
        profile.proxy = QStringLiteral("http://p:1");
        profile.proxyMode = ProxyMode::Given;
        const auto connection = std::get<Connection>(connectionFor(profile, Secret("glpat-x")));
        QCOMPARE(connection.address.host(), QStringLiteral("one.example.com"));
        QCOMPARE(connection.token.reveal(), QByteArray("glpat-x"));
        QCOMPARE(connection.storeKey, QStringLiteral("one-key"));
        QCOMPARE(connection.userName, QStringLiteral("anna"));
        QCOMPARE(connection.transport.caFile, QStringLiteral("/ca.pem"));
        QCOMPARE(connection.transport.clientCertificateFile, QStringLiteral("/c.pem"));
        QCOMPARE(connection.transport.clientKeyFile, QStringLiteral("/k.pem"));
        QCOMPARE(connection.transport.proxy, QStringLiteral("http://p:1"));
        QVERIFY(connection.transport.proxyMode == ProxyMode::Given);
        profile.address = QStringLiteral("http://insecure.example.com");
        QVERIFY(std::get<FetchError>(connectionFor(profile, {})).kind == FetchError::Kind::InsecureAddress);
    }
};

QTEST_GUILESS_MAIN(TestInstanceChoice)
#include "tst_instancechoice.moc"
