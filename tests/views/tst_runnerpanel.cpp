// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fleettext.h"
#include "tests/support/saidtext.h"
#include "views/panels/runnerpanel.h"
#include "views/theme/themecontroller.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/textblock.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;

namespace {

FleetRow rowOf(const Runner &runner, ServerTime readAt = Test::now)
{
    return {std::make_shared<const Runner>(runner), readAt, RunnerStatus::Offline};
}

RunnerDetails detailsOf(const Runner &runner, ServerTime readAt = Test::now)
{
    RunnerDetails details;
    details.runner = runner;
    details.readAt = readAt;
    return details;
}

/// What is said in the text with this name; nothing when it is not on screen.
QString said(const QWidget &panel, const QString &name)
{
    for (const TextBlock *block : panel.findChildren<TextBlock *>()) {
        if (block->accessibleName() == name && block->isVisible())
            return block->toPlainText();
    }
    return {};
}

QStringList everythingSaid(const QWidget &panel)
{
    QStringList texts;
    for (const TextBlock *block : panel.findChildren<TextBlock *>()) {
        if (block->isVisible())
            texts += block->toPlainText();
    }
    return texts;
}

} // namespace

class TestRunnerPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { static ThemeController themes(*qApp); }

    void saysWhatTheListKnows()
    {
        RunnerPanel panel;
        panel.resize(340, 800);
        panel.show();
        panel.showRow(
            rowOf(Test::runner(u"7 build-7 contact=3h group=acme/api tags=docker by=anna paused version=17.4.1")));
        QCOMPARE(panel.findChild<ElidedLabel *>()->text(), QStringLiteral("build-7"));
        QCOMPARE(said(panel, QStringLiteral("Status")), QStringLiteral("offline, paused"));
        QCOMPARE(said(panel, QStringLiteral("Contact")), QStringLiteral("No contact for 3 hours"));
        QCOMPARE(said(panel, QStringLiteral("Type and number")), QStringLiteral("Group runner · #7"));
        QCOMPARE(said(panel, QStringLiteral("Owner")), QStringLiteral("acme › api"));
        QCOMPARE(said(panel, QStringLiteral("Created by")), QStringLiteral("anna (@anna), active"));
        QCOMPARE(said(panel, QStringLiteral("Number of hosts")), QStringLiteral("1 host, 0 online"));
        QVERIFY(said(panel, QStringLiteral("You may")).isEmpty());
    }

    void instanceRunnersBelongToNoGroup()
    {
        RunnerPanel panel;
        panel.show();
        panel.showRow(rowOf(Test::runner(u"7 build-7")));
        QCOMPARE(said(panel, QStringLiteral("Owner")), QStringLiteral("Instance runners belong to no group."));
        QCOMPARE(said(panel, QStringLiteral("Contact")), QStringLiteral("Never made contact"));
    }

    void detailsFillIn()
    {
        RunnerPanel panel;
        panel.show();
        const Runner runner = Test::runner(u"7 build-7 contact=1h group=acme/api");
        panel.showRow(rowOf(runner));
        RunnerDetails details = detailsOf(runner);
        details.permissions = RunnerPermissions{true, true, false, false};
        details.runner.maintenanceNote = QStringLiteral("one\ntwo");
        details.ownerChain = {{QStringLiteral("acme"), QStringLiteral("Acme Inc."), {}},
            {QStringLiteral("acme/api"), QStringLiteral("The API"), {}}};
        panel.showDetails(details);
        QCOMPARE(said(panel, QStringLiteral("Owner")), QStringLiteral("Acme Inc. › The API"));
        QCOMPARE(said(panel, QStringLiteral("You may")), QStringLiteral("read, update"));
        QCOMPARE(said(panel, QStringLiteral("You may not")), QStringLiteral("delete, assign to projects"));
        QCOMPARE(said(panel, QStringLiteral("Maintenance note")), QStringLiteral("one\ntwo"));
    }

    void detailsOfAnotherRunnerAreIgnored()
    {
        RunnerPanel panel;
        panel.show();
        panel.showRow(rowOf(Test::runner(u"7 build-7")));
        RunnerDetails late = detailsOf(Test::runner(u"8 build-8"));
        late.runner.maintenanceNote = QStringLiteral("of build-8");
        panel.showDetails(late);
        QVERIFY(said(panel, QStringLiteral("Maintenance note")).isEmpty());
        panel.showNothing();
        panel.showDetails(late);
        QVERIFY(!panel.runner());
    }

    void theNewestAnswerWins()
    {
        RunnerPanel panel;
        panel.show();
        panel.showRow(rowOf(Test::runner(u"7 old")));
        RunnerDetails details = detailsOf(Test::runner(u"7 newer"), Test::now + std::chrono::minutes(1));
        details.permissions = RunnerPermissions{true, false, false, false};
        panel.showDetails(details);
        QCOMPARE(panel.findChild<ElidedLabel *>()->text(), QStringLiteral("newer"));
        panel.showRow(rowOf(Test::runner(u"7 newest"), Test::now + std::chrono::minutes(2)));
        QCOMPARE(panel.findChild<ElidedLabel *>()->text(), QStringLiteral("newest"));
        QCOMPARE(said(panel, QStringLiteral("You may")), QStringLiteral("read")); // which no row has
    }

    void troubleIsSaidInPlace()
    {
        RunnerPanel panel;
        panel.show();
        panel.showRow(rowOf(Test::runner(u"7 build-7 group=acme/api")));
        panel.showDetailsTrouble({QStringLiteral("It broke."), QStringLiteral("Mend it.")});
        QVERIFY(said(panel, QStringLiteral("Trouble")).endsWith(QStringLiteral("It broke. Mend it.")));
        QCOMPARE(said(panel, QStringLiteral("Owner")), QStringLiteral("acme › api"));
        panel.showRow(rowOf(Test::runner(u"8 build-8")));
        QVERIFY(said(panel, QStringLiteral("Trouble")).isEmpty());
    }

    void hostsThatAreMissingAreCounted()
    {
        Runner runner = Test::runner(u"7 build-7 contact=1m version=18.0.0 version=18.1.0");
        runner.managerCount = 240;
        RunnerPanel panel;
        panel.show();
        panel.showRow(rowOf(runner));
        QCOMPARE(said(panel, QStringLiteral("Number of hosts")), QStringLiteral("2 of 240 hosts known"));
    }

    void manyHostsScrollByThemselves()
    {
        Runner runner = Test::runner(u"7 build-7 contact=1m version=18.0.0");
        runner.managers.resize(500, runner.managers.front());
        runner.managerCount = 500;
        RunnerPanel panel;
        panel.resize(340, 2000);
        panel.show();
        panel.showRow(rowOf(runner));
        const auto *hosts = panel.findChild<QListView *>(QStringLiteral("hosts"));
        QCOMPARE(hosts->model()->rowCount(), 500);
        QVERIFY(hosts->height() < 400);
        QVERIFY(hosts->verticalScrollBar()->maximum() > 0);
    }

    void textsOfTheServerAreShownLetterByLetter()
    {
        const QString evil = QStringLiteral("<b>x</b><img src='http://evil.invalid/x'>");
        Runner runner = Test::runner(u"7 build-7 contact=1h group=acme/api by=anna");
        runner.description = evil;
        auto owner = std::make_shared<Owner>(*runner.owner);
        owner->name = evil;
        runner.owner = owner;
        auto creator = std::make_shared<User>(*runner.creator);
        creator->name = evil;
        runner.creator = creator;
        RunnerDetails details = detailsOf(runner);
        details.runner.maintenanceNote = evil;
        RunnerPanel panel;
        panel.resize(340, 800);
        panel.show();
        panel.showRow(rowOf(runner));
        panel.showDetails(details);
        QCOMPARE(panel.findChild<ElidedLabel *>()->text(), evil);
        QVERIFY(said(panel, QStringLiteral("Owner")).contains(evil));
        QVERIFY(said(panel, QStringLiteral("Created by")).contains(evil));
        QCOMPARE(said(panel, QStringLiteral("Maintenance note")), evil);
        for (const QLabel *label : panel.findChildren<QLabel *>())
            QVERIFY(!label->text().contains(evil));
        for (const QWidget *widget : panel.findChildren<QWidget *>())
            QVERIFY(!widget->toolTip().contains(QStringLiteral("<img")));
    }

    void longTextsDoNotWidenIt()
    {
        Runner runner = Test::runner(u"7 build-7 contact=1h group=acme/api by=anna version=1");
        runner.description = QString(1024, u'W');
        runner.tags = {QString(1024, u'M'), QStringLiteral("b")};
        auto owner = std::make_shared<Owner>(*runner.owner);
        owner->fullPath = QString(1024, u'p');
        owner->fullName = owner->name = QString(1024, u'n');
        runner.owner = owner;
        runner.managers.front().version = QString(1024, u'9');
        RunnerDetails details = detailsOf(runner);
        details.runner.maintenanceNote = QString(1024, u'W');
        RunnerPanel panel;
        panel.resize(340, 800);
        panel.show();
        panel.showRow(rowOf(runner));
        panel.showDetails(details);
        QVERIFY(panel.minimumSizeHint().width() <= 300);
        QVERIFY(panel.minimumSizeHint().height() <= 400);
        QVERIFY(panel.findChild<QScrollArea *>()->widget()->width() <= 340);
    }

    void thePlaceIsKeptForTheSameRunner()
    {
        RunnerPanel panel;
        panel.resize(340, 300);
        panel.show();
        const Runner runner = Test::runner(u"7 build-7 contact=1h group=acme/api");
        panel.showRow(rowOf(runner));
        QScrollBar *bar = panel.findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 100);
        bar->setValue(80);
        panel.showDetails(detailsOf(runner));
        panel.showRow(rowOf(runner));
        QCOMPARE(bar->value(), 80);
        panel.showRow(rowOf(Test::runner(u"8 build-8")));
        QCOMPARE(bar->value(), 0);
    }

    void textsCanBeCopiedByKeyboard()
    {
        RunnerPanel panel;
        panel.show();
        panel.showRow(rowOf(Test::runner(u"7 build-7 group=acme/api tags=a,b")));
        QTest::keySequence(panel.findChild<ElidedLabel *>(), QKeySequence(QKeySequence::Copy));
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("build-7"));
        for (TextBlock *block : panel.findChildren<TextBlock *>()) {
            if (block->accessibleName() != QStringLiteral("Path of the owner"))
                continue;
            QTest::keySequence(block, QKeySequence(QKeySequence::Copy)); // all of it
            QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("acme/api"));
            QTest::keyClick(block, Qt::Key_Home, Qt::ControlModifier);
            for (int letter = 0; letter < 4; ++letter)
                QTest::keyClick(block, Qt::Key_Right, Qt::ShiftModifier);
            QTest::keySequence(block, QKeySequence(QKeySequence::Copy));
            QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("acme"));
            QVERIFY(!QApplication::clipboard()->mimeData()->hasHtml());
        }
    }

    void aHostTellsFactsFromWhatItSaysOfItself()
    {
        RunnerPanel panel;
        panel.show();
        panel.showRow(rowOf(Test::runner(u"7 build-7 contact=3h version=17.4.1")));
        auto *hosts = panel.findChild<QListView *>();
        hosts->setCurrentIndex(hosts->model()->index(0, 0));
        QTest::keySequence(hosts, QKeySequence(QKeySequence::Copy));
        const QString copied = QApplication::clipboard()->text();
        const QString facts = copied.section(QStringLiteral("\n\n"), 0, 0);
        const QString claims = copied.section(QStringLiteral("\n\n"), 1);
        QVERIFY2(facts.startsWith(QStringLiteral("Server facts\n")), qPrintable(copied));
        QVERIFY(facts.contains(QStringLiteral("Address: ")) && facts.contains(QStringLiteral("Contact: ")));
        QVERIFY(claims.startsWith(QStringLiteral("Says the runner itself\n")));
        QVERIFY(claims.contains(QStringLiteral("Version: 17.4.1")) && claims.contains(QStringLiteral("Executor: ")));
        QVERIFY(Test::says(panel, QStringLiteral("In italics: what the runner says of itself")));
    }

    void everyTextHasAName()
    {
        RunnerPanel panel;
        panel.show();
        panel.showRow(rowOf(Test::runner(u"7 build-7 group=acme/api tags=a,b")));
        QVERIFY(!everythingSaid(panel).isEmpty());
        for (const TextBlock *block : panel.findChildren<TextBlock *>())
            QVERIFY(!block->accessibleName().isEmpty());
    }

    void escapeCloses()
    {
        RunnerPanel panel;
        QSignalSpy closed(&panel, &RunnerPanel::closed);
        panel.show();
        QTest::keyClick(&panel, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void theAgeOfTheAnswerIsSaid()
    {
        RunnerPanel panel;
        panel.show();
        QVERIFY(!panel.readAt());
        panel.showRow(Test::fleet(u"1 a contact=1m").rows.front());
        QCOMPARE(panel.readAt(), OptionalTime(Test::now));
        panel.showAge(std::chrono::seconds(12));
        QVERIFY(Test::says(panel, QStringLiteral("Read 12 seconds ago")));
        panel.showNothing();
        QVERIFY(!panel.readAt());
    }
};

QTEST_MAIN(TestRunnerPanel)
#include "tst_runnerpanel.moc"
