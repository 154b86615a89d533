// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterconflicts.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/filter/filterwording.h"
#include "tests/support/parsedfilter.h"

#include <QLocale>
#include <QTest>

using namespace Runnerscope;
using Test::parsed;

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

} // namespace

class TestFilterWording : public QObject
{
    Q_OBJECT

private slots:
    void words_data()
    {
        QTest::addColumn<QString>("words");
        const auto row = [](const char *filter, const char *words) { QTest::newRow(filter) << text(words); };
        row("", "");
        row("contact:>2h owner:acme/payments/*", "no contact for over 2 hours, below acme/payments");
        row("docker", "\"docker\" in some text");
        row("-docker", "\"docker\" in no text");
        row("/^a b/", "/^a b/ in some text");
        row("name:build", "named build");
        row("-name:build", "not named build");
        row("name:a,b,c", "named a, b or c");
        row("-name:a,b", "not named a or b");
        row("name~build,host", "name contains \"build\" or name contains \"host\"");
        row("-note:/disk/", "note does not match /disk/");
        row("tag:docker -tag:gpu", "tagged docker, not tagged gpu");
        row("-tag:*", "without tag");
        row("owner:acme,acme/*", "owned by acme or below acme");
        row("created-by:@anna", "created by anna");
        row("creator-state:blocked", "creator blocked");
        row("creator-kind:bot", "created by a bot");
        row("status:online,stale", "online or stale");
        row("-status:online", "not online");
        row("-status:online,stale", "not (online or stale)");
        row("is:silent", "silent (offline or stale)");
        row("is:paused,untagged", "paused or taking untagged jobs");
        row("is:paused,online", "paused or online");
        row("type:group_type", "group runner");
        row("access:protected", "protected");
        row("method:registration-token", "registered with a registration token");
        row("running:no", "idle");
        row("contact:>=36h", "no contact for 36 hours or more");
        row("contact:<90s", "contact within the last 90 seconds");
        row("-contact:>30d", "not (no contact for over 30 days)");
        row("contact:1d..1w", "last contact 1 day to 7 days ago");
        row("created:2026", "created during 2026");
        row("created:>30d", "created over 30 days ago");
        row("expires:<30d", "token expired or expiring within 30 days");
        row("is:expired", "token expired");
        row("jobs:>100", "number of jobs over 100");
        row("-jobs:2..5", "number of jobs not 2 to 5");
        row("id:#42", "number 42");
        row("managers:>=2", "number of hosts at least 2");
        row("timeout:<=5400", "job timeout at most 90 minutes");
        row("version:<17.4", "version before 17.4");
        row("version:17.4..18.1", "version 17.4 to 18.1");
        row("-version:18", "no host with: version 18");
        row("ip:10.2.0.0/16", "address in 10.2.0.0/16");
        row("manager(executor:shell version:<18)", "a host with: (executor shell and version before 18)");
        row("manager(-executor:shell)", "a host with: executor not shell");
        row("managers:any version:16", "a host, silent or not, with: version 16");
        row("-managers:any version:16", "no host, silent or not, with: version 16");
        row("tag:a tag:b OR tag:c", "(tagged a and tagged b) or tagged c");
        row("tag:a (tag:b OR tag:c)", "tagged a, (tagged b or tagged c)");
        row("tag:a tag:b,c", "tagged a, (tagged b or c)");
        row("-(tag:a OR tag:b)", "not (tagged a or tagged b)");
        row("--tag:a", "tagged a");
    }

    void words()
    {
        QLocale::setDefault(QLocale::c());
        QFETCH(QString, words);
        QCOMPARE(Wording::filter(parsed(text(QTest::currentDataTag()))), words);
    }

    void datesFollowTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(Wording::filter(parsed(text("created:2026-03"))), text("created during März 2026"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(
            Wording::filter(parsed(text("created:<2026-03-05T10:00"))), text("created before 5 Mar 2026 10:00 UTC"));
    }

    void aFilterCannotForgeLines() { QCOMPARE(Wording::filter(parsed(text("name:\"a\nb\""))), text("named a b")); }

    void conflicts_data()
    {
        QTest::addColumn<QString>("later"); // the condition that is pointed out; empty for none
        const auto row = [](const char *filter, const char *later) { QTest::newRow(filter) << text(later); };
        row("status:offline contact:>30d", "contact:>30d");
        row("contact:>30d status:offline", "status:offline");
        row("is:silent contact:<1h", "contact:<1h");
        row("status:never-contacted contact:2026", "contact:2026");
        row("status:online,stale contact:3h..5h", "contact:3h..5h");
        row("status:online,offline contact:3h..5h", "");
        row("status:stale contact:>30d", "");
        row("status:online status:stale", "status:stale");
        row("is:online is:stale", "is:stale");
        row("is:paused is:locked", "");
        row("is:running running:no", "running:no");
        row("jobs:>5 jobs:<=5", "jobs:<=5");
        row("jobs:>5 jobs:6", "");
        row("contact:<1d contact:>7d", "contact:>7d");
        row("contact:<1d contact:>2026-01", "");
        row("created:2026-01 created:2026-02", "created:2026-02");
        row("name:a name:b", "name:b");
        row("name:a name:A", "");
        row("name:a name~b", "");
        row("tag:a tag:b", "");
        row("tag:a -tag:a", "tag:a");
        row("owner:a owner:a/*", "owner:a/*");
        row("owner:a/* owner:a/b/*", "");
        row("owner:a/* owner:ab", "owner:ab");
        row("type:instance owner:a", "owner:a");
        row("type:group,instance owner:a", "");
        row("tag:x OR status:online status:stale", "status:stale");
        row("status:online OR status:stale", "");
        row("-(status:online status:stale)", "status:stale");
        row("executor:shell executor:docker", "");
        row("manager(executor:shell executor:docker)", "executor:docker");
        row("(status:online tag:a) status:stale", "status:stale");
    }

    void conflicts()
    {
        QFETCH(QString, later);
        const QString filter = text(QTest::currentDataTag());
        const std::vector<FilterNote> notes = conflictsIn(parsed(filter));
        QCOMPARE(notes.size(), later.isEmpty() ? 0u : 1u);
        if (!notes.empty()) {
            QCOMPARE(filter.mid(notes[0].position, notes[0].length), later);
            QVERIFY(notes[0].sentence.contains(u'`' + later + u'`'));
        }
    }

    void aConflictInAPartLeavesTheRest_data()
    {
        QTest::addColumn<bool>("ofAPart");
        QTest::newRow("name:a name:b") << false;
        QTest::newRow("(name:a name:b) tag:x") << false;
        QTest::newRow("manager(executor:shell executor:docker)") << false;
        QTest::newRow("name:c OR name:a name:b") << true;
        QTest::newRow("-(name:a name:b)") << true;
        QTest::newRow("manager(ip:10.0.0.1 OR executor:shell executor:docker)") << true;
    }

    void aConflictInAPartLeavesTheRest()
    {
        QFETCH(bool, ofAPart);
        const std::vector<FilterNote> notes = conflictsIn(parsed(text(QTest::currentDataTag())));
        QCOMPARE(notes.size(), 1u);
        QCOMPARE(notes[0].ofAPart, ofAPart);
        QCOMPARE(notes[0].sentence.contains(text("this part of the filter")), ofAPart);
    }
};

QTEST_GUILESS_MAIN(TestFilterWording)
#include "tst_filterwording.moc"
