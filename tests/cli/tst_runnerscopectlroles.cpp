// SPDX-License-Identifier: GPL-3.0-or-later
//
// What users of each role are told, and with which exit code.
#include "tests/cli/process.h"
#include "tests/support/simulator.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Runnerscope::Test;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

QByteArray tokenOf(const QByteArray &role)
{
    return "glpat-simulator-" + role;
}

} // namespace

class TestRunnerscopectlRoles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_simulator = std::make_unique<Simulator>(words("--runners 450 --admin-mode"));
        QVERIFY(m_simulator->isRunning());
        const QJsonObject all = figuresOf("admin");
        m_runners = all.value(QLatin1String("runners")).toInt();
        QCOMPARE(m_runners, 450);
    }

    void statusSaysWhoAndWhat_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArrayList>("told");
        QTest::newRow("administrator") << QByteArray("admin")
                                       << QByteArrayList{"Administrator", "All runners of the instance."};
        QTest::newRow("administrator without admin mode")
            << QByteArray("admin-no-admin-mode") << QByteArrayList{"not in admin mode", "scope admin_mode"};
        QTest::newRow("auditor") << QByteArray("auditor") << QByteArrayList{"Auditor", "All runners of the instance."};
        QTest::newRow("owner") << QByteArray("owner")
                               << QByteArrayList{"Owner of the groups", "as far as your projects use them"};
        QTest::newRow("maintainer") << QByteArray("project-maintainer")
                                    << QByteArrayList{"Maintainer of", "an administrator sees all"};
        QTest::newRow("developer") << QByteArray("developer")
                                   << QByteArrayList{"nowhere Owner or Maintainer", "an Owner those of a group"};
        QTest::newRow("member of nothing")
            << QByteArray("user") << QByteArrayList{"Member of no group and no project", "an Owner those of a group"};
    }

    void statusSaysWhoAndWhat()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArrayList, told);
        const CommandResult status = ask("status", token);
        QVERIFY2(status.code == 0, status.err.constData());
        QCOMPARE(status.err, QByteArray());
        for (const QByteArray &words : told)
            QVERIFY2(status.out.contains(words), status.out.constData());
    }

    void sourcesSayWhatWasRead_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QStringList>("kinds");
        const QString group = QStringLiteral("group");
        const QString project = QStringLiteral("project");
        const QString mine = QStringLiteral("my-runners");
        const QString instance = QStringLiteral("instance-runners");
        QTest::newRow("administrator") << QByteArray("admin") << QStringList{QStringLiteral("all-runners")};
        QTest::newRow("auditor") << QByteArray("auditor")
                                 << QStringList{QStringLiteral("all-runners"), group, instance};
        QTest::newRow("owner") << QByteArray("owner") << QStringList{group, instance, mine, project};
        QTest::newRow("maintainer") << QByteArray("project-maintainer") << QStringList{instance, mine, project};
        QTest::newRow("developer") << QByteArray("developer") << QStringList{mine};
        QTest::newRow("member of nothing") << QByteArray("user") << QStringList{mine};
    }

    void sourcesSayWhatWasRead()
    {
        QFETCH(QByteArray, token);
        QFETCH(QStringList, kinds);
        const QJsonObject status = figuresOf(token);
        QVERIFY(status.value(QLatin1String("complete")).toBool()); // as far as the role goes
        QSet<QString> found;
        const QJsonArray sources = status.value(QLatin1String("sources")).toArray();
        for (const QJsonValue source : sources) {
            found.insert(source.toObject().value(QLatin1String("name")).toString().section(u':', 0, 0));
            QCOMPARE(source.toObject().value(QLatin1String("state")).toString(), QStringLiteral("whole"));
        }
        QCOMPARE(found, QSet<QString>(kinds.begin(), kinds.end()));
        const int runners = status.value(QLatin1String("runners")).toInt();
        const bool seesAll = token == "admin" || token == "auditor";
        QVERIFY(seesAll ? runners == m_runners : runners < m_runners);
        QCOMPARE(QJsonDocument::fromJson(ask("runners -o json", token).out).array().size(), runners);
    }

    void emptyListsSayWhy()
    {
        for (const char *token : {"user", "developer"}) {
            const CommandResult runners = ask("runners -o json", token);
            QCOMPARE(runners.code, 0);
            QCOMPARE(QJsonDocument::fromJson(runners.out), QJsonDocument(QJsonArray()));
            QVERIFY2(runners.err.contains("An administrator sees all runners"), runners.err.constData());
        }
        QCOMPARE(ask("runners", "owner").err, QByteArray());
    }

    void tokensThatReachNothingAreRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("too narrow") << QByteArray("read-user") << QByteArray("read_api");
        QTest::newRow("expired") << QByteArray("expired") << QByteArray("expired");
        QTest::newRow("revoked") << QByteArray("revoked") << QByteArray("revoked");
        QTest::newRow("blocked") << QByteArray("blocked") << QByteArray("blocked");
    }

    void tokensThatReachNothingAreRefused()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, word);
        const CommandResult status = ask("status", token);
        QCOMPARE(status.code, 3);
        QCOMPARE(status.out, QByteArray());
        QVERIFY2(status.err.contains(word), status.err.constData());
    }

private:
    CommandResult ask(const char *arguments, const QByteArray &role)
    {
        return runnerscopectl(words(arguments), {m_simulator->url(), tokenOf(role)});
    }

    QJsonObject figuresOf(const QByteArray &role)
    {
        return QJsonDocument::fromJson(ask("status -o json", role).out).object();
    }

    std::unique_ptr<Simulator> m_simulator;
    int m_runners = 0;
};

QTEST_GUILESS_MAIN(TestRunnerscopectlRoles)
#include "tst_runnerscopectlroles.moc"
