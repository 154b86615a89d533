// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/savedviews.h"
#include "app/window/mainwindow.h"
#include "app/window/viewsflow.h"
#include "tests/support/fleettext.h"
#include "views/dialogs/saveviewdialog.h"
#include "views/pages/runnerspage.h"
#include "views/panels/messagebar.h"
#include "views/panels/navigationitem.h"
#include "views/panels/navigationpanel.h"
#include "views/tables/runnertableview.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace Runnerscope;

class TestViewsFlow : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SavedViews> m_saved;
    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<MainWindow> m_window;
    ViewsFlow *m_flow = nullptr;

    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    void begin()
    {
        m_saved = std::make_unique<SavedViews>(file("views.json"));
        m_model = std::make_unique<RunnerTableModel>();
        m_window = std::make_unique<MainWindow>(*m_model);
        m_flow = new ViewsFlow(*m_saved, *m_model, *m_window);
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        m_model->setFleet(Test::fleetPtr(u"1 a contact=1m tags=x\n2 b contact=1m\n3 c tags=x"));
        QTRY_COMPARE(refreshed.count(), 1);
    }

    NavigationItem *item(std::size_t place) const
    {
        const SavedViewList list = m_saved->list();
        return place < list.entries.size()
            ? m_window->findChild<NavigationItem *>(QStringLiteral("view-") + list.entries[place].view.id)
            : nullptr;
    }

    QStringList names() const
    {
        QStringList names;
        for (const SavedViewEntry &entry : m_saved->list().entries)
            names.append(entry.view.name);
        return names;
    }

    void saveView(const QString &name, const QString &filter)
    {
        m_window->setFilter(filter);
        m_flow->saveAs(name);
    }

    void show(RunnerColumn column, bool shown) { m_window->runnersPage().table().setColumnShown(column, shown); }
    bool isShown(RunnerColumn column) const
    {
        return !m_window->runnersPage().table().isColumnHidden(static_cast<int>(column));
    }

    bool isTroubleSaid() const { return !m_window->findChild<MessageBar *>()->isHidden(); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        begin();
    }

    void cleanup()
    {
        m_window.reset();
        m_model.reset();
        m_saved.reset();
    }

    void aSavedFilterStandsInTheNavigationWithItsNumber()
    {
        saveView(QStringLiteral("Tagged <b>x</b>"), QStringLiteral("tag:x"));
        QVERIFY(item(0));
        QTRY_VERIFY(item(0)->accessibleName().contains(u'2') || item(0)->text().contains(u'2'));
        m_window->setFilter({});
        item(0)->click();
        QCOMPARE(m_window->filter(), QStringLiteral("tag:x"));
        QVERIFY(item(0)->isChecked());
    }

    void numbersFollowTheFleet()
    {
        saveView(QStringLiteral("Tagged"), QStringLiteral("tag:x"));
        const auto says = [this](QChar number) {
            return item(0)->accessibleName().contains(number) || item(0)->text().contains(number);
        };
        QTRY_VERIFY(says(u'2'));
        m_model->setFleet(Test::fleetPtr(u"1 a tags=x\n2 b tags=x\n3 c tags=x\n4 d tags=x"));
        QTRY_VERIFY(says(u'4'));
    }

    void viewsAreChanged()
    {
        saveView(QStringLiteral("one"), QStringLiteral("tag:x"));
        saveView(QStringLiteral("two"), QStringLiteral("status:online"));
        const QString first = m_saved->list().entries[0].view.id;
        m_flow->moveBy(first, 1);
        QCOMPARE(names(), (QStringList{QStringLiteral("two"), QStringLiteral("one")}));
        m_flow->renameTo(first, QStringLiteral("last"));
        QCOMPARE(names().last(), QStringLiteral("last"));
        m_window->setFilter(QStringLiteral("is:paused"));
        m_flow->takePresent(first);
        QCOMPARE(m_saved->list().entries[1].view.filter, QStringLiteral("is:paused"));
        m_flow->remove(first);
        QCOMPARE(names(), QStringList{QStringLiteral("two")});
        QVERIFY(!isTroubleSaid());
    }

    void aViewShowsColumnsOfItsOwnUntilAnotherItemIsChosen()
    {
        saveView(QStringLiteral("plain"), QStringLiteral("tag:x"));
        show(RunnerColumn::Note, true);
        m_window->setFilter(QStringLiteral("tag:y"));
        m_flow->saveAs(QStringLiteral("noted"), ViewsFlow::Columns::Keep);
        show(RunnerColumn::Note, false);
        const QByteArray own = m_window->runnersPage().columnLayouts().own();

        item(1)->click();
        QVERIFY(isShown(RunnerColumn::Note));
        QCOMPARE(m_window->runnersPage().columnLayouts().own(), own); // which is what the window saves
        show(RunnerColumn::Jobs, true); // for as long as the view is looked at
        item(0)->click();
        QVERIFY(!isShown(RunnerColumn::Note));
        QCOMPARE(m_window->runnersPage().columnLayouts().shown(), own);
        QVERIFY(!isTroubleSaid());
    }

    void columnsAreTakenAndLetGo()
    {
        saveView(QStringLiteral("one"), QStringLiteral("tag:x"));
        const QString id = m_saved->list().entries[0].view.id;
        show(RunnerColumn::Note, true);
        m_flow->setColumns(id, ViewsFlow::Columns::Keep);
        show(RunnerColumn::Note, false);
        item(0)->click();
        QVERIFY(isShown(RunnerColumn::Note));
        show(RunnerColumn::Note, false);
        m_flow->takePresent(id);
        item(0)->click();
        QVERIFY(!isShown(RunnerColumn::Note));
        m_flow->setColumns(id, ViewsFlow::Columns::Leave);
        QVERIFY(m_saved->list().entries[0].view.layout.isEmpty());
        QCOMPARE(m_saved->list().entries[0].view.filter, QStringLiteral("tag:x"));
    }

    void columnsOfAnotherVersionLeaveTheOwnOnes()
    {
        QVERIFY(std::holds_alternative<SavedView>(
            m_saved->add({{}, QStringLiteral("new"), QStringLiteral("tag:x"), QByteArray("of another version")})));
        m_flow->renameTo(m_saved->list().entries[0].view.id, QStringLiteral("newer"));
        const QByteArray own = m_window->runnersPage().columnLayouts().shown();
        item(0)->click();
        QCOMPARE(m_window->runnersPage().columnLayouts().shown(), own);
        QCOMPARE(m_window->filter(), QStringLiteral("tag:x"));
        QVERIFY(isTroubleSaid());
        QCOMPARE(m_saved->list().entries[0].view.layout, QByteArray("of another version"));
    }

    void theDialogAsksForNameAndColumns()
    {
        m_window->setFilter(QStringLiteral("tag:x"));
        QTimer untilOpen;
        connect(&untilOpen, &QTimer::timeout, &untilOpen, [&untilOpen] {
            auto *dialog = qobject_cast<SaveViewDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            dialog->findChild<QLineEdit *>()->setText(QStringLiteral("mine"));
            dialog->findChild<QCheckBox *>()->setChecked(true);
            dialog->accept();
            untilOpen.stop();
        });
        untilOpen.start();
        m_flow->save();
        QCOMPARE(names(), QStringList{QStringLiteral("mine")});
        QVERIFY(!m_saved->list().entries[0].view.layout.isEmpty());
    }

    void aNameThatIsTakenIsRefused()
    {
        saveView(QStringLiteral("one"), QStringLiteral("tag:x"));
        saveView(QStringLiteral("ONE"), QStringLiteral("tag:y"));
        QCOMPARE(names(), QStringList{QStringLiteral("one")});
        QVERIFY(isTroubleSaid());
    }

    void viewsTravelInAFile()
    {
        saveView(QStringLiteral("one"), QStringLiteral("tag:x"));
        m_flow->exportTo(file("export.json"));
        m_flow->remove(m_saved->list().entries[0].view.id);
        m_flow->importFrom(file("export.json"));
        QCOMPARE(names(), QStringList{QStringLiteral("one")});
        QVERIFY(!isTroubleSaid());
    }

    void aDamagedFileIsSaidAndKept()
    {
        cleanup();
        QFile damaged(file("views.json"));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{ nonsense") > 0);
        damaged.close();
        begin();
        QVERIFY(isTroubleSaid());
        saveView(QStringLiteral("one"), QStringLiteral("tag:x"));
        QVERIFY(damaged.open(QIODevice::ReadOnly));
        QCOMPARE(damaged.readAll(), QByteArray("{ nonsense"));
    }
};

QTEST_MAIN(TestViewsFlow)
#include "tst_viewsflow.moc"
