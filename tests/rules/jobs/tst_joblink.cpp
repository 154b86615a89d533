// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/joblink.h"

#include <QTest>

using namespace Runnerscope;

namespace {

const QString plain = QStringLiteral("https://git.example.com");
const QString below = QStringLiteral("https://git.example.com:8443/gitlab");

/// "acme/api 123", "42 123" where the project is a number, "- 123" where it is not named, or what is wrong.
QString written(const JobLink &link)
{
    using Kind = JobLinkTrouble::Kind;
    if (const auto *job = std::get_if<JobReference>(&link)) {
        const QString number = job->projectNumber > 0 ? QString::number(job->projectNumber) : QStringLiteral("-");
        return QStringLiteral("%1 %2").arg(job->projectPath.isEmpty() ? number : job->projectPath).arg(job->number);
    }
    const auto &trouble = std::get<JobLinkTrouble>(link);
    switch (trouble.kind) {
    case Kind::Nothing:
        return QStringLiteral("nothing");
    case Kind::OtherInstance:
        return QStringLiteral("elsewhere ") + trouble.host;
    case Kind::MergeRequest:
        return QStringLiteral("merge request");
    case Kind::Pipeline:
        return QStringLiteral("pipeline");
    case Kind::Commit:
        return QStringLiteral("commit");
    case Kind::OtherPage:
        return QStringLiteral("other page");
    case Kind::NoJob:
        break;
    }
    return QStringLiteral("no job");
}

} // namespace

class TestJobLink : public QObject
{
    Q_OBJECT

private slots:
    void whatATextNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("instance");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *text, const QString &instance, const char *named) {
            QTest::newRow(text) << QString::fromUtf8(text) << instance << QString::fromUtf8(named);
        };
        row("https://git.example.com/acme/api/-/jobs/123", plain, "acme/api 123");
        row("  https://git.example.com/acme/api/-/jobs/123\n", plain, "acme/api 123");
        row("https://git.example.com/acme/api/-/jobs/123/", plain, "acme/api 123");
        row("https://git.example.com/acme/api/-/jobs/123#L1207", plain, "acme/api 123");
        row("https://git.example.com/acme/api/-/jobs/123?plain=1#L12", plain, "acme/api 123");
        row("https://git.example.com/acme/api/-/jobs/123/raw", plain, "acme/api 123");
        row("https://git.example.com/acme/api/-/jobs/123/trace.json", plain, "acme/api 123");
        row("https://git.example.com/acme/api/-/jobs/123/artifacts/file/out/log%20a.txt", plain, "acme/api 123");
        row("https://git.example.com/acme/api/-/jobs/123/artifacts/download", plain, "acme/api 123");
        row("https://git.example.com/acme/a/b/c/api/-/jobs/9223372036854775807", plain,
            "acme/a/b/c/api 9223372036854775807");
        row("https://git.example.com/acme/api/builds/7", plain, "acme/api 7");
        row("https://git.example.com/acme/api/-/builds/7", plain, "acme/api 7");
        row("https://git.example.com/acme/api/jobs/7", plain, "acme/api 7");
        row("https://git.example.com/jobs/jobs/-/jobs/7", plain, "jobs/jobs 7");
        row("http://git.example.com/acme/api/-/jobs/123", plain, "acme/api 123");
        row("HTTPS://GIT.example.com:443/acme/api/-/jobs/123", plain, "acme/api 123");
        row("https://git.example.com/api/v4/projects/acme%2Fapi/jobs/123", plain, "acme/api 123");
        row("https://git.example.com/api/v4/projects/42/jobs/123/trace", plain, "42 123");
        row("https://git.example.com/api/v4/projects/42/jobs/123/artifacts/a/b", plain, "42 123");
        row("https://git.example.com:8443/gitlab/acme/api/-/jobs/123", below, "acme/api 123");
        row("https://git.example.com:8443/gitlab/api/v4/projects/42/jobs/123", below, "42 123");
        row("/gitlab/acme/api/-/jobs/123", below, "acme/api 123");
        row("/acme/api/-/jobs/123", plain, "acme/api 123");
        row("acme/api/-/jobs/123", plain, "acme/api 123");
        row("git.example.com/acme/api/-/jobs/123", plain, "acme/api 123");
        row("git.example.com:8443/gitlab/acme/api/-/jobs/123", below, "acme/api 123");
        row("acme/api#123", plain, "acme/api 123");
        row("acme/a.b/c-d_e#123", QString(), "acme/a.b/c-d_e 123");
        row("#123", plain, "- 123");
        row("123", plain, "- 123");
        row("gid://gitlab/Ci::Build/123", plain, "- 123");
        row("Job #12 failed: https://git.example.com/acme/api/-/jobs/123, please look", plain, "acme/api 123");
        row("[test](https://git.example.com/acme/api/-/jobs/123)", plain, "acme/api 123");
        row("<https://git.example.com/acme/api/-/jobs/123>.", plain, "acme/api 123");
        row("**https://git.example.com/acme/api/-/jobs/123**", plain, "acme/api 123");

        row("https://other.example.com/acme/api/-/jobs/123", plain, "elsewhere other.example.com");
        row("https://git.example.com:8443/acme/api/-/jobs/123", plain, "elsewhere git.example.com:8443");
        row("https://git.example.com:8443/acme/api/-/jobs/123", below, "elsewhere git.example.com:8443");
        row("https://git.example.com.evil.com/acme/api/-/jobs/123", plain, "elsewhere git.example.com.evil.com");
        row("https://git.example.com@evil.com/acme/api/-/jobs/123", plain, "elsewhere evil.com");
        row("https://gitlab.com/acme/api/-/jobs/123 ", QString(), "elsewhere gitlab.com");
        row("https://git.example.com/acme/api/-/merge_requests/4", plain, "merge request");
        row("https://git.example.com/acme/api/merge_requests/4", plain, "merge request");
        row("https://git.example.com/acme/api/-/merge_requests/4/pipelines", plain, "merge request");
        row("https://git.example.com/acme/api/-/pipelines/99", plain, "pipeline");
        row("https://git.example.com/acme/api/-/commit/0a1b2c", plain, "commit");
        row("https://git.example.com/acme/api/-/jobs", plain, "other page");
        row("https://git.example.com/acme/api/-/jobs/artifacts/main/download?job=build", plain, "other page");
        row("https://git.example.com/acme/api", plain, "other page");
        row("https://git.example.com/", plain, "other page");
        row("https://git.example.com/admin/runners/7", plain, "other page");
        row("https://git.example.com/api/v4/runners/7/jobs", plain, "other page");
        row("https://git.example.com/acme/api/-/jobs/0", plain, "other page");
        row("https://git.example.com/acme/api/-/jobs/-5", plain, "other page");
        row("https://git.example.com/acme/api/-/jobs/99999999999999999999", plain, "other page");
        row("https://git.example.com/acme/../api/-/jobs/1%0A2", plain, "other page");
        row("https://git.example.com/acme/%2e%2e/-/jobs/12", plain, "other page");
        row("https://git.example.com/acme/a%2Fb/-/jobs/12", plain, "other page");
        row("", plain, "nothing");
        row(" \n", plain, "nothing");
        row("why does my job fail", plain, "no job");
        row("status:stale", plain, "no job");
        row("acme#123", plain, "no job");
        row("acme/../api#123", plain, "no job");
        row("acme/api#0", plain, "no job");
        row("٣٤٥", plain, "no job");
        row("file:///etc/passwd", plain, "no job");
        row("javascript:alert(1)", plain, "no job");
        row("https://", plain, "no job");
        row("https://[::1", plain, "no job");
    }

    void whatATextNames()
    {
        QFETCH(QString, text);
        QFETCH(QString, instance);
        QTEST(written(parseJobLink(text, instance)), "named");
    }

    void hugeTextsAreNotLookedAt()
    {
        const QString link = plain + QStringLiteral("/acme/api/-/jobs/123 ");
        QCOMPARE(written(parseJobLink(link.repeated(1000), plain)), QStringLiteral("no job"));
        QVERIFY(!looksLikeJobLink(link.repeated(1000)));
    }

    void whatIsWorthTaking_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("taken");
        QTest::newRow("link") << plain + QStringLiteral("/acme/api/-/jobs/123") << true;
        QTest::newRow("link elsewhere") << QStringLiteral("https://other.example.com/acme/api/-/jobs/123") << true;
        QTest::newRow("name") << QStringLiteral("acme/api#123") << true;
        QTest::newRow("number") << QStringLiteral("123") << false; // anything may be on a clipboard
        QTest::newRow("web page") << QStringLiteral("https://example.com/") << false;
        QTest::newRow("words") << QStringLiteral("jobs") << false;
        QTest::newRow("filter") << QStringLiteral("status:stale owner:acme/*") << false;
    }

    void whatIsWorthTaking()
    {
        QFETCH(QString, text);
        QTEST(looksLikeJobLink(text), "taken");
    }
};

QTEST_GUILESS_MAIN(TestJobLink)
#include "tst_joblink.moc"
