// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/changetokens.h"

#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

class TestChangeTokens : public QObject
{
    Q_OBJECT

    const QString m_one = QStringLiteral("one");
    const QString m_two = QStringLiteral("two");
    const QDateTime m_start{QDate(2026, 11, 21), QTime(14, 0)};

    static QByteArray used(ChangeTokens &tokens, const QString &key)
    {
        const auto token = tokens.use(key);
        return token ? token->reveal() : QByteArray();
    }

private slots:
    void holdsOneForEachInstance()
    {
        ChangeTokens tokens;
        tokens.hold(m_one, Secret("glpat-1"), QStringLiteral("anna"));
        tokens.hold(m_two, Secret("glpat-2"), QStringLiteral("ben"));
        tokens.hold(m_one, Secret("glpat-3"), QStringLiteral("carl"));
        QCOMPARE(used(tokens, m_one), QByteArrayLiteral("glpat-3"));
        QCOMPARE(tokens.held(m_one)->userName, QStringLiteral("carl"));
        QCOMPARE(used(tokens, m_two), QByteArrayLiteral("glpat-2"));
        QVERIFY(!tokens.use(QStringLiteral("three")));
    }

    void useGivesItTheWholeTimeAgain()
    {
        QDateTime now = m_start;
        ChangeTokens tokens(15min, [&now] { return now; });
        tokens.hold(m_one, Secret("glpat-1"), QStringLiteral("anna"));
        QCOMPARE(tokens.held(m_one)->until, m_start.addSecs(15 * 60));
        now = m_start.addSecs(14 * 60);
        QSignalSpy changed(&tokens, &ChangeTokens::changed);
        QCOMPARE(used(tokens, m_one), QByteArrayLiteral("glpat-1"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(tokens.held(m_one)->until, m_start.addSecs(29 * 60));
        now = m_start.addSecs(29 * 60); // looking at it is no use
        QVERIFY(!tokens.held(m_one));
    }

    void isGoneAfterTheComputerHasSlept() // its timer has not run meanwhile
    {
        QDateTime now = m_start;
        ChangeTokens tokens(15min, [&now] { return now; });
        tokens.hold(m_one, Secret("glpat-1"), QStringLiteral("anna"));
        now = m_start.addDays(1);
        QSignalSpy changed(&tokens, &ChangeTokens::changed);
        QVERIFY(!tokens.held(m_one));
        QVERIFY(!tokens.use(m_one));
        QCOMPARE(changed.count(), 1);
        now = m_start; // and does not come back
        QVERIFY(!tokens.use(m_one));
    }

    void isDroppedByItself()
    {
        ChangeTokens tokens(20ms, [this] { return m_start; }); // the time alone would keep it for good
        tokens.hold(m_one, Secret("glpat-1"), QStringLiteral("anna"));
        QSignalSpy changed(&tokens, &ChangeTokens::changed);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toString(), m_one);
        QVERIFY(!tokens.held(m_one));
        QVERIFY(!tokens.use(m_one));
    }

    void isForgottenWhenTheUserSaysSo()
    {
        ChangeTokens tokens;
        tokens.hold(m_one, Secret("glpat-1"), QStringLiteral("anna"));
        QSignalSpy changed(&tokens, &ChangeTokens::changed);
        tokens.forget(m_one);
        tokens.forget(m_one);
        QCOMPARE(changed.count(), 1);
        QVERIFY(!tokens.held(m_one));
    }
};

QTEST_GUILESS_MAIN(TestChangeTokens)
#include "tst_changetokens.moc"
