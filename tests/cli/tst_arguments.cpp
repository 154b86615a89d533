// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QDir>
#include <QTest>

using Runnerscope::HostGrouping;
using namespace Runnerscope::Cli;

namespace {

std::variant<Request, Outcome> parsed(const QString &arguments)
{
    return parseArguments(QStringList(QStringLiteral("runnerscopectl")) + arguments.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestArguments : public QObject
{
    Q_OBJECT

private slots:
    void requests()
    {
        const auto request = std::get<Request>(parsed(QStringLiteral("runner --demo #42 --partial -o json")));
        QVERIFY(request.verb == Verb::Runner);
        QVERIFY(request.format == Format::Json);
        QVERIFY(request.demo);
        QVERIFY(request.partial);
        QCOMPARE(request.runner, 42);
    }

    void usualRequests()
    {
        const auto request = std::get<Request>(parsed(QStringLiteral("runners")));
        QVERIFY(request.verb == Verb::Runners);
        QVERIFY(request.format == Format::Table);
        QVERIFY(!request.demo);
        QVERIFY(!request.cached);
        QVERIFY(!request.partial);
        QVERIFY(std::get<Request>(parsed(QStringLiteral("runner 4 --cached"))).cached);
        QVERIFY(std::get<Request>(parsed(QStringLiteral("runners --output=csv"))).format == Format::Csv);
        QVERIFY(std::get<Request>(parsed(QStringLiteral("status --output json"))).format == Format::Json);
    }

    void serversAreNamed()
    {
        const auto request = std::get<Request>(
            parsed(QStringLiteral("status --instance work --token-fd 3 --proxy socks5://p:1 --ca-file /ca.pem "
                                  "--client-certificate=/c.pem --client-key=/k.pem")));
        QCOMPARE(request.instance, QStringLiteral("work"));
        QCOMPARE(request.tokenDescriptor, std::optional(3));
        QVERIFY(request.transport.proxyMode == Runnerscope::ProxyMode::Given);
        QCOMPARE(request.transport.proxy, QStringLiteral("socks5://p:1"));
        QCOMPARE(request.transport.caFile, QStringLiteral("/ca.pem"));
        QCOMPARE(request.transport.clientCertificateFile, QStringLiteral("/c.pem"));
        QCOMPARE(request.transport.clientKeyFile, QStringLiteral("/k.pem"));
        const auto none = std::get<Request>(parsed(QStringLiteral("status --proxy none --ca-file ca.pem")));
        QVERIFY(none.transport.proxyMode == Runnerscope::ProxyMode::None);
        QCOMPARE(none.transport.caFile, QDir::current().absoluteFilePath(QStringLiteral("ca.pem")));
        QVERIFY(std::get<Request>(parsed(QStringLiteral("status --proxy system"))).transport.proxyMode
            == Runnerscope::ProxyMode::System);
        QVERIFY(!std::get<Request>(parsed(QStringLiteral("status"))).transport.proxyMode);
    }

    void instancesAreNamed()
    {
        QVERIFY(std::get<Request>(parsed(QStringLiteral("instances -o csv"))).verb == Verb::Instances);
        const auto add =
            std::get<Request>(parsed(QStringLiteral("instances add work git.example.com --production --read-write")));
        QVERIFY(add.verb == Verb::AddInstance);
        QCOMPARE(add.instance, QStringLiteral("work"));
        QCOMPARE(add.address, QStringLiteral("git.example.com"));
        QVERIFY(add.production);
        QVERIFY(!add.readOnly);
        QVERIFY(std::get<Request>(parsed(QStringLiteral("instances add a b"))).readOnly);
        const auto remove = std::get<Request>(parsed(QStringLiteral("instances remove work")));
        QVERIFY(remove.verb == Verb::RemoveInstance);
        QCOMPARE(remove.instance, QStringLiteral("work"));
        QVERIFY(std::get<Request>(parsed(QStringLiteral("instances token work"))).verb == Verb::SetToken);
    }

    void instancesHaveARhythmOfTheirOwn()
    {
        const auto add = std::get<Request>(parsed(QStringLiteral(
            "instances add a b --requests-per-minute 30 --visible-every 5 --news-every 3600 --walk-every 1440")));
        QVERIFY((add.refresh == Runnerscope::RefreshSettings{30, 5, 3600, 1440}));
        QVERIFY(
            std::get<Request>(parsed(QStringLiteral("instances add a b"))).refresh == Runnerscope::RefreshSettings());
    }

    void verbsThatList_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("verb");
        QTest::newRow("runners") << "runners" << int(Verb::Runners);
        QTest::newRow("managers") << "managers" << int(Verb::Managers);
        QTest::newRow("tags") << "tags" << int(Verb::Tags);
        QTest::newRow("groups") << "groups" << int(Verb::Groups);
    }

    void verbsThatList()
    {
        QFETCH(QString, word);
        QFETCH(int, verb);
        const auto request =
            std::get<Request>(parsed(word + QStringLiteral(" --filter status:stale -o csv --cached --partial")));
        QCOMPARE(int(request.verb), verb);
        QCOMPARE(request.filter.text(), QStringLiteral("status:stale"));
        QVERIFY(request.format == Format::Csv && request.cached && request.partial);
        QVERIFY(!request.grouping);
    }

    void managersInGroups()
    {
        const auto byId = std::get<Request>(parsed(QStringLiteral("managers --group-by system-id")));
        QVERIFY(byId.grouping == HostGrouping::SystemId);
        const auto byAddress = std::get<Request>(parsed(QStringLiteral("managers --group-by=address")));
        QVERIFY(byAddress.grouping == HostGrouping::Address);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("word"); // of the complaint
        QTest::newRow("nothing") << ""
                                 << "verb is missing";
        QTest::newRow("options only") << "--demo"
                                      << "verb is missing";
        QTest::newRow("unknown verb") << "frobnicate"
                                      << "no such verb";
        QTest::newRow("unknown option") << "status --frob"
                                        << "frob";
        QTest::newRow("value too many") << "status --demo=yes"
                                        << "--demo";
        QTest::newRow("value missing") << "status --output"
                                       << "--output";
        QTest::newRow("unknown format") << "runners -o xml"
                                        << "table, json";
        QTest::newRow("status as CSV") << "status -o csv"
                                       << "“status” has no CSV";
        QTest::newRow("runner as CSV") << "runner 4 -o csv"
                                       << "“runner” has no CSV";
        QTest::newRow("instances add as CSV") << "instances add a b -o csv"
                                              << "“instances add” has no CSV";
        QTest::newRow("filter of a runner") << "runner 4 --filter status:stale"
                                            << "--filter belongs to";
        QTest::newRow("groups of tags") << "tags --group-by address"
                                        << "--group-by belongs to “managers”";
        QTest::newRow("groups by what") << "managers --group-by version"
                                        << "system-id or address";
        QTest::newRow("managers of a runner") << "managers 4"
                                              << "too many";
        QTest::newRow("word too many") << "status now"
                                       << "too many";
        QTest::newRow("runner too many") << "runner 4 5"
                                         << "too many";
        QTest::newRow("interval too short") << "instances add a b --visible-every 4"
                                            << "--visible-every takes a whole number from 5 to 3600";
        QTest::newRow("requests for what was missed of a reading verb") << "runners --read-back 10"
                                                                        << "--read-back belong to “instances add”";
        QTest::newRow("interval that is none") << "instances add a b --walk-every 1h"
                                               << "from 5 to 1440";
        QTest::newRow("interval elsewhere") << "runners --news-every 60"
                                            << "belong to “instances add”";
        QTest::newRow("no runner") << "runner"
                                   << "number of the runner is missing";
        QTest::newRow("a name") << "runner build-4"
                                << "named by its number";
        QTest::newRow("zero") << "runner 0"
                              << "named by its number";
        QTest::newRow("unknown verb of instances") << "instances frob"
                                                   << "too many";
        QTest::newRow("no name to add") << "instances add"
                                        << "name and an address";
        QTest::newRow("no address to add") << "instances add work"
                                           << "name and an address";
        QTest::newRow("no name to remove") << "instances remove"
                                           << "name of the instance is missing";
        QTest::newRow("no name for a token") << "instances token"
                                             << "name of the instance is missing";
        QTest::newRow("name too many") << "instances remove a b"
                                       << "too many";
        QTest::newRow("mark of a fleet") << "status --production"
                                         << "instances add";
        QTest::newRow("instance twice") << "instances remove a --instance a"
                                        << "not used";
        QTest::newRow("empty instance") << "status --instance="
                                        << "needs a name";
        QTest::newRow("demo of an instance") << "status --demo --instance a"
                                             << "exclude";
        QTest::newRow("what is kept of the demo") << "status --cached --demo"
                                                  << "exclude";
        QTest::newRow("kept instances") << "instances --cached"
                                        << "not used";
        QTest::newRow("a token for nobody") << "status --cached --token-fd 0"
                                            << "no server is asked";
        QTest::newRow("a proxy to nobody") << "status --cached --proxy none"
                                           << "no server is asked";
        QTest::newRow("added instances as CSV") << "instances add a b -o csv"
                                                << "CSV";
        QTest::newRow("no descriptor") << "status --token-fd tok"
                                       << "file descriptor";
        QTest::newRow("standard output as descriptor") << "status --token-fd 1"
                                                       << "file descriptor";
        QTest::newRow("negative descriptor") << "status --token-fd=-1"
                                             << "file descriptor";
        QTest::newRow("jobs of many") << "runners --jobs"
                                      << "belongs to";
        QTest::newRow("kept jobs") << "runner 1 --jobs --cached"
                                   << "not kept";
        QTest::newRow("a number too large") << "runner 99999999999999999999"
                                            << "named by its number";
    }

    void wrongUsage()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, word);
        const auto outcome = std::get<Outcome>(parsed(arguments));
        QVERIFY(outcome.code == ExitCode::WrongUsage);
        QVERIFY(outcome.output.isEmpty());
        QVERIFY2(outcome.complaint.contains(word), qUtf8Printable(outcome.complaint));
    }

    void tokensAreRefusedAndNotRepeated_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("option") << "status --token sesame-open";
        QTest::newRow("option with value") << "status --token=sesame-open";
        QTest::newRow("one dash") << "status -token=sesame-open";
        QTest::newRow("other option") << "status --private-token=sesame-open";
        QTest::newRow("bare") << "status glpat-sesame-open-0123456";
        QTest::newRow("instead of a verb") << "glpat-sesame-open-0123456";
        QTest::newRow("value of another option") << "status --output=glpat-sesame-open-0123456";
        QTest::newRow("with a request for help") << "--help --token sesame-open";
        QTest::newRow("token of an instance") << "instances token work glpat-sesame-open-0123456";
        QTest::newRow("added token") << "instances add work git.example.com --token=sesame-open";
        QTest::newRow("as an address") << "instances add work glpat-sesame-open-0123456";
        QTest::newRow("as a descriptor") << "status --token-fd=glpat-sesame-open-0123456";
    }

    void tokensAreRefusedAndNotRepeated()
    {
        QFETCH(QString, arguments);
        const auto outcome = std::get<Outcome>(parsed(arguments));
        QVERIFY(outcome.code == ExitCode::WrongUsage);
        QVERIFY2(outcome.complaint.contains(QStringLiteral("GITLAB_TOKEN")), qUtf8Printable(outcome.complaint));
        QVERIFY(!outcome.complaint.contains(QStringLiteral("sesame")));
    }

    void valuesAreNotRepeated_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("verb") << "sesame";
        QTest::newRow("word too many") << "status sesame";
        QTest::newRow("runner") << "runner sesame";
        QTest::newRow("format") << "status -o sesame";
        QTest::newRow("unknown option") << "status --frob=sesame";
        QTest::newRow("option without value") << "status --demo=sesame";
    }

    void valuesAreNotRepeated()
    {
        QFETCH(QString, arguments);
        const auto outcome = std::get<Outcome>(parsed(arguments));
        QVERIFY(outcome.code == ExitCode::WrongUsage);
        QVERIFY2(!outcome.complaint.contains(QStringLiteral("sesame")), qUtf8Printable(outcome.complaint));
    }

    void helpIsPrinted_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("word");
        QTest::newRow("general") << "--help"
                                 << "VERB";
        QTest::newRow("short") << "-h"
                               << "GITLAB_TOKEN";
        QTest::newRow("status") << "status --help"
                                << "runnerscopectl status";
        QTest::newRow("runners") << "runners --help"
                                 << "csv";
        QTest::newRow("managers") << "managers --help"
                                  << "--group-by";
        QTest::newRow("tags") << "tags --help"
                              << "--filter";
        QTest::newRow("groups") << "groups --help"
                                << "from the top down";
        QTest::newRow("runner without number") << "--help runner"
                                               << "runner ID";
        QTest::newRow("version") << "--version" << RUNNERSCOPE_VERSION;
    }

    void helpIsPrinted()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, word);
        const auto outcome = std::get<Outcome>(parsed(arguments));
        QVERIFY(outcome.code == ExitCode::Done);
        QVERIFY(outcome.complaint.isEmpty());
        QVERIFY2(outcome.output.contains(word), qUtf8Printable(outcome.output));
        QVERIFY(outcome.output.endsWith(u'\n'));
        for (const QString &line : outcome.output.split(u'\n'))
            QVERIFY2(line.size() <= 80, qUtf8Printable(line));
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
