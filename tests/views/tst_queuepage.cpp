// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/saidtext.h"
#include "views/charts/queuecharts.h"
#include "views/charts/timechart.h"
#include "views/pages/queuepage.h"
#include "views/tables/listtable.h"
#include "views/theme/themecontroller.h"

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

constexpr ServerTime start{1'790'000'000s};

/// Three hours, looked at in the first and the last.
QueueHistory history()
{
    QueueHistory made;
    made.period = {start, start + 3h};
    for (const auto minute : {0min, 30min, 120min, 150min}) {
        QueuePoint point;
        point.start = start + minute;
        point.end = point.start + 30min;
        point.covered = 30min;
        point.pending = {3, 7};
        point.running = {10, 20};
        made.points.push_back(point);
    }
    made.mostRunning = RunningPeak{40, start};
    return made;
}

QueueHistory waits(std::initializer_list<const char *> names)
{
    QueueHistory made;
    for (const char *name : names)
        made.waits.push_back({{FacetKind::Group, QString::fromLatin1(name)}, {12, 1s, 2s, 3s, 4s, 5s}});
    return made;
}

} // namespace

class TestQueuePage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueuePage> m_page;
    std::unique_ptr<QSignalSpy> m_asked;

    QueueQuestion question(qsizetype fromTheEnd = 0) const
    {
        return m_asked->at(m_asked->size() - 1 - fromTheEnd).front().value<QueueQuestion>();
    }
    /// The newest of the two that go together: of the depth, and of the waits.
    QueueQuestion depth() const { return question(question().by ? 1 : 0); }

    bool says(const char *text) const { return Test::says(*m_page, QString::fromUtf8(text)); }

private slots:
    void initTestCase() { static ThemeController themes(*qApp); }

    void init()
    {
        m_page = std::make_unique<QueuePage>();
        m_page->resize(1000, 700);
        m_asked = std::make_unique<QSignalSpy>(m_page.get(), &QueuePage::asked);
        m_page->show();
        QTRY_VERIFY(m_asked->size() >= 2);
    }

    void cleanup() { m_page.reset(); }

    void itAsksForDepthAndWaits()
    {
        QVERIFY(!depth().by && depth().mostPoints > 0);
        QCOMPARE(depth().facet, QueueFacet());
        QCOMPARE(question().by, std::optional(FacetKind::All));
        m_page->chooseSpan(7 * 24h);
        QCOMPARE(depth().span, std::chrono::milliseconds(7 * 24h));
        QVERIFY(!depth().end);
        m_page->chooseKind(FacetKind::Group);
        QCOMPARE(question().by, std::optional(FacetKind::Group));
    }

    void itSaysHowMuchOfTheTimeWasSeen()
    {
        m_page->showHistory(depth(), history());
        QVERIFY(says("Observed 67 % of this time"));
        QCOMPARE(m_page->period(), history().period);
    }

    void nothingSeenIsSaid()
    {
        QueueHistory none;
        none.period = history().period;
        m_page->showHistory(depth(), none);
        QVERIFY(says("Nobody has looked at the queue yet"));
        m_page->showNotKept();
        QVERIFY(says("No history of the queue is kept"));
        m_page->showTrouble({QStringLiteral("It broke."), QStringLiteral("Mend it.")});
        QVERIFY(says("It broke.") && says("Mend it."));
        m_page->showHistory(depth(), history());
        QVERIFY(m_page->charts().isVisible());
    }

    void aRowIsShownInTheChart()
    {
        m_page->showHistory(depth(), history());
        m_page->chooseKind(FacetKind::Group);
        const QueueQuestion asked = question();
        m_page->showHistory(asked, waits({"acme", "beta"}));
        QTRY_COMPARE(m_page->model().rowCount(), 2);
        m_page->table().setFocus();
        QTest::keyClick(&m_page->table(), Qt::Key_Down);
        QCOMPARE(m_page->facet().kind, FacetKind::Group);
        QCOMPARE(depth().facet, m_page->facet());
        QVERIFY(!question().by); // the table stays as it is
    }

    /// The user has asked something else meanwhile.
    void aLateAnswerIsDropped()
    {
        m_page->chooseKind(FacetKind::Group);
        const QueueQuestion late = question();
        m_page->chooseKind(FacetKind::Project);
        m_page->showHistory(question(), waits({"acme/web"}));
        m_page->showHistory(late, waits({"acme", "beta"}));
        QTRY_COMPARE(m_page->model().rowCount(), 1);
        QCOMPARE(m_page->model().name(0), QStringLiteral("acme/web"));
    }

    void aSpanIsPickedByKeys()
    {
        m_page->showHistory(depth(), history());
        QSignalSpy chosen(m_page.get(), &QueuePage::spanChosen);
        TimeChart &chart = m_page->charts().depth();
        m_page->activateWindow();
        chart.setFocus();
        QTRY_VERIFY(chart.hasFocus());
        QTest::keyClick(&chart, Qt::Key_Home);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        const Period hour{start, start + 1h};
        QCOMPARE(chosen.front().front().value<std::optional<Period>>(), std::optional(hour));
        QCOMPARE(depth().end, OptionalTime(hour.to));
        QCOMPARE(depth().span, hour.length());
        QCOMPARE(question().span, hour.length()); // of the waits, too
        m_page->chooseSpan(3h);
        QVERIFY(!depth().end);
    }
};

QTEST_MAIN(TestQueuePage)
#include "tst_queuepage.moc"
