// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnertablemodel.h"
#include "tests/support/fleettext.h"
#include "tests/support/saidtext.h"
#include "views/pages/groupspage.h"
#include "views/pages/hostspage.h"
#include "views/pages/runnerspage.h"
#include "views/pages/tagspage.h"
#include "views/tables/listtable.h"
#include "views/tables/placetreeview.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Runnerscope;
using View = RunnersPage::View;

class TestListPages : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<RunnersPage> m_page;
    std::unique_ptr<QSignalSpy> m_filters;

    void show(QStringView text)
    {
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        m_model->setFleet(Test::fleetPtr(text));
        QTRY_COMPARE(refreshed.count(), 1);
    }

    HostsPage &hosts() const { return *m_page->findChild<HostsPage *>(); }
    TagsPage &tags() const { return *m_page->findChild<TagsPage *>(); }
    GroupsPage &groups() const { return *m_page->findChild<GroupsPage *>(); }
    QString wanted() const { return m_filters->isEmpty() ? QString() : m_filters->last().first().toString(); }

    /// The texts of one column below \a parent, from the top.
    static QStringList column(const QAbstractItemModel &model, int column, const QModelIndex &parent = {})
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(parent); ++row)
            texts.append(model.index(row, column, parent).data().toString());
        return texts;
    }

    void press(QWidget &list, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&list, key, modifiers);
    }

private slots:
    void init()
    {
        m_model = std::make_unique<RunnerTableModel>();
        m_page = std::make_unique<RunnersPage>(*m_model);
        m_page->resize(1100, 500);
        m_page->show();
        m_filters = std::make_unique<QSignalSpy>(m_page.get(), &RunnersPage::filterWanted);
        show(
            u"1 a contact=1m group=acme version=18.1.0 tags=docker\n2 b contact=3h project=acme/pay/api version=17.9.0 "
            u"version=18.1.0 tags=docker,dokcer\n3 c contact=30d group=other");
    }

    void cleanup()
    {
        m_page.reset();
        m_model.reset();
    }

    void modelsKeepTheirPromises()
    {
        const QAbstractItemModelTester ofHosts(&hosts().model());
        const QAbstractItemModelTester ofTags(&tags().model());
        const QAbstractItemModelTester ofGroups(&groups().model());
        for (const View view : {View::Hosts, View::Tags, View::Groups}) {
            m_page->showView(view);
            QTRY_VERIFY(hosts().model().isUpToDate() && tags().model().isUpToDate() && groups().model().isUpToDate());
            show(u"1 a contact=2m group=acme version=18.1.0\n2 b project=acme/pay/api");
            show(u"1 a contact=3m group=acme version=18.1.0\n2 b project=acme/pay/api tags=x");
        }
    }

    void everyHostIsThereAndLeadsToItsRunner()
    {
        m_page->showView(View::Hosts);
        QTRY_COMPARE(hosts().model().rowCount(), 3);
        QVERIFY(Test::says(*m_page, QStringLiteral("Listed: 3 hosts.")));
        auto &list = hosts().list();
        list.setCurrentIndex(hosts().model().index(0, 0));
        press(list, Qt::Key_Return);
        QVERIFY(wanted().startsWith(QStringLiteral("id:")));
        QCOMPARE(m_page->view(), View::Runners);
    }

    void hostsAreGrouped()
    {
        m_page->showView(View::Hosts);
        QTRY_COMPARE(hosts().model().rowCount(), 3);
        for (QToolButton *button : hosts().findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("By address"))
                button->click();
        }
        QTRY_VERIFY(hosts().model().grouping() == HostGrouping::Address);
        QTRY_VERIFY(hosts().model().isUpToDate());
        QVERIFY(!static_cast<ListTable &>(hosts().list()).isColumnHidden(static_cast<int>(HostColumn::Runners)));
    }

    void tagsLeadToTheirRunners()
    {
        m_page->showView(View::Tags);
        QTRY_COMPARE(column(tags().model(), 0), (QStringList{QStringLiteral("docker"), QStringLiteral("dokcer")}));
        QCOMPARE(column(tags().model(), static_cast<int>(TagColumn::Similar)).first(), QStringLiteral("dokcer"));
        auto &list = tags().list();
        list.setCurrentIndex(tags().model().index(0, 0));
        press(list, Qt::Key_Return);
        QCOMPARE(wanted(), QStringLiteral("tag:docker"));
    }

    void theTreeIsWalkedByKeys()
    {
        m_page->showView(View::Groups);
        const auto &model = groups().model();
        QTRY_COMPARE(column(model, 0), (QStringList{QStringLiteral("acme"), QStringLiteral("other")}));
        auto &tree = groups().list();
        tree.setCurrentIndex(model.index(0, 0));
        QCOMPARE(column(model, static_cast<int>(PlaceColumn::Runners)).first(), QStringLiteral("2"));
        press(tree, Qt::Key_Right); // it is open already: to its first child
        QCOMPARE(model.place(tree.currentIndex()).fullPath, QStringLiteral("acme/pay"));
        press(tree, Qt::Key_Return);
        QCOMPARE(wanted(), QStringLiteral("owner:acme/pay,acme/pay/*"));
    }

    void placesStayOpenWhenTheTreeChanges()
    {
        m_page->showView(View::Groups);
        const auto &model = groups().model();
        QTRY_COMPARE(model.rowCount(), 2);
        auto &tree = static_cast<PlaceTreeView &>(groups().list());
        tree.expand(model.indexOf(QStringLiteral("acme/pay")));
        tree.setCurrentIndex(model.indexOf(QStringLiteral("acme/pay/api")));
        show(u"1 a contact=1m group=acme\n2 b contact=3h project=acme/pay/api\n4 d project=zoo/x");
        QTRY_COMPARE(column(model, 0), (QStringList{QStringLiteral("acme"), QStringLiteral("zoo")}));
        QVERIFY(tree.isExpanded(model.indexOf(QStringLiteral("acme/pay"))));
        QCOMPARE(model.place(tree.currentIndex()).fullPath, QStringLiteral("acme/pay/api"));
    }

    void otherNumbersAloneDoNotResetTheTree()
    {
        m_page->showView(View::Groups);
        auto &model = groups().model();
        QTRY_COMPARE(model.rowCount(), 2);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        show(u"1 a contact=1m group=acme\n2 b contact=3h project=acme/pay/api\n3 c group=other\n4 d group=other");
        QTRY_COMPARE(column(model, static_cast<int>(PlaceColumn::Runners)),
            (QStringList{QStringLiteral("2"), QStringLiteral("2")}));
        QCOMPARE(reset.count(), 0);
    }

    void rowsFollowTheFont()
    {
        auto &table = *hosts().findChild<ListTable *>();
        const int rowBefore = table.verticalHeader()->defaultSectionSize();
        const int columnBefore = table.columnWidth(1);
        QFont font = table.font();
        font.setPointSize(font.pointSize() * 2);
        table.setFont(font);
        QVERIFY(table.verticalHeader()->defaultSectionSize() > rowBefore);
        QVERIFY(table.columnWidth(1) > columnBefore);
    }

    void viewsFollowTheFilter()
    {
        m_page->showView(View::Groups);
        QTRY_COMPARE(groups().model().rowCount(), 2);
        m_model->setFilter(Test::filter("name:c"));
        QTRY_COMPARE(column(groups().model(), 0), QStringList{QStringLiteral("other")});
        m_page->showView(View::Hosts);
        QTRY_VERIFY(Test::says(*m_page, QStringLiteral("No hosts")));
    }
};

QTEST_MAIN(TestListPages)
#include "tst_listpages.moc"
