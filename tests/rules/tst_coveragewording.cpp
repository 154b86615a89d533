// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/coveragewording.h"

#include "models/rules/coveragereach.h"

#include <QTest>

using namespace Runnerscope;
namespace Words = Runnerscope::CoverageWording;

namespace {

/// "all", "group:acme/a", "project:x", "mine", "instance"; with "!" before it refused, with "?" not read yet.
Coverage coverageOf(const QString &text)
{
    static const QHash<QString, FleetPart::Kind> kinds{{QStringLiteral("all"), FleetPart::Kind::AllRunners},
        {QStringLiteral("group"), FleetPart::Kind::GroupRunners},
        {QStringLiteral("project"), FleetPart::Kind::ProjectRunners},
        {QStringLiteral("mine"), FleetPart::Kind::MyRunners},
        {QStringLiteral("instance"), FleetPart::Kind::InstanceRunners}};
    Coverage coverage;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (QString word : words) {
        FleetPart part;
        part.state = word.startsWith(u'!') ? FleetPart::State::Refused
            : word.startsWith(u'?')        ? FleetPart::State::Waiting
                                           : FleetPart::State::Whole;
        if (part.state != FleetPart::State::Whole)
            word.remove(0, 1);
        part.kind = kinds.value(word.section(u':', 0, 0));
        part.fullPath = word.section(u':', 1);
        coverage.parts.push_back(part);
    }
    return coverage;
}

} // namespace

class TestCoverageWording : public QObject
{
    Q_OBJECT

private slots:
    void anAdministratorWithoutAdminModeIsNotSentToAnother()
    {
        Access access;
        access.role = Role::AdministratorWithoutAdminMode;
        Coverage coverage;
        coverage.parts = {{FleetPart::Kind::InstanceRunners, {}, FleetPart::State::Whole}};
        QVERIFY(Words::misses(coverage, access).contains(QStringLiteral("scope admin_mode")));
        QVERIFY(!Words::misses(coverage, access).contains(QStringLiteral("an administrator sees")));
    }

    void noneIsSaidOnlyWhereOneWouldBeSeen_data()
    {
        QTest::addColumn<FleetPart::Kind>("kind");
        QTest::addColumn<QString>("types"); // of which it tells that there is none
        QTest::newRow("all") << FleetPart::Kind::AllRunners << "igp";
        QTest::newRow("group") << FleetPart::Kind::GroupRunners << "gp";
        QTest::newRow("project") << FleetPart::Kind::ProjectRunners << "p";
        QTest::newRow("instance") << FleetPart::Kind::InstanceRunners << "i";
        QTest::newRow("mine") << FleetPart::Kind::MyRunners << "";
    }

    void noneIsSaidOnlyWhereOneWouldBeSeen()
    {
        QFETCH(FleetPart::Kind, kind);
        QFETCH(QString, types);
        Coverage coverage;
        coverage.parts = {{kind, QStringLiteral("a"), FleetPart::State::Whole}};
        QString told;
        for (const auto &[type, letter] : {std::pair(RunnerType::Instance, u'i'), std::pair(RunnerType::Group, u'g'),
                 std::pair(RunnerType::Project, u'p')}) {
            if (tellsNone(coverage, type))
                told += letter;
        }
        QCOMPARE(told, types);
        QCOMPARE(tellsNone(coverage), types.size() == 3);
        coverage.parts.front().state = FleetPart::State::Refused;
        QVERIFY(!tellsNone(coverage, RunnerType::Project));
        QVERIFY(tellsNone(Coverage())); // a fleet that is read from no such lists
    }

    void saysWhatItHolds_data()
    {
        QTest::addColumn<QString>("parts");
        QTest::addColumn<QString>("holds");
        QTest::addColumn<QString>("misses"); // its beginning
        const QString some = QStringLiteral("Instance runners only as far as your projects use them");
        const QString none = QStringLiteral("No instance runners");
        QTest::newRow("not known") << "" << QString() << QString();
        QTest::newRow("administrator") << "all"
                                       << "All runners of the instance." << QString();
        QTest::newRow("groups and projects")
            << "!all group:acme/a group:acme/b project:x/1 project:x/2 project:x/3 instance"
            << "Runners of the groups acme/a and acme/b, and of 3 projects." << some;
        QTest::newRow("a group") << "!all group:acme/a mine"
                                 << "Runners of the group acme/a." << none;
        QTest::newRow("a project") << "project:acme/a instance:acme/a"
                                   << "Runners of the project acme/a." << some;
        QTest::newRow("only managed ones") << "!all mine"
                                           << "The runners you manage." << none;
        QTest::newRow("only instance runners") << "!group:acme/a instance"
                                               << "Instance runners that you may use." << some;
        QTest::newRow("nothing") << "!all !group:acme/a"
                                 << "No runner can be read." << none;
    }

    void saysWhatItHolds()
    {
        QFETCH(QString, parts);
        QFETCH(QString, holds);
        QFETCH(QString, misses);
        const Coverage coverage = coverageOf(parts);
        QCOMPARE(Words::holds(coverage), holds);
        QVERIFY2(Words::misses(coverage, {}).startsWith(misses), qUtf8Printable(Words::misses(coverage, {})));
        QCOMPARE(Words::misses(coverage, {}).isEmpty(), misses.isEmpty());
    }

    void refusedPartsAreNamed_data()
    {
        QTest::addColumn<QString>("parts");
        QTest::addColumn<QStringList>("remarks");
        QTest::newRow("none") << "!all group:a" << QStringList();
        QTest::newRow("a group") << "!all !group:acme/a"
                                 << QStringList{QStringLiteral("Not shown to you by the server: the group acme/a. It "
                                                               "takes the role Owner of the group.")};
        QTest::newRow("both") << "!group:a !project:b/c"
                              << QStringList{QStringLiteral("Not shown to you by the server: the group a and the "
                                                            "project b/c. It takes the role Owner for a group and "
                                                            "Maintainer for a project.")};
        QTest::newRow("waiting") << "?project:b/c ?mine"
                                 << QStringList{
                                        QStringLiteral("Not read yet: the project b/c and the runners you manage.")};
    }

    void refusedPartsAreNamed()
    {
        QFETCH(QString, parts);
        QFETCH(QStringList, remarks);
        QCOMPARE(Words::remarks(coverageOf(parts), {}), remarks);
    }

    void theUserIsTakenIntoAccount()
    {
        Access access;
        access.role = Role::AdministratorWithoutAdminMode;
        access.membershipsComplete = false;
        const QString said = Words::remarks(coverageOf(QStringLiteral("!all group:a")), access).join(u' ');
        QVERIFY2(said.contains(QStringLiteral("admin_mode")), qUtf8Printable(said));
        QVERIFY2(said.contains(QStringLiteral("too long to be read whole")), qUtf8Printable(said));
    }

    void anEmptyFleetHasAReason_data()
    {
        QTest::addColumn<QString>("parts");
        QTest::addColumn<Role>("role");
        QTest::addColumn<QString>("names");
        QTest::newRow("no role anywhere") << "!all" << Role::Member << "may list no runners. An administrator";
        QTest::newRow("empty lists") << "!all group:a" << Role::Member << "No runner belongs to what this user may see";
        QTest::newRow("admin mode") << "!all" << Role::AdministratorWithoutAdminMode << "admin_mode";
        QTest::newRow("empty instance") << "all" << Role::Administrator << "The server has no runners";
    }

    void anEmptyFleetHasAReason()
    {
        QFETCH(QString, parts);
        QFETCH(Role, role);
        QFETCH(QString, names);
        Access access;
        access.role = role;
        const QString why = Words::whyEmpty(coverageOf(parts), access);
        QVERIFY2(why.contains(names), qUtf8Printable(why));
    }
};

QTEST_GUILESS_MAIN(TestCoverageWording)
#include "tst_coveragewording.moc"
