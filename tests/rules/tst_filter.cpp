// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterindex.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/status.h"
#include "tests/support/fleettext.h"
#include "tests/support/parsedfilter.h"

#include <QTest>

using namespace Runnerscope;
using Test::parsed;
using namespace std::chrono_literals;

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

RunnerManager host(const char *version, const char *executor, const char *ip, std::chrono::seconds contact)
{
    static qint64 number = 0;
    RunnerManager manager;
    manager.number = ++number;
    manager.systemId = QStringLiteral("s_%1").arg(number);
    manager.version = text(version);
    manager.revision = QStringLiteral("rev%1").arg(number);
    manager.platform = text("linux");
    manager.architecture = text("amd64");
    manager.executor = text(executor);
    manager.ipAddress = text(ip);
    manager.createdAt = Test::now - 20 * 24h;
    manager.contactedAt = Test::now - contact;
    manager.jobExecution = JobExecution::Idle;
    return manager;
}

/// Runners whose fields are all different; what each row is there for stands beside it.
class Rows
{
public:
    Rows()
    {
        add(u"1 build-9 contact=1m created=10d group=acme/api tags=docker,Linux by=anna jobs=7 running",
            [](Runner &runner) {
                runner.managers = {host("18.1.0", "docker", "10.2.0.7", 1min),
                    host("17.4.2", "shell", "10.3.0.1", 1min), host("16.0.0", "kubernetes", "10.4.0.1", 50h)};
                runner.managers[0].jobExecution = JobExecution::Active;
                runner.accessLevel = AccessLevel::RefProtected;
                runner.runUntagged = true;
                runner.maximumTimeout = 3600;
            });
        add(u"2 build-18 contact=3h created=40d project=acme/api/web paused locked bot=ci-bot tags=docker",
            [](Runner &runner) { // all of its managers are silent
                runner.managers = {
                    host("17.4.0-rc1", "shell", "fd00::7", 30h), host("17.3.9", "Docker", "::ffff:10.2.9.9", 3h)};
                runner.projectCount = 2;
                runner.accessLevel = AccessLevel::NotProtected;
                runner.jobCount = Runner::jobCountCap;
            });
        add(u"3 Größe_XL contact=20d created=90d group=acme/apis tags=linux", [](Runner &runner) {
            runner.creationMethod = CreationMethod::RegistrationToken;
            runner.managers = {host("main", "shell", "", 480h)};
            runner.jobCount = 0;
        });
        add(u"4 - created=1h", [](Runner &runner) { // everything that can be missing is
            runner.type = RunnerType::Unknown;
            runner.creationMethod = CreationMethod::Unknown;
            runner.jobExecution = JobExecution::Unknown;
        });
        add(u"5 a_b contact=2h created=8d group=acme by=Anna_Karin", [](Runner &) {});
    }

    FleetPtr fleet() const { return shareFleet(m_fleet); }

private:
    void add(QStringView line, void (*complete)(Runner &))
    {
        Runner runner = Test::runner(line);
        complete(runner);
        runner.managerCount = static_cast<int>(runner.managers.size());
        const RunnerStatus status = statusOf(runner, Test::now);
        m_fleet.rows.push_back({std::make_shared<const Runner>(std::move(runner)), Test::now, status});
    }

    Fleet m_fleet;
};

QString idsOf(const FilterMask &mask, const Fleet &fleet)
{
    QStringList ids;
    for (const quint32 row : indexesOf(mask))
        ids.append(QString::number(fleet.rows[row].runner->id.number));
    return ids.join(u' ');
}

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

    FleetPtr m_fleet = Rows().fleet();
    FilterIndex m_index{m_fleet};

    QString idsFor(const QString &filter)
    {
        const auto result = evaluate(parsed(filter), m_index);
        const auto *error = std::get_if<FilterError>(&result);
        return error ? error->sentence : idsOf(std::get<FilterMask>(result), *m_fleet);
    }

private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *filter, const char *ids) { QTest::newRow(filter) << text(ids); };
        row("", "1 2 3 4 5");
        // Words.
        row("build", "1 2");
        row("BUILD docker", "1 2");
        row("größe", "3");
        row("acme/api", "1 2 3");
        row("anna", "1 5");
        row("16.0.0", "1");
        row("#4", "4");
        row("dockerlinux", "");
        row("-docker", "3 4 5");
        row("/^build-[0-9]$/", "1");
        row("/^DOCKER$/", "1 2");
        row("/(?-i)^Docker$/", "2");
        // Texts of a runner.
        row("name:build-9", "1");
        row("name:BUILD-9,build-18", "1 2");
        row("name:build", "");
        row("name~build", "1 2");
        row("name~BUILD,größe", "1 2 3");
        row("description:\"a b\"", "5");
        row("name:/^[ab]/", "1 2 5");
        row("name:*", "1 2 3 5");
        row("-name:*", "4");
        row("id:1", "1");
        row("id:#2,4..5", "2 4 5");
        row("id:>=4", "4 5");
        row("token:SHA3", "3");
        row("sha~sha", "1 2 3 4 5");
        row("note~disk", ""); // neither note nor expiry is known of any runner
        row("-note~disk", "1 2 3 4 5");
        row("owner-name~\"acme / api\"", "1 2 3");
        // Tags are exact, all others are not.
        row("tag:docker", "1 2");
        row("tag:Docker", "");
        row("tag:linux,Linux", "1 3");
        row("tag~LINUX", "1 3");
        row("tag:docker tag:Linux", "1");
        row("-tag:docker", "3 4 5");
        row("-tag:*", "4 5");
        row("tag:/lin/", "1 3");
        // Owners.
        row("owner:acme/api", "1");
        row("owner:ACME/api/", "1");
        row("owner:acme/*", "1 2 3");
        row("owner:acme/api/*", "2");
        row("owner:acme,acme/api/*", "2 5");
        row("owner~api", "1 2 3");
        row("-owner:acme/*", "4 5");
        row("-owner:*", "4");
        // Creators.
        row("created-by:anna", "1");
        row("created-by:@ANNA", "1");
        row("created-by~anna", "1 5");
        row("creator:ci-bot", "2");
        row("-created-by:*", "3 4");
        row("creator-kind:bot", "2");
        row("creator-kind:registration-token", "3");
        row("creator-kind:not-readable,person", "1 4 5");
        row("creator-state:active", "1 2 5");
        row("-creator-state:active", "3 4");
        row("method:registration-token", "3");
        row("-method:authenticated-user", "3 4");
        row("creation-state:started", "4");
        // Properties.
        row("status:online", "1");
        row("status:offline", "2 5");
        row("status:stale,never-contacted", "3 4");
        row("is:silent", "2 3 5");
        row("-is:silent", "1 4");
        row("is:never-contacted", "4");
        row("type:group", "1 3 5");
        row("is:project", "2");
        row("type:*", "1 2 3 5");
        row("-type:group,project,instance", "4");
        row("is:paused", "2");
        row("is:locked,untagged", "1 2");
        row("is:protected", "1");
        row("access:not-protected", "2");
        row("-access:protected", "2 3 4 5");
        row("is:running", "1");
        row("running:yes", "1");
        row("is:idle", "2 3 5");
        row("-running:no", "1 4");
        row("is:paused,running,never", "1 2 4");
        // Times.
        row("contact:<2h", "1");
        row("contact:<=2h", "1 5");
        row("contact:>2h", "2 3");
        row("contact:>=2h", "2 3 5");
        row("-contact:>30d", "1 2 3 4 5");
        row("contact:>1w", "3");
        row("-contact:>1w", "1 2 4 5");
        row("contact:1h..3h", "2 5");
        row("contact:*", "1 2 3 5");
        row("contact:2026-03-25", "1 2 5");
        row("contact:2026-03", "1 2 3 5");
        row("contact:<2026-03-25", "3");
        row("contact:>=2026-03-25T08:00", "1 5");
        row("contact:>2026-03-25T08:00Z", "1");
        row("created:>30d", "2 3");
        row("created:<1d", "4");
        row("created:2025-12..2026-02", "2 3");
        row("created:2025", "3");
        row("created:<2026", "3");
        row("created:<=2026-02-13", "2 3");
        row("created:2025-12-25,2026-03-25", "3 4");
        row("expires:<30d", "");
        row("is:expired", "");
        row("-expires:2026-04", "1 2 3 4 5");
        row("-expires:*", "1 2 3 4 5");
        // Numbers.
        row("jobs:7", "1");
        row("jobs:0", "3");
        row("jobs:>0", "1 2");
        row("jobs:>1000", "2");
        row("jobs:<=7", "1 3");
        row("-jobs:>=0", "4 5");
        row("projects:2", "2");
        row("managers:0", "4 5");
        row("managers:1..2", "2 3");
        row("hosts:>2", "1");
        row("timeout:1h", "1");
        row("timeout:3600", "1");
        row("timeout:>59m", "1");
        row("-timeout:>59m", "2 3 4 5");
        // Managers: some one in contact meets it, or, negated, none does.
        row("version:18", "1");
        row("version:18.1", "1");
        row("version:18.1.0", "1");
        row("version:=18.1.1", "");
        row("version:17.4", "1");
        row("version:<17.4", "2");
        row("version:<=17.4", "1 2");
        row("version:>17.4", "1");
        row("version:>=17.4", "1");
        row("version:17.3..17.4", "1 2");
        row("version:<17.4.2", "2");
        row("version:16", "");
        row("version~MAI", "3");
        row("version:/^main$/", "3");
        row("-version:>=17", "3 4 5");
        row("version:*", "1 2 3");
        row("executor:shell", "1 3");
        row("executor:DOCKER", "1 2");
        row("-executor:shell", "2 4 5");
        row("executor:kubernetes", "");
        row("executor~ke", "1 2");
        row("platform:linux", "1 2 3");
        row("arch:amd64", "1 2 3");
        row("architecture:arm64", "");
        row("ip:10.2.0.7", "1");
        row("ip:10.2.0.0/16", "1 2");
        row("ip:10.3.0.0..10.3.255.255", "1");
        row("ip:::ffff:10.2.9.0/120", "2");
        row("ip:fd00::/8", "");
        row("ip~10.2.", "1 2");
        row("-ip:0.0.0.0/0", "3 4 5");
        row("ip:::/0", "");
        row("system-id~S_", "1 2 3");
        row("revision~REV", "1 2 3");
        // Silent managers, too.
        row("managers:any version:16", "1");
        row("managers:any version:17.4", "1 2");
        row("managers:any ip:fd00::/8", "2");
        row("-managers:any version:16", "2 3 4 5");
        row("managers:any executor:kubernetes version:16", "");
        row("managers:any (executor:kubernetes version:16)", "1");
        // Conditions on one manager.
        row("version:>=18 executor:shell", "1");
        row("manager(version:>=18 executor:shell)", "");
        row("manager(version:17.4 executor:shell)", "1");
        row("managers:any manager(version:17.4 executor:shell)", "1 2");
        row("manager(executor:shell -version:17.4)", "3");
        row("-manager(executor:docker)", "3 4 5");
        row("manager(is:running)", "1");
        row("manager(running:no executor:shell)", "1 3");
        row("manager(contact:<2h)", "1");
        row("managers:any manager(status:offline)", "1 2");
        row("manager(status:stale)", "3");
        row("manager(created:>19d created:<21d)", "1 2 3");
        row("manager(shell)", "1 3");
        row("manager(/^1[78]\\./ 10.3)", "1");
        // How conditions come together.
        row("tag:docker -is:paused", "1");
        row("is:paused OR status:stale", "2 3");
        row("tag:docker (is:paused OR is:running) -name:build-18", "1");
        row("-(is:paused OR tag:docker)", "3 4 5");
        row("NOT tag:docker AND owner:*", "3 5");
    }

    void matches()
    {
        QFETCH(QString, ids);
        QCOMPARE(idsFor(text(QTest::currentDataTag())), ids);
    }

    void agesAreJudgedWhenARowWasRead()
    {
        Fleet older = *m_fleet; // the same rows, read half an hour later
        for (FleetRow &row : older.rows)
            row.readAt += 30min;
        QCOMPARE(idsFor(text("contact:>2h")), text("2 3"));
        FilterIndex index(m_fleet);
        const qsizetype before = index.memory();
        evaluate(parsed(text("contact:>2h version:17")), index);
        const qsizetype made = index.memory();
        QVERIFY(made > before);
        index.setFleet(shareFleet(older));
        QCOMPARE(index.memory(), made); // the columns stay
        QCOMPARE(idsOf(std::get<FilterMask>(evaluate(parsed(text("contact:>2h")), index)), older), text("2 3 5"));

        Fleet other = older;
        other.rowsRevision = newRowsRevision();
        other.rows.pop_back();
        index.setFleet(shareFleet(other));
        QCOMPARE(std::get<FilterMask>(evaluate(parsed(text("contact:>2h")), index)).size(), other.rows.size());
    }

    void aPatternThatTakesTooLongIsAnError()
    {
        Fleet fleet = *m_fleet;
        Runner runner = *fleet.rows.front().runner;
        runner.description = QString(60, u'a') + u'!';
        fleet.rows.front().runner = std::make_shared<const Runner>(runner);
        FilterIndex index(shareFleet(fleet));
        for (const char *filter : {"tag:docker name:/^(a+)+$/", "tag:docker -/^(a|aa)+$/"}) {
            const auto result = evaluate(parsed(text(filter)), index);
            const auto *error = std::get_if<FilterError>(&result);
            QVERIFY2(error, filter);
            QVERIFY(error->sentence.contains(text("takes too long")));
            QVERIFY(text(filter).mid(error->position, error->length).contains(u'/'));
        }
    }

    void aBrokenTextIsNoPatternThatTakesTooLong()
    {
        Fleet fleet = *m_fleet;
        Runner runner = *fleet.rows.front().runner;
        runner.description = text("half ") + QChar(0xd800);
        fleet.rows.front().runner = std::make_shared<const Runner>(runner);
        FilterIndex index(shareFleet(fleet));
        QCOMPARE(idsOf(std::get<FilterMask>(evaluate(parsed(text("name:/^half/")), index)), fleet), text("1"));
    }

    void anEmptyFleetHasNoMatches()
    {
        FilterIndex index;
        for (const char *filter : {"", "a", "tag:a", "version:18", "manager(a)", "contact:>1d", "-status:online"})
            QVERIFY(std::get<FilterMask>(evaluate(parsed(text(filter)), index)).empty());
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
