// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnertablemodel.h"
#include "tests/support/fleettext.h"
#include "views/tables/columnmenu.h"
#include "views/tables/runnertableview.h"

#include <QHeaderView>
#include <QMenu>
#include <QPixmap>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Runnerscope;

namespace {

constexpr auto threeRunners = u"1 build-1 contact=1m\n2 build-2 contact=3d tags=a,b,c\n3 build-3 contact=30d";

RunnerId idOf(qint64 number)
{
    return {InstanceId{1}, number};
}

} // namespace

class TestRunnerTableView : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<RunnerTableView> m_table;
    std::unique_ptr<QSignalSpy> m_current;
    std::unique_ptr<QSignalSpy> m_activated;

    void showFleet(QStringView text)
    {
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        m_model->setFleet(Test::fleetPtr(text));
        QTRY_COMPARE(refreshed.count(), 1);
    }

    int width(RunnerColumn column) const { return m_table->columnWidth(static_cast<int>(column)); }

    std::vector<RunnerId> checked() const { return m_model->selection().ids(); }

    QPoint placeOf(int row, RunnerColumn column) const
    {
        return m_table->visualRect(m_model->index(row, static_cast<int>(column))).center();
    }

    static QAction *actionNamed(const QMenu &menu, const QString &text)
    {
        const QList<QAction *> actions = menu.actions();
        const auto found =
            std::ranges::find_if(actions, [&text](const QAction *action) { return action->text() == text; });
        return found == actions.end() ? nullptr : *found;
    }

    QPoint edgeOf(RunnerColumn column) const
    {
        const int logical = static_cast<int>(column);
        const QHeaderView *header = m_table->horizontalHeader();
        return {header->sectionViewportPosition(logical) + header->sectionSize(logical) - 1, header->height() / 2};
    }

private slots:
    void init()
    {
        m_model = std::make_unique<RunnerTableModel>();
        m_table = std::make_unique<RunnerTableView>(*m_model);
        m_current = std::make_unique<QSignalSpy>(m_table.get(), &RunnerTableView::currentRunnerChanged);
        m_activated = std::make_unique<QSignalSpy>(m_table.get(), &RunnerTableView::activatedRunner);
        m_table->resize(1100, 400);
        m_table->show();
        showFleet(threeRunners);
        m_table->setFocus();
        QTRY_VERIFY(m_table->hasFocus());
    }

    void cleanup()
    {
        m_table.reset();
        m_model.reset();
    }

    void arrowsHomeAndEndChoose()
    {
        QVERIFY(!m_table->currentRunner());
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        QCOMPARE(m_table->currentRunner(), idOf(1));
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        QCOMPARE(m_table->currentRunner(), idOf(2));
        QTest::keyClick(m_table.get(), Qt::Key_PageDown);
        QCOMPARE(m_table->currentRunner(), idOf(3));
        QTest::keyClick(m_table.get(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(m_table->currentRunner(), idOf(1));
        QCOMPARE(m_current->count(), 4);
    }

    void returnActivates()
    {
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        QTest::keyClick(m_table.get(), Qt::Key_Return);
        QCOMPARE(m_activated->count(), 1);
        QCOMPARE(m_activated->first().first().value<RunnerId>(), idOf(1));
    }

    void lettersDoNotSearchRowByRow()
    {
        QVERIFY(m_table->selectRunner(idOf(1)));
        QTest::keyClick(m_table.get(), Qt::Key_B);
        QTest::keyClicks(m_table.get(), QStringLiteral("build-3"));
        QCOMPARE(m_table->currentRunner(), idOf(1));
    }

    void theChoiceSurvivesSortingAndRefreshes()
    {
        QVERIFY(m_table->selectRunner(idOf(2)));
        m_current->clear();
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        QTest::mouseClick(
            m_table->horizontalHeader()->viewport(), Qt::LeftButton, {}, edgeOf(RunnerColumn::Name) - QPoint(30, 0));
        QTRY_COMPARE(refreshed.count(), 1);
        QCOMPARE(m_model->sortOrder(), (RunnerSort{RunnerSortKey::Name, Qt::DescendingOrder}));
        showFleet(u"1 build-1 contact=1m\n2 renamed contact=1m\n4 build-4");
        QCOMPARE(m_table->currentRunner(), idOf(2));
        QCOMPARE(m_current->count(), 0);
    }

    void nothingIsChosenWhenTheChosenOneLeaves()
    {
        QVERIFY(m_table->selectRunner(idOf(2)));
        m_current->clear();
        showFleet(u"1 build-1 contact=1m\n3 build-3");
        QVERIFY(!m_table->currentRunner());
        QCOMPARE(m_current->count(), 1);
        QVERIFY(!m_current->first().first().value<std::optional<RunnerId>>());
        QVERIFY(!m_table->selectRunner(idOf(2)));
    }

    void startsByNameAscending()
    {
        QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), static_cast<int>(RunnerColumn::Name));
        QCOMPARE(m_table->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
        QCOMPARE(m_model->sortOrder(), RunnerSort());
    }

    void rowsGrowWithTheFont()
    {
        const int before = m_table->rowHeight(0);
        QFont font = m_table->font();
        font.setPointSizeF(font.pointSizeF() * 2);
        m_table->setFont(font);
        QVERIFY(m_table->rowHeight(0) > before);
        QCOMPARE(m_table->rowHeight(0), m_table->rowHeight(2));
    }

    void columnsFollowTheWindowUntilTheUserSetsOne()
    {
        const int before = width(RunnerColumn::Name);
        m_table->resize(1600, 400);
        QVERIFY(width(RunnerColumn::Name) > before);

        const QPoint edge = edgeOf(RunnerColumn::Name);
        QWidget *header = m_table->horizontalHeader()->viewport();
        QTest::mousePress(header, Qt::LeftButton, {}, edge);
        QTest::mouseMove(header, edge - QPoint(40, 0));
        QTest::mouseRelease(header, Qt::LeftButton, {}, edge - QPoint(40, 0));
        const int chosen = width(RunnerColumn::Name);
        m_table->resize(1200, 400);
        QCOMPARE(width(RunnerColumn::Name), chosen);
    }

    void stateIsKept()
    {
        m_table->horizontalHeader()->moveSection(1, 3); // behind the boxes
        m_table->horizontalHeader()->hideSection(static_cast<int>(RunnerColumn::Jobs));
        m_table->sortByColumn(static_cast<int>(RunnerColumn::LastContact), Qt::DescendingOrder);
        const QByteArray state = m_table->saveState();

        RunnerTableModel model;
        RunnerTableView table(model);
        QVERIFY(table.restoreState(state));
        QCOMPARE(table.horizontalHeader()->visualIndex(static_cast<int>(RunnerColumn::Status)), 3);
        QVERIFY(table.isColumnHidden(static_cast<int>(RunnerColumn::Jobs)));
        QCOMPARE(model.sortOrder(), (RunnerSort{RunnerSortKey::LastContact, Qt::DescendingOrder}));
    }

    void statesOfNoUseAreRefused()
    {
        const QByteArray before = m_table->saveState();
        QVERIFY(!m_table->restoreState({}));
        QVERIFY(!m_table->restoreState(QByteArrayLiteral("rubbish")));
        QVERIFY(!m_table->restoreState(before.left(before.size() / 2)));

        RunnerTableModel model;
        RunnerTableView blank(model);
        for (int column = 0; column < model.columnCount(); ++column)
            blank.hideColumn(column);
        QVERIFY(!m_table->restoreState(blank.saveState()));
        QCOMPARE(m_table->saveState(), before);
    }

    void boxesAreClicked()
    {
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, placeOf(1, RunnerColumn::Check));
        QCOMPARE(checked(), std::vector{idOf(2)});
        QVERIFY(!m_table->currentRunner()); // nothing was opened
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ShiftModifier, placeOf(2, RunnerColumn::Owner));
        QCOMPARE(checked(), (std::vector{idOf(2), idOf(3)}));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ControlModifier, placeOf(1, RunnerColumn::Name));
        QCOMPARE(checked(), std::vector{idOf(3)});
        QVERIFY(!m_table->currentRunner());
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, placeOf(0, RunnerColumn::Name));
        QCOMPARE(checked(), std::vector{idOf(3)}); // opening one does not change the others
        QCOMPARE(m_table->currentRunner(), idOf(1));
    }

    void boxesAreReachedByKeys()
    {
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        QTest::keyClick(m_table.get(), Qt::Key_Space);
        QCOMPARE(checked(), std::vector{idOf(1)});
        QTest::keyClick(m_table.get(), Qt::Key_Space);
        QVERIFY(checked().empty());
        QTest::keyClick(m_table.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(checked(), (std::vector{idOf(1), idOf(2)}));
        QCOMPARE(m_table->currentRunner(), idOf(2));
        QTest::keyClick(m_table.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(checked().size(), std::size_t(3));
    }

    void theBoxInTheHeaderIsForAll()
    {
        QWidget *header = m_table->horizontalHeader()->viewport();
        const QPoint box = edgeOf(RunnerColumn::Check) - QPoint(width(RunnerColumn::Check) / 2, 0);
        m_model->setChecked(0, 0, true);
        QTest::mouseClick(header, Qt::LeftButton, {}, box);
        QCOMPARE(checked().size(), std::size_t(3));
        QTest::mouseClick(header, Qt::LeftButton, {}, box);
        QVERIFY(checked().empty());
        QCOMPARE(m_model->sortOrder(), RunnerSort()); // not sorted by boxes
    }

    void columnsAreChosenFromTheMenu()
    {
        QMenu menu;
        fillColumnMenu(menu, *m_table);
        QAction *address = actionNamed(menu, QStringLiteral("Address"));
        QVERIFY(address && !address->isChecked());
        address->trigger();
        QVERIFY(!m_table->isColumnHidden(static_cast<int>(RunnerColumn::Address)));
        actionNamed(menu, QStringLiteral("Owner"))->trigger();
        QVERIFY(m_table->isColumnHidden(static_cast<int>(RunnerColumn::Owner)));
        m_table->resetColumns();
        QVERIFY(m_table->isColumnHidden(static_cast<int>(RunnerColumn::Address)));
        QVERIFY(!m_table->isColumnHidden(static_cast<int>(RunnerColumn::Owner)));
    }

    void theLastColumnStays()
    {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            if (column != static_cast<int>(RunnerColumn::Name) && column != static_cast<int>(RunnerColumn::Check))
                m_table->setColumnShown(static_cast<RunnerColumn>(column), false);
        }
        QMenu menu;
        fillColumnMenu(menu, *m_table);
        QVERIFY(!actionNamed(menu, QStringLiteral("Name"))->isEnabled());
        QVERIFY(actionNamed(menu, QStringLiteral("Owner"))->isEnabled());
    }

    void theBoxesStayInFront()
    {
        m_table->horizontalHeader()->moveSection(0, 4);
        QCOMPARE(m_table->horizontalHeader()->visualIndex(static_cast<int>(RunnerColumn::Check)), 0);
        m_table->horizontalHeader()->moveSection(3, 0);
        QCOMPARE(m_table->horizontalHeader()->visualIndex(static_cast<int>(RunnerColumn::Check)), 0);
    }

    void aRefreshOfAgesAloneRepaintsAndNoMore()
    {
        QVERIFY(m_table->selectRunner(idOf(2)));
        m_current->clear();
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        Fleet older = *m_model->fleet();
        older.rows.front().readAt += std::chrono::minutes(1);
        m_model->setFleet(shareFleet(older));
        QCOMPARE(layout.count(), 0);
        QCOMPARE(m_current->count(), 0);
        QCOMPARE(m_table->currentRunner(), idOf(2));
    }

    void hostileTextsArePaintedInTheirCells()
    {
        const QString text = QStringLiteral("1 ") + QString(1024, u'W') + QStringLiteral(" contact=1m tags=")
            + QString(1024, u'M') + QStringLiteral(",b,c,d\n2 <b>x</b>\n3 - paused");
        showFleet(text);
        QVERIFY(!m_table->grab().isNull());
        QVERIFY(m_table->minimumSizeHint().width() < 200);
    }
};

QTEST_MAIN(TestRunnerTableView)
#include "tst_runnertableview.moc"
