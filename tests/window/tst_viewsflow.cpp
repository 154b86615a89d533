// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/savedviews.h"
#include "app/window/mainwindow.h"
#include "app/window/viewsflow.h"
#include "tests/support/fleettext.h"
#include "views/panels/messagebar.h"
#include "views/panels/navigationitem.h"
#include "views/panels/navigationpanel.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
        m_flow->changeFilter(first);
        QCOMPARE(m_saved->list().entries[1].view.filter, QStringLiteral("is:paused"));
        m_flow->remove(first);
        QCOMPARE(names(), QStringList{QStringLiteral("two")});
        QVERIFY(!isTroubleSaid());
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
