// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/instancesdialog.h"
#include "views/panels/instanceswitch.h"

#include <QApplication>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Runnerscope;

namespace {

InstanceProfile named(const char *key, const QString &name, bool production = false)
{
    InstanceProfile profile;
    profile.key = QString::fromLatin1(key);
    profile.name = name;
    profile.address = QStringLiteral("git.example.com");
    profile.production = production;
    return profile;
}

std::vector<InstanceProfile> two()
{
    return {named("k1", QStringLiteral("acme & co"), true), named("k2", QStringLiteral("<b>") + QString(300, u'W'))};
}

QAction *entryWith(const QMenu &menu, const QString &words)
{
    for (QAction *action : menu.actions()) {
        if (action->text().contains(words))
            return action;
    }
    return nullptr;
}

} // namespace

/// The switch in the window and the list behind its "Edit…".
class TestInstances : public QObject
{
    Q_OBJECT

    static QMenu *openMenu(InstanceSwitch &button)
    {
        QTest::keyClick(&button, Qt::Key_Down);
        return button.findChild<QMenu *>();
    }

private slots:
    void theMenuOffersEverything()
    {
        InstanceSwitch button;
        button.setInstances(two(), QStringLiteral("k1"), false);
        button.show();
        const QMenu *menu = openMenu(button);
        QVERIFY(menu && menu->isVisible());
        const QAction *current = entryWith(*menu, QStringLiteral("acme && co"));
        QVERIFY(current->isChecked());
        QVERIFY(current->text().contains(QStringLiteral("production")));
        const QAction *other = entryWith(*menu, QStringLiteral("<b>"));
        QVERIFY(!other->isChecked());
        QVERIFY(other->text().size() < 100); // elided
        QVERIFY(!entryWith(*menu, QStringLiteral("Demo fleet"))->isChecked());
        QVERIFY(menu->width() < 600);
    }

    void choosesByKeyboard()
    {
        InstanceSwitch button;
        button.setInstances(two(), QStringLiteral("k1"), false);
        button.show();
        QSignalSpy chosen(&button, &InstanceSwitch::instanceChosen);
        QMenu *menu = openMenu(button);
        QTest::keyClick(menu, Qt::Key_Down); // from the current one, which is marked
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("k2"));
    }

    void theOtherEntriesAreSignals()
    {
        InstanceSwitch button;
        button.show();
        QSignalSpy demo(&button, &InstanceSwitch::demoChosen);
        QSignalSpy connecting(&button, &InstanceSwitch::connectRequested);
        QSignalSpy editing(&button, &InstanceSwitch::editRequested);
        QMenu *menu = openMenu(button);
        QVERIFY(!entryWith(*menu, QStringLiteral("Edit"))->isEnabled()); // nothing is saved
        entryWith(*menu, QStringLiteral("Demo"))->trigger();
        entryWith(*menu, QStringLiteral("Connect"))->trigger();
        menu->close();
        button.setInstances(two(), {}, true);
        QTRY_VERIFY(!button.findChild<QMenu *>());
        menu = openMenu(button);
        QVERIFY(entryWith(*menu, QStringLiteral("Demo"))->isChecked());
        entryWith(*menu, QStringLiteral("Edit"))->trigger();
        QCOMPARE(demo.count() + connecting.count() + editing.count(), 3);
    }

    void longNamesAskForNoWidth()
    {
        InstanceSwitch button;
        button.setLabel(QString(500, u'W'), QStringLiteral("GitLab 18.10"));
        QVERIFY(button.sizeHint().width() <= 300);
        QVERIFY(button.accessibleName().contains(QString(500, u'W')));
    }

    void removingIsAskedOnce()
    {
        InstancesDialog dialog;
        dialog.setInstances(two());
        dialog.show();
        QSignalSpy removed(&dialog, &InstancesDialog::removeRequested);
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("remove")), Qt::LeftButton);
        auto *question = dialog.findChild<QMessageBox *>();
        QVERIFY(question && question->text().contains(QStringLiteral("acme & co")));
        QVERIFY(question->text().contains(QStringLiteral("what is kept of its fleet, with its history")));
        QCOMPARE(question->textFormat(), Qt::PlainText);
        QCOMPARE(removed.count(), 0);
        QTest::mouseClick(question->findChild<QPushButton *>(QStringLiteral("confirm")), Qt::LeftButton);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.at(0).at(0).toString(), QStringLiteral("k1"));
    }

    void escapeRemovesNothing()
    {
        InstancesDialog dialog;
        dialog.setInstances(two());
        dialog.show();
        QSignalSpy removed(&dialog, &InstancesDialog::removeRequested);
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("remove")), Qt::LeftButton);
        QTest::keyClick(dialog.findChild<QMessageBox *>(), Qt::Key_Escape);
        QCOMPARE(removed.count(), 0);
    }

    void editsTheOneThatIsChosen()
    {
        InstancesDialog dialog;
        dialog.setInstances(two());
        dialog.show();
        QSignalSpy edited(&dialog, &InstancesDialog::editRequested);
        auto *list = dialog.findChild<QListWidget *>();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("edit")), Qt::LeftButton);
        QCOMPARE(edited.at(0).at(0).toString(), QStringLiteral("k2"));
        dialog.setInstances({two().back()}); // the choice stays with its instance
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("edit")), Qt::LeftButton);
        QCOMPARE(edited.at(1).at(0).toString(), QStringLiteral("k2"));
        dialog.setInstances({});
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("edit"))->isEnabled());
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("remove"))->isEnabled());
    }
};

QTEST_MAIN(TestInstances)
#include "tst_instances.moc"
