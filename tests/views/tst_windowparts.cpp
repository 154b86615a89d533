// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/emptystate.h"
#include "views/panels/instanceswitch.h"
#include "views/panels/messagebar.h"
#include "views/panels/navigationitem.h"
#include "views/panels/navigationpanel.h"
#include "views/panels/progressline.h"
#include "views/panels/topbar.h"
#include "views/widgets/textblock.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

NavigationItem *itemFor(const NavigationPanel &panel, const QString &filter)
{
    for (NavigationItem *item : panel.findChildren<NavigationItem *>()) {
        if (item->filter() == filter)
            return item;
    }
    return nullptr;
}

const QString staleOnly = QStringLiteral("status:stale");

bool anyLabelSays(const QWidget &widget, const QString &text)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
}

} // namespace

class TestWindowParts : public QObject
{
    Q_OBJECT

private slots:
    void aFacetIsChosenByMouseAndKeyboard()
    {
        NavigationPanel panel;
        panel.show();
        QSignalSpy chosen(&panel, &NavigationPanel::filterChosen);
        NavigationItem *stale = itemFor(panel, staleOnly);
        QTest::mouseClick(stale, Qt::LeftButton);
        QCOMPARE(chosen.takeFirst().first().toString(), staleOnly);
        QVERIFY(stale->isChecked());
        QVERIFY(!itemFor(panel, {})->isChecked());

        QTest::keyClick(stale, Qt::Key_Up);
        QTRY_VERIFY(qobject_cast<NavigationItem *>(QApplication::focusWidget()));
        auto *above = qobject_cast<NavigationItem *>(QApplication::focusWidget());
        QCOMPARE(above->filter(), QStringLiteral("status:offline"));
        QTest::keyClick(above, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().first().toString(), QStringLiteral("status:offline"));
        QTest::mouseClick(itemFor(panel, {}), Qt::LeftButton);
        QVERIFY(chosen.takeFirst().first().toString().isEmpty());
    }

    void markingAFacetIsNoChoice()
    {
        NavigationPanel panel;
        QSignalSpy chosen(&panel, &NavigationPanel::filterChosen);
        panel.setFilter(staleOnly + u' ');
        QVERIFY(itemFor(panel, staleOnly)->isChecked());
        panel.setFilter(staleOnly + QStringLiteral(" docker")); // other rows than the number beside the item
        QVERIFY(!itemFor(panel, staleOnly)->isChecked());
        QCOMPARE(chosen.count(), 0);
    }

    void controlAddsToTheFilter()
    {
        NavigationPanel panel;
        panel.show();
        panel.setFilter(QStringLiteral("docker"));
        QSignalSpy added(&panel, &NavigationPanel::filterAdded);
        QSignalSpy chosen(&panel, &NavigationPanel::filterChosen);
        QTest::mouseClick(itemFor(panel, staleOnly), Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(added.takeFirst().first().toString(), staleOnly);
        QCOMPARE(chosen.count(), 0);
    }

    void countersAreWhole()
    {
        NavigationPanel panel;
        FleetCounts counts;
        counts.total = 350000;
        counts.byStatus[static_cast<std::size_t>(RunnerStatus::Stale)] = 12480;
        panel.setCounts(counts, {});
        QVERIFY(itemFor(panel, {})->accessibleName().contains(QLocale().toString(350000)));
        QVERIFY(itemFor(panel, staleOnly)->accessibleName().contains(QLocale().toString(12480)));
    }

    void theInstanceIsMarked_data()
    {
        QTest::addColumn<bool>("demo");
        QTest::addColumn<bool>("production");
        QTest::addColumn<bool>("readOnly");
        QTest::newRow("demo") << true << false << false;
        QTest::newRow("production") << false << true << false;
        QTest::newRow("read-only") << false << false << true;
        QTest::newRow("both") << false << true << true;
    }

    void theInstanceIsMarked()
    {
        QFETCH(bool, demo);
        QFETCH(bool, production);
        QFETCH(bool, readOnly);
        NavigationPanel panel;
        panel.show();
        FleetSource source;
        source.label = QStringLiteral("<b>host</b>");
        source.demo = demo;
        InstanceProfile profile;
        profile.name = QStringLiteral("<i>acme</i>");
        profile.production = production;
        profile.readOnly = readOnly;
        panel.setSource(source, demo ? std::nullopt : std::optional(profile));
        QCOMPARE(anyLabelSays(panel, QStringLiteral("Simulated, no server")), demo);
        QCOMPARE(anyLabelSays(panel, QStringLiteral("Production")), production);
        QCOMPARE(anyLabelSays(panel, QStringLiteral("Read-only")), readOnly);
        QCOMPARE(panel.instanceSwitch().text(), demo ? source.label : profile.name);
        panel.setSource(source, std::nullopt); // one that is not saved has no marks
        QVERIFY(!anyLabelSays(panel, QStringLiteral("Production")));
    }

    void oneTabStopForAllFacets()
    {
        NavigationPanel panel;
        panel.setFilter(staleOnly);
        int stops = 0;
        for (const NavigationItem *item : panel.findChildren<NavigationItem *>())
            stops += (item->focusPolicy() & Qt::TabFocus) == Qt::TabFocus ? 1 : 0;
        QCOMPARE(stops, 1);
    }

    void matchesAreCounted_data()
    {
        QTest::addColumn<qint64>("shown");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QString>("text");
        const QString many = QLocale().toString(12480);
        QTest::newRow("some") << qint64(214) << qint64(12480) << QStringLiteral("214 of %1").arg(many);
        QTest::newRow("all") << qint64(12480) << qint64(12480) << QStringLiteral("%1 runners").arg(many);
        QTest::newRow("one") << qint64(1) << qint64(1) << QStringLiteral("1 runner");
    }

    void matchesAreCounted()
    {
        QFETCH(qint64, shown);
        QFETCH(qint64, total);
        QFETCH(QString, text);
        TopBar bar;
        bar.show();
        bar.setMatchCount(shown, total);
        QVERIFY(anyLabelSays(bar, text));
    }

    void theAgeIsSaid()
    {
        TopBar bar;
        bar.show();
        bar.setDataAge({TopBar::Clock::now() - 5min, {}, true});
        QVERIFY(anyLabelSays(bar, QStringLiteral("5 min ago")));
        bar.setActivity(QStringLiteral("10 read"));
        QVERIFY(anyLabelSays(bar, QStringLiteral("5 min ago · 10 read")));
        bar.setActivity({});
        bar.setDataAge({TopBar::Clock::now() - 5min, {}, false});
        QVERIFY(anyLabelSays(bar, QStringLiteral("5 min ago, not connected")));
        bar.setDataAge({});
        QVERIFY(!anyLabelSays(bar, QStringLiteral("5 min ago, not connected")));
    }

    void keptDataSayFromWhen()
    {
        TopBar bar;
        bar.show();
        const QDateTime yesterday(QDate::currentDate().addDays(-1), QTime(14, 2));
        const QString words =
            QStringLiteral("as of %1 yesterday").arg(QLocale().toString(yesterday.time(), QLocale::ShortFormat));
        bar.setDataAge({{}, yesterday, true});
        QVERIFY(anyLabelSays(bar, words));
        bar.setDataAge({{}, yesterday, false});
        QVERIFY(anyLabelSays(bar, words + QStringLiteral(", not connected")));
    }

    void refreshCanBeAskedForWhileBusy()
    {
        TopBar bar;
        bar.show();
        QSignalSpy requested(&bar, &TopBar::refreshRequested);
        auto *refresh = bar.findChild<QToolButton *>(QStringLiteral("refresh"));
        QTest::mouseClick(refresh, Qt::LeftButton);
        bar.setBusy(true);
        QTest::mouseClick(refresh, Qt::LeftButton);
        QCOMPARE(requested.count(), 2); // it makes haste, and the button keeps the keyboard's focus
    }

    void progressKeepsItsPlace()
    {
        ProgressLine line;
        const QSize before = line.sizeHint();
        line.setProgress(2400, 12480, QStringLiteral("2,400 of 12,480 runners read"));
        QCOMPARE(line.sizeHint(), before);
        QCOMPARE(line.accessibleDescription(), QStringLiteral("2,400 of 12,480 runners read"));
        line.setProgress(std::nullopt, std::nullopt, {});
        QCOMPARE(line.sizeHint(), before);
        QVERIFY(line.accessibleDescription().isEmpty());
    }

    void progressDrawsWhatIsRead()
    {
        ProgressLine line;
        line.resize(100, 3);
        line.setProgress(50, 100, {});
        const QImage half = line.grab().toImage();
        QVERIFY(half.pixelColor(49, 1) != half.pixelColor(50, 1));
        line.setProgress(500, 100, {}); // the server counted fewer than there are
        const QImage whole = line.grab().toImage();
        QCOMPARE(whole.pixelColor(99, 1), half.pixelColor(0, 1));
    }

    void aMessageSaysWhatAndWhatToDo()
    {
        MessageBar bar;
        QVERIFY(bar.isHidden());
        QSignalSpy clicked(&bar, &MessageBar::buttonClicked);
        QSignalSpy closed(&bar, &MessageBar::closed);
        bar.showMessage(MessageBar::Severity::Danger, QStringLiteral("<b>It broke.</b>"), QStringLiteral("Mend it."),
            QStringLiteral("Mend"));
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.accessibleName(), QStringLiteral("<b>It broke.</b> Mend it."));
        QCOMPARE(bar.findChildren<TextBlock *>().first()->toPlainText(), QStringLiteral("<b>It broke.</b>"));
        QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
        QTest::mouseClick(bar.findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(bar.isHidden());
        QCOMPARE(closed.count(), 1);
    }

    void aMessageWithoutRemedyActionHasNoButton()
    {
        MessageBar bar;
        bar.showMessage(MessageBar::Severity::Attention, QStringLiteral("Slow."), QStringLiteral("Wait."));
        QVERIFY(bar.findChild<QPushButton *>()->isHidden());
    }

    void longMessagesWrap()
    {
        MessageBar bar;
        bar.resize(600, 40);
        bar.showMessage(
            MessageBar::Severity::Danger, QString(1024, u'W'), QString(1024, u'M'), QStringLiteral("Erneut versuchen"));
        QVERIFY(bar.minimumSizeHint().width() < 400);
    }

    void anEmptyPlaceOffersAWay()
    {
        EmptyState empty;
        empty.resize(500, 300);
        empty.show();
        QSignalSpy clicked(&empty, &EmptyState::buttonClicked);
        empty.showWords(QStringLiteral("No runner matches"), QStringLiteral("Why"), QStringLiteral("Clear"));
        QTest::mouseClick(empty.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
        empty.showWords(QStringLiteral("Reading"), QStringLiteral("Wait"));
        QVERIFY(empty.findChild<QPushButton *>()->isHidden());
    }
};

QTEST_MAIN(TestWindowParts)
#include "tst_windowparts.moc"
