// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/graphqlanswer.h"
#include "tests/support/fleettext.h"
#include "tests/support/ticks.h"

#include <QTest>

using namespace Runnerscope;
using Test::ticks;
using Kind = FetchError::Kind;

Q_DECLARE_METATYPE(Runnerscope::FetchError::Kind)

namespace {

const QString host = QStringLiteral("git.example.com");

FetchError errorOf(const HttpAnswer &answer)
{
    const GraphQlResult result = readAnswer(answer, host, Test::now);
    const auto *error = std::get_if<FetchError>(&result);
    return error ? *error : FetchError{Kind(-1), 0, {}, QStringLiteral("no error"), {}};
}

HttpAnswer answer(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = body;
    answer.contentType = type;
    return answer;
}

} // namespace

class TestGraphQlAnswer : public QObject
{
    Q_OBJECT

private slots:
    void errors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, int status, const QByteArray &body, Kind kind, const char *detail = "",
                             const char *type = "application/json") {
            QTest::newRow(name) << status << body << QByteArray(type) << kind << QString::fromUtf8(detail);
        };
        row("bad token", 401, ticks("{`errors`:[{`message`:`Invalid token`}]}"), Kind::Unauthorized, "Invalid token");
        row("REST shape", 401, ticks("{`message`:`401 Unauthorized`}"), Kind::Unauthorized, "401 Unauthorized");
        row("blocked user", 403, ticks("{`errors`:[{`message`:`API not accessible for user`}]}"), Kind::ApiBlocked,
            "API not accessible for user");
        row("portal", 403, "<html>", Kind::SignInPage, "", "text/html");
        row("other server", 404, "nothing here", Kind::NotGitLab, "", "text/plain");
        row("too large", 422, ticks("{`errors`:[{`message`:`Query too large`}]}"), Kind::RequestRefused,
            "Query too large");
        row("rate limit in plain text", 429, "Retry later", Kind::RateLimited, "", "text/plain");
        row("maintenance page", 503, "<html>Deploy in progress</html>", Kind::ServerTrouble, "", "text/html");
        row("database", 503, ticks("{`errors`:[{`message`:`Request timed out.`}]}"), Kind::ServerTrouble,
            "Request timed out.");
        row("sign-in page", 200, "<!DOCTYPE html><title>Sign in</title>", Kind::SignInPage, "",
            "text/html; charset=utf-8");
        row("page without its type", 200, "\n <html>", Kind::SignInPage, "", "");
        row("empty", 200, "", Kind::BadReply, "no valid JSON in 0 bytes");
        row("cut JSON", 200, ticks("{`data`:{`runners`"), Kind::BadReply, "no valid JSON in 18 bytes");
        row("other JSON", 200, ticks("{`status`:`ok`}"), Kind::BadReply, "JSON without data");
        row("list", 200, "[1,2]", Kind::BadReply, "JSON without data");
        row("number", 200, "7", Kind::BadReply, "JSON without data");
        row("data is null", 200, ticks("{`data`:null}"), Kind::BadReply, "JSON without data");
        row("deep", 200, QByteArray(100000, '[') + QByteArray(100000, ']'), Kind::BadReply, "the JSON nests too deep");
        row("refused query", 200, ticks("{`errors`:[{`message`:`Field 'x' doesn't exist`}]}"), Kind::RequestRefused,
            "Field 'x' doesn't exist");
        row("no permission", 200,
            ticks("{`data`:null,`errors`:[{`message`:`The resource that you are attempting to access does not exist or "
                  "you don't have permission to perform this action`}]}"),
            Kind::Forbidden,
            "The resource that you are attempting to access does not exist or you don't have permission to perform "
            "this action");
        row("errors of odd shapes", 200, ticks("{`errors`:[1,`x`,{`message`:7}]}"), Kind::RequestRefused);
    }

    void errors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        const FetchError error = errorOf(answer(status, body, type));
        QTEST(error.kind, "kind");
        QTEST(error.detail, "detail");
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.host, host);
    }

    void bracketsInTextsDoNotNest()
    {
        const QByteArray brackets(200, '[');
        const QByteArray body = ticks("{`data`:{`x`:`") + brackets + ticks("\\`") + brackets + ticks("`}}");
        QVERIFY(std::holds_alternative<GraphQlData>(readAnswer(answer(200, body), host, Test::now)));
    }

    void partialDataIsData()
    {
        const GraphQlResult result = readAnswer(
            answer(200, ticks("{`data`:{`a`:1,`b`:null},`errors`:[{`message`:`b failed`}]}")), host, Test::now);
        QCOMPARE(std::get<GraphQlData>(result).data.value(QLatin1String("a")).toInt(), 1);
        QCOMPARE(std::get<GraphQlData>(result).errors.size(), 1);
    }

    void serverTimeIsTheDateOfTheAnswer()
    {
        HttpAnswer dated = answer(200, ticks("{`data`:{}}"));
        dated.date = "Wed, 25 Mar 2026 11:00:00 GMT";
        QCOMPARE(std::get<GraphQlData>(readAnswer(dated, host, {})).serverTime, Test::now + std::chrono::hours(1));
        QCOMPARE(std::get<GraphQlData>(readAnswer(answer(200, ticks("{`data`:{}}")), host, Test::now)).serverTime,
            Test::now);
    }

    void waits_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<QByteArray>("reset");
        QTest::addColumn<qint64>("seconds"); // -1: none
        QTest::newRow("seconds") << QByteArray("17") << QByteArray("1") << qint64(17);
        QTest::newRow("date") << QByteArray("Wed, 25 Mar 2026 10:00:45 GMT") << QByteArray() << qint64(45);
        QTest::newRow("date in the past") << QByteArray("Wed, 25 Mar 2020 10:00:45 GMT") << QByteArray() << qint64(1);
        QTest::newRow("reset") << QByteArray() << QByteArray("1774432830") << qint64(30);
        QTest::newRow("absurd") << QByteArray("99999999999") << QByteArray() << qint64(3600);
        QTest::newRow("absurd reset") << QByteArray() << QByteArray("9223372036854775807") << qint64(3600);
        QTest::newRow("negative") << QByteArray("-5") << QByteArray() << qint64(1);
        QTest::newRow("nonsense") << QByteArray("soon") << QByteArray("x") << qint64(-1);
    }

    void waits()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(QByteArray, reset);
        QFETCH(qint64, seconds);
        HttpAnswer refused = answer(429, "Retry later", "text/plain");
        refused.date = "Wed, 25 Mar 2026 10:00:00 GMT";
        refused.retryAfter = retryAfter;
        refused.rateLimitReset = reset;
        const auto wait = errorOf(refused).retryAfter;
        QCOMPARE(wait ? static_cast<qint64>(wait->count()) : -1, seconds);
    }

    void redirects()
    {
        HttpAnswer redirect = answer(302, {}, "text/html");
        redirect.redirectTarget = QUrl(QStringLiteral("https://login.example.net/?next=x"));
        redirect.redirectsElsewhere = true;
        QCOMPARE(errorOf(redirect).kind, Kind::RedirectedElsewhere);
        QCOMPARE(errorOf(redirect).host, QStringLiteral("https://login.example.net"));
        redirect.redirectsElsewhere = false;
        redirect.redirectTarget = QUrl(QStringLiteral("https://git.example.com/users/sign_in"));
        QCOMPARE(errorOf(redirect).kind, Kind::SignInPage);
        redirect.redirectTarget = QUrl(QStringLiteral("https://git.example.com/welcome"));
        QCOMPARE(errorOf(redirect).kind, Kind::NotGitLab);
    }

    void rateLimits()
    {
        HttpAnswer limited = answer(200, "{}");
        QVERIFY(!readRateLimit(limited).perMinute);
        limited.rateLimit = "600";
        QCOMPARE(readRateLimit(limited).perMinute, std::optional(600));
        limited.rateLimit = "0";
        QVERIFY(!readRateLimit(limited).perMinute);
    }
};

QTEST_GUILESS_MAIN(TestGraphQlAnswer)
#include "tst_graphqlanswer.moc"
