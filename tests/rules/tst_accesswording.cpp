// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/accesswording.h"

#include <QLocale>
#include <QTest>

using namespace Runnerscope;

namespace {

const QDate today(2026, 11, 21);

Access accessOf(Role role, const QString &scopes = {})
{
    Access access;
    access.role = role;
    access.user.username = QStringLiteral("anna");
    access.user.name = QStringLiteral("Anna Example");
    access.user.kind = UserKind::Person;
    if (!scopes.isEmpty())
        access.token = TokenFacts{QStringLiteral("t"), scopes.split(u' '), {}};
    return access;
}

/// "g:acme/a:50 p:acme/b:40"
void addMemberships(Access &access, const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QStringList parts = word.split(u':');
        const OwnerKind kind = parts[0] == QStringLiteral("g") ? OwnerKind::Group : OwnerKind::Project;
        access.memberships.push_back({kind, parts[1], parts[1].section(u'/', -1), parts[2].toInt()});
    }
}

QString printed(const std::vector<Ability> &abilities)
{
    QStringList lines;
    for (const Ability &ability : abilities) {
        const QChar sign = ability.state == Ability::State::Can ? u'+'
            : ability.state == Ability::State::Cannot           ? u'-'
                                                                : u'?';
        lines.append(sign + ability.what + (ability.remedy.isEmpty() ? QString() : QString(u'|') + ability.remedy));
    }
    return lines.join(u'\n');
}

} // namespace

class TestAccessWording : public QObject
{
    Q_OBJECT

private slots:
    void saysWho_data()
    {
        QTest::addColumn<QString>("username");
        QTest::addColumn<bool>("bot");
        QTest::addColumn<QString>("words");
        QTest::newRow("person") << "anna" << false << "Anna Example (@anna)";
        QTest::newRow("token of a project")
            << "project_7_bot_0a" << true << "Anna Example (@project_7_bot_0a), the bot of a project’s access token";
        QTest::newRow("token of a group")
            << "group_12_bot" << true << "Anna Example (@group_12_bot), the bot of a group’s access token";
        QTest::newRow("service account") << "service_account_5" << true
                                         << "Anna Example (@service_account_5), a service account";
        QTest::newRow("another bot") << "deploy" << true << "Anna Example (@deploy), a bot or service account";
        QTest::newRow("a person with a bot's name")
            << "project_7_bot_0a" << false << "Anna Example (@project_7_bot_0a)";
        QTest::newRow("nobody") << "" << false << "Nobody the server names";
    }

    void saysWho()
    {
        QFETCH(QString, username);
        QFETCH(bool, bot);
        QFETCH(QString, words);
        Access access = accessOf(Role::Member);
        access.user.username = username;
        access.user.kind = bot ? UserKind::Bot : UserKind::Person;
        QCOMPARE(AccessWording::who(access), words);
    }

    void saysTheRole_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<QString>("memberships");
        QTest::addColumn<QString>("words");
        QTest::newRow("administrator") << Role::Administrator << ""
                                       << "Administrator";
        QTest::newRow("no admin mode") << Role::AdministratorWithoutAdminMode << ""
                                       << "Administrator, but not in admin mode";
        QTest::newRow("auditor") << Role::Auditor << ""
                                 << "Auditor: reads everything, changes nothing";
        QTest::newRow("owner") << Role::Member << "g:acme/a:50"
                               << "Owner of the group acme/a";
        QTest::newRow("mixed") << Role::Member << "g:a:50 g:b:50 g:c:40 p:d/e:40 p:d/f:50"
                               << "Owner of the groups a and b, Maintainer of the group c, Maintainer of 2 projects";
        QTest::newRow("developer") << Role::Member << "g:a:30"
                                   << "Member, nowhere Owner or Maintainer";
        QTest::newRow("member of nothing") << Role::Member << ""
                                           << "Member of no group and no project";
        QTest::newRow("not known") << Role::Unknown << ""
                                   << "The server does not tell";
    }

    void saysTheRole()
    {
        QFETCH(Role, role);
        QFETCH(QString, memberships);
        QFETCH(QString, words);
        Access access = accessOf(role);
        addMemberships(access, memberships);
        QCOMPARE(AccessWording::role(access), words);
    }

    void saysWhenTheTokenExpires_data()
    {
        QTest::addColumn<QDate>("end");
        QTest::addColumn<QString>("words"); // %1: the date
        QTest::addColumn<bool>("soon");
        QTest::newRow("never") << QDate() << "never expires" << false;
        QTest::newRow("in 12 days") << today.addDays(12) << "expires in 12 days, on %1" << true;
        QTest::newRow("in a year") << today.addDays(365) << "expires in 365 days, on %1" << false;
        QTest::newRow("tomorrow") << today.addDays(1) << "expires tomorrow, on %1" << true;
        QTest::newRow("today: it works no longer") << today << "expired on %1" << true;
        QTest::newRow("long ago") << today.addDays(-40) << "expired on %1" << true;
    }

    void saysWhenTheTokenExpires()
    {
        QFETCH(QDate, end);
        QFETCH(QString, words);
        QFETCH(bool, soon);
        Access access = accessOf(Role::Member, QStringLiteral("api"));
        if (end.isValid()) {
            access.token->expiresOn = end;
            words = words.arg(QLocale().toString(end, QLocale::LongFormat));
        }
        QCOMPARE(AccessWording::expiry(access, today), words);
        const auto trouble = AccessWording::expiryTrouble(access, today);
        QCOMPARE(trouble.has_value(), soon);
        if (trouble)
            QCOMPARE(trouble->sentence, QStringLiteral("The token %1.").arg(words));
    }

    void aTokenTheServerDoesNotTellOf()
    {
        const Access access = accessOf(Role::Administrator);
        QVERIFY(AccessWording::expiry(access, today).isEmpty());
        QVERIFY(AccessWording::scopes(access).isEmpty());
        QVERIFY(!AccessWording::expiryTrouble(access, today));
        QVERIFY(printed(AccessWording::abilities(access)).contains(u'?'));
    }

    void saysTheServer()
    {
        Access access;
        QCOMPARE(AccessWording::server(access), QStringLiteral("GitLab of unknown version"));
        access.serverVersion = QStringLiteral("18.10.1-ee");
        access.enterprise = true;
        QCOMPARE(AccessWording::server(access), QStringLiteral("GitLab 18.10.1-ee, Enterprise Edition"));
        access.enterprise = false;
        QCOMPARE(AccessWording::server(access), QStringLiteral("GitLab 18.10.1-ee, Community Edition"));
    }

    void anAdministratorWithEverything()
    {
        QCOMPARE(printed(AccessWording::abilities(accessOf(Role::Administrator, QStringLiteral("api")))),
            QStringLiteral("+see every runner of the instance\n"
                           "+pause, edit and delete many runners at once\n"
                           "+pause, edit and delete runners one by one\n"
                           "+create runners"));
    }

    void readingIsLeastPrivilege()
    {
        QCOMPARE(printed(AccessWording::abilities(accessOf(Role::Administrator, QStringLiteral("read_api")))),
            QStringLiteral(
                "+see every runner of the instance\n"
                "-pause, edit and delete many runners at once|A token with the scope api can.\n"
                "-pause, edit and delete runners one by one|A token with the scopes read_api and manage_runner can.\n"
                "-create runners|A token with the scope create_runner can."));
    }

    void narrowScopesChangeOneByOne()
    {
        const auto abilities = AccessWording::abilities(
            accessOf(Role::Administrator, QStringLiteral("read_api manage_runner create_runner")));
        QCOMPARE(abilities[1].state, Ability::State::Cannot);
        QCOMPARE(abilities[2].state, Ability::State::Can);
        QCOMPARE(abilities[3].state, Ability::State::Can);
    }

    void anOwnerOfGroups()
    {
        Access access = accessOf(Role::Member, QStringLiteral("api"));
        addMemberships(access, QStringLiteral("g:acme/a:50 g:acme/b:50 p:x/y:40"));
        QCOMPARE(printed(AccessWording::abilities(access)),
            QStringLiteral("-see every runner of the instance|An administrator can.\n"
                           "+see the runners of the groups acme/a and acme/b\n"
                           "+see the runners of the project x/y\n"
                           "+pause, edit and delete many runners at once, of groups as their Owner and of projects as "
                           "their Maintainer\n"
                           "+pause, edit and delete runners one by one, of groups as their Owner and of projects as "
                           "their Maintainer\n"
                           "+create runners, of groups as their Owner and of projects as their Maintainer"));
    }

    void everyCannotNamesWhoCould_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<QString>("scopes");
        QTest::addColumn<QString>("names"); // what the remedies must name together
        QTest::newRow("developer") << Role::Member << "api"
                                   << "administrator,Owner,Maintainer";
        QTest::newRow("auditor") << Role::Auditor << "api"
                                 << "administrator,Owner,Maintainer";
        QTest::newRow("admin mode") << Role::AdministratorWithoutAdminMode << "api"
                                    << "admin_mode,Owner of the group,Maintainer of the project";
    }

    void everyCannotNamesWhoCould()
    {
        QFETCH(Role, role);
        QFETCH(QString, scopes);
        QFETCH(QString, names);
        QString remedies;
        for (const Ability &ability : AccessWording::abilities(accessOf(role, scopes))) {
            QCOMPARE(ability.remedy.isEmpty(), ability.state == Ability::State::Can);
            remedies += ability.remedy;
        }
        for (const QString &name : names.split(u','))
            QVERIFY2(remedies.contains(name), qUtf8Printable(remedies));
    }

    void tokensForChangesThatChangeNothing_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<QString>("scopes");
        QTest::addColumn<QString>("memberships");
        QTest::addColumn<QString>("sentence"); // empty: it can change something
        QTest::addColumn<QString>("remedy");
        const QString api = QStringLiteral("api");
        QTest::newRow("api") << Role::Administrator << api << ""
                             << ""
                             << "";
        QTest::newRow("one by one") << Role::Administrator << "read_api manage_runner"
                                    << ""
                                    << ""
                                    << "";
        QTest::newRow("owner") << Role::Member << api << "g:acme/a:50"
                               << ""
                               << "";
        QTest::newRow("reading only")
            << Role::Administrator << "read_api"
            << ""
            << "The token for changes can change no runner: its scopes are read_api."
            << "A token with the scope api can, or one by one with read_api and manage_runner.";
        QTest::newRow("developer") << Role::Member << api << "g:acme/a:30"
                                   << "The token for changes can change no runner: Member, nowhere Owner or Maintainer."
                                   << "An administrator can, an Owner of the group, or a Maintainer of the project.";
        QTest::newRow("auditor")
            << Role::Auditor << api << ""
            << "The token for changes can change no runner: Auditor: reads everything, changes nothing."
            << "An auditor changes nothing; an administrator, Owner or Maintainer can.";
    }

    void tokensForChangesThatChangeNothing()
    {
        QFETCH(Role, role);
        QFETCH(QString, scopes);
        QFETCH(QString, memberships);
        QFETCH(QString, sentence);
        QFETCH(QString, remedy);
        Access access = accessOf(role, scopes);
        if (!memberships.isEmpty())
            addMemberships(access, memberships);
        const auto trouble = AccessWording::changeTrouble(access);
        QCOMPARE(trouble ? trouble->sentence : QString(), sentence);
        QCOMPARE(trouble ? trouble->remedy : QString(), remedy);
    }

    void changesAsSomebodyElse()
    {
        Access reading = accessOf(Role::Administrator);
        Access changing = reading;
        QVERIFY(!AccessWording::otherUserRemark(reading, changing));
        changing.user.username = QStringLiteral("root");
        changing.user.name = QStringLiteral("Root");
        const auto remark = AccessWording::otherUserRemark(reading, changing);
        QVERIFY(remark && remark->remedy.contains(QStringLiteral("Root (@root)")));
    }

    void smallestScopes()
    {
        QStringList lines;
        for (const ScopeUse &use : AccessWording::scopeUses())
            lines.append(use.scopes.join(u'+'));
        QCOMPARE(lines,
            QStringList({QStringLiteral("read_api"), QStringLiteral("api"), QStringLiteral("read_api+manage_runner"),
                QStringLiteral("create_runner")}));
    }

    void namesStayOnOneLine()
    {
        Access access = accessOf(Role::Member);
        access.user.name = QStringLiteral("An\nna\u202e");
        addMemberships(access, QStringLiteral("g:acme/\na:50"));
        QVERIFY(!AccessWording::who(access).contains(u'\n'));
        QVERIFY(!AccessWording::role(access).contains(u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestAccessWording)
#include "tst_accesswording.moc"
