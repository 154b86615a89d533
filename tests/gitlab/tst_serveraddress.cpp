// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/connection.h"

#include <QTest>

using namespace Runnerscope;

Q_DECLARE_METATYPE(Runnerscope::FetchError::Kind)

class TestServerAddress : public QObject
{
    Q_OBJECT

private slots:
    void understands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("graphQl");
        QTest::addColumn<QString>("label");
        const auto row = [](const char *text, const char *graphQl, const char *label) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(graphQl) << QString::fromUtf8(label);
        };
        row("gitlab.example.com", "https://gitlab.example.com/api/graphql", "gitlab.example.com");
        row(" gitlab.example.com/ ", "https://gitlab.example.com/api/graphql", "gitlab.example.com");
        row("https://gitlab.example.com:8443", "https://gitlab.example.com:8443/api/graphql",
            "gitlab.example.com:8443");
        row("https://example.com/gitlab/", "https://example.com/gitlab/api/graphql", "example.com/gitlab");
        row("https://example.com/gitlab/api/v4", "https://example.com/gitlab/api/graphql", "example.com/gitlab");
        row("https://example.com/api/graphql", "https://example.com/api/graphql", "example.com");
        row("http://127.0.0.1:3000", "http://127.0.0.1:3000/api/graphql", "127.0.0.1:3000");
        row("http://localhost:3000/gitlab", "http://localhost:3000/gitlab/api/graphql", "localhost:3000/gitlab");
        row("http://[::1]:3000", "http://[::1]:3000/api/graphql", "::1:3000");
    }

    void understands()
    {
        QFETCH(QString, text);
        const auto parsed = ServerAddress::parse(text);
        QVERIFY(std::holds_alternative<ServerAddress>(parsed));
        const auto &address = std::get<ServerAddress>(parsed);
        QTEST(address.graphQl().toString(), "graphQl");
        QTEST(address.label(), "label");
    }

    void refuses_data()
    {
        using Kind = FetchError::Kind;
        QTest::addColumn<QString>("text");
        QTest::addColumn<FetchError::Kind>("kind");
        QTest::newRow("nothing") << "" << Kind::BadAddress;
        QTest::newRow("blanks within") << "git lab" << Kind::BadAddress;
        QTest::newRow("other scheme") << "ftp://gitlab.example.com" << Kind::BadAddress;
        QTest::newRow("no host") << "https://" << Kind::BadAddress;
        QTest::newRow("a token in it") << "https://oauth2:glpat-secret@gitlab.example.com" << Kind::BadAddress;
        QTest::newRow("a token, no scheme") << "oauth2:glpat-secret@gitlab.example.com" << Kind::BadAddress;
        QTest::newRow("a token, bad port") << "https://oauth2:glpat-secret@gitlab.example.com:x" << Kind::BadAddress;
        QTest::newRow("a token instead") << "glpat-secretsecretsecret" << Kind::BadAddress;
        QTest::newRow("query") << "https://gitlab.example.com/?private_token=secret" << Kind::BadAddress;
        QTest::newRow("fragment") << "https://gitlab.example.com/#secret" << Kind::BadAddress;
        QTest::newRow("plain http") << "http://gitlab.example.com" << Kind::InsecureAddress;
        QTest::newRow("plain http, host that looks near") << "http://127.0.0.1.example.com" << Kind::InsecureAddress;
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto parsed = ServerAddress::parse(text);
        QVERIFY(std::holds_alternative<FetchError>(parsed));
        QTEST(std::get<FetchError>(parsed).kind, "kind");
        QVERIFY(!std::get<FetchError>(parsed).host.contains(QStringLiteral("secret")));
    }

    void originIsSchemeHostAndPort()
    {
        const auto address = std::get<ServerAddress>(ServerAddress::parse(QStringLiteral("https://git.example.com/a")));
        QVERIFY(address.isSameOrigin(QUrl(QStringLiteral("https://git.example.com:443/b"))));
        QVERIFY(!address.isSameOrigin(QUrl(QStringLiteral("http://git.example.com/a"))));
        QVERIFY(!address.isSameOrigin(QUrl(QStringLiteral("https://git.example.com:8443/a"))));
        QVERIFY(!address.isSameOrigin(QUrl(QStringLiteral("https://evil.example.com/a"))));
    }

    void environment()
    {
        qunsetenv("GITLAB_HOST");
        QVERIFY(!std::get<0>(connectionFromEnvironment()));
        qputenv("GITLAB_HOST", "git.example.com");
        qunsetenv("GITLAB_TOKEN");
        QCOMPARE(std::get<FetchError>(connectionFromEnvironment()).kind, FetchError::Kind::TokenMissing);
        qputenv("GITLAB_TOKEN", "glpat-x\n");
        const auto connection = std::get<0>(connectionFromEnvironment());
        QVERIFY(connection);
        QCOMPARE(connection->token.reveal(), QByteArray("glpat-x"));
        qputenv("GITLAB_HOST", "http://git.example.com");
        QCOMPARE(std::get<FetchError>(connectionFromEnvironment()).kind, FetchError::Kind::InsecureAddress);
    }
};

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
