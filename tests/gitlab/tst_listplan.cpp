// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/listplan.h"
#include "tests/support/json.h"
#include "tests/support/ticks.h"

#include <QTest>

using namespace Runnerscope;
using Test::ticks;

namespace {

/// Memberships from a text such as "acme=50 acme/payments/api:40": groups with "=", projects with ":".
std::vector<Membership> memberships(const QString &text)
{
    std::vector<Membership> made;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QChar separator = word.contains(u'=') ? u'=' : u':';
        made.push_back({separator == u'=' ? OwnerKind::Group : OwnerKind::Project, word.section(separator, 0, 0), {},
            word.section(separator, 1).toInt()});
    }
    return made;
}

QString kindText(FleetPart::Kind kind)
{
    switch (kind) {
    case FleetPart::Kind::AllRunners:
        return QStringLiteral("all");
    case FleetPart::Kind::GroupRunners:
        return QStringLiteral("group");
    case FleetPart::Kind::ProjectRunners:
        return QStringLiteral("project");
    case FleetPart::Kind::MyRunners:
        return QStringLiteral("mine");
    case FleetPart::Kind::InstanceRunners:
        break;
    }
    return QStringLiteral("instance");
}

/// "kind path TYPE MEMBERSHIP by Operation at path.to.list", a line for each list.
QString printed(const AccessFindings &findings)
{
    QStringList lines;
    for (const RunnerList &list : listsFor(findings)) {
        const QStringList path(list.path.begin(), list.path.end());
        QStringList words{kindText(list.part.kind), list.part.fullPath,
            list.variables.value(QLatin1String("type")).toString(),
            list.variables.value(QLatin1String("membership")).toString(), QStringLiteral("by"), list.operation,
            QStringLiteral("at"), path.join(u'.')};
        words.removeAll({});
        lines.append(words.join(u' '));
        const QString asked = list.variables.value(QLatin1String("path")).toString();
        if (asked != list.part.fullPath)
            lines.append(QStringLiteral("asks for %1").arg(asked));
    }
    if (mayHaveFurtherRunners(findings))
        lines.append(QStringLiteral("ids of all"));
    return lines.join(u'\n');
}

QString below(const QString &path)
{
    return QStringLiteral("group %1 DESCENDANTS by GroupRunners at group.runners").arg(path);
}

QString ofProject(const QString &path, const QString &type)
{
    return QStringLiteral("project %1 %2_TYPE by ProjectRunners at project.runners").arg(path, type);
}

QString instanceByGroup(const QString &path)
{
    return QStringLiteral("instance %1 INSTANCE_TYPE ALL_AVAILABLE by GroupRunners at group.runners").arg(path);
}

QString instanceByProject(const QString &path)
{
    return QStringLiteral("instance %1 INSTANCE_TYPE by ProjectRunners at project.runners").arg(path);
}

RunnerCounts counts(qint64 all, qint64 instance, qint64 group, qint64 project)
{
    return {all, {instance, {}}, {group, {}}, {project, {}}};
}

} // namespace

class TestListPlan : public QObject
{
    Q_OBJECT

private slots:
    void administratorsReadByType()
    {
        AccessFindings findings;
        findings.access.role = Role::Administrator;
        findings.access.memberships = memberships(QStringLiteral("acme=50"));
        findings.counts = counts(10, 1, 2, 7);
        QCOMPARE(printed(findings),
            QStringLiteral("all INSTANCE_TYPE by AllRunners at runners\n"
                           "all GROUP_TYPE by AllRunners at runners\n"
                           "all PROJECT_TYPE by AllRunners at runners"));
    }

    void runnersOfUnknownTypesAreNotLost()
    {
        AccessFindings findings;
        findings.access.role = Role::Administrator;
        const QString one = QStringLiteral("all by AllRunners at runners");
        findings.counts = counts(11, 1, 2, 7);
        QCOMPARE(printed(findings), one);
        findings.counts->all.reset();
        QCOMPARE(printed(findings), one);
        findings.counts.reset();
        QCOMPARE(printed(findings), one);
    }

    void auditorsReadEveryGroup()
    {
        AccessFindings findings;
        findings.access.role = Role::Auditor;
        findings.topGroups = {QStringLiteral("acme"), QStringLiteral("zoo")};
        QCOMPARE(printed(findings),
            (QStringList{below(QStringLiteral("acme")), below(QStringLiteral("zoo")),
                 instanceByGroup(QStringLiteral("acme")), QStringLiteral("ids of all")})
                .join(u'\n'));
        findings.topGroups.clear();
        QCOMPARE(printed(findings), QStringLiteral("ids of all"));
    }

    void members_data()
    {
        QTest::addColumn<QString>("memberOf");
        QTest::addColumn<QStringList>("lists");
        const auto acme = QStringLiteral("acme");
        QTest::newRow("of nothing") << QString() << QStringList();
        QTest::newRow("with too low a level") << QStringLiteral("acme=30 acme/api:30") << QStringList();
        QTest::newRow("owner of a group")
            << QStringLiteral("acme=50") << QStringList{below(acme), instanceByGroup(acme)};
        QTest::newRow("owner of groups in each other")
            << QStringLiteral("acme/a/b=50 acme=50 acme/a=50 acme2=50")
            << QStringList{below(acme), below(QStringLiteral("acme2")), instanceByGroup(acme)};
        QTest::newRow("maintainer of a group")
            << QStringLiteral("acme=40") << QStringList{below(acme), instanceByGroup(acme)};
        QTest::newRow("owner below a group maintained")
            << QStringLiteral("acme=40 acme/a=50 acme/b=40")
            << QStringList{below(QStringLiteral("acme/a")), below(acme), instanceByGroup(QStringLiteral("acme/a"))};
        QTest::newRow("maintainer below a group owned")
            << QStringLiteral("acme=50 acme/a=40 acme/b:40") << QStringList{below(acme), instanceByGroup(acme)};
        QTest::newRow("maintainer of projects")
            << QStringLiteral("acme/x:40 acme/y:50 anna/z:50")
            << QStringList{ofProject(QStringLiteral("acme/x"), QStringLiteral("PROJECT")),
                   ofProject(QStringLiteral("acme/x"), QStringLiteral("GROUP")),
                   ofProject(QStringLiteral("acme/y"), QStringLiteral("PROJECT")),
                   ofProject(QStringLiteral("anna/z"), QStringLiteral("PROJECT")),
                   ofProject(QStringLiteral("anna/z"), QStringLiteral("GROUP")),
                   instanceByProject(QStringLiteral("acme/x"))};
        QTest::newRow("project below a group maintained, which may be refused")
            << QStringLiteral("acme=40 acme/x:40")
            << QStringList{below(acme), ofProject(QStringLiteral("acme/x"), QStringLiteral("PROJECT")),
                   ofProject(QStringLiteral("acme/x"), QStringLiteral("GROUP")),
                   instanceByProject(QStringLiteral("acme/x"))};
        QTest::newRow("custom level") << QStringLiteral("acme=55") << QStringList{below(acme), instanceByGroup(acme)};
        QTest::newRow("group and project whose names begin alike")
            << QStringLiteral("acme=50 acme-labs/x:40")
            << QStringList{below(acme), ofProject(QStringLiteral("acme-labs/x"), QStringLiteral("PROJECT")),
                   ofProject(QStringLiteral("acme-labs/x"), QStringLiteral("GROUP")), instanceByGroup(acme),
                   instanceByProject(QStringLiteral("acme-labs/x"))};
    }

    void members()
    {
        QFETCH(QString, memberOf);
        QFETCH(QStringList, lists);
        AccessFindings findings;
        findings.access.memberships = memberships(memberOf);
        for (const Role role : {Role::Member, Role::AdministratorWithoutAdminMode}) {
            findings.access.role = role;
            QCOMPARE(printed(findings), lists.join(u'\n'));
        }
    }

    void whatTheServerListsAsMine()
    {
        AccessFindings findings;
        findings.access.role = Role::Member;
        findings.offersMyRunners = true;
        QCOMPARE(printed(findings), QStringLiteral("mine by MyRunners at currentUser.runners"));
    }

    void numbersOfRestEntries()
    {
        const QByteArray body = ticks("[{`id`:7},{`id`:`8`},{},null,{`id`:-1},{`id`:9000000000}]");
        QCOMPARE(decodeRunnerNumbers(Test::json(body).root()), (std::vector<qint64>{7, 9'000'000'000}));
        QVERIFY(decodeRunnerNumbers(Test::json(QByteArray("{}")).root()).empty());
    }

    void countsOfAnInstance()
    {
        const JsonDocument data =
            Test::json(ticks("{`all`:{`count`:6},`instance`:{`count`:1},`group`:{`count`:2},`project`:{`count`:3},"
                             "`instancePaused`:{`count`:1},`groupPaused`:null,`projectPaused`:{`count`:`x`}}"));
        const auto counted = decodeRunnerCounts(data.root());
        QVERIFY(counted && counted->typesAddUp());
        QCOMPARE(counted->instance.paused, std::optional<qint64>(1));
        QVERIFY(!counted->group.paused && !counted->project.paused);
        QVERIFY(!decodeRunnerCounts(Test::json(ticks("{`all`:null,`group`:7}")).root()));
    }
};

QTEST_GUILESS_MAIN(TestListPlan)
#include "tst_listplan.moc"
