// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/filterbox.h"

#include "views/widgets/markedlineedit.h"
#include "views/widgets/suggestionlist.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Runnerscope;

namespace {

FilterSuggestion suggestion(const char *replacement, std::optional<qint64> count = std::nullopt)
{
    return {QString::fromLatin1(replacement), 0, 3, QString::fromLatin1(replacement), count};
}

} // namespace

class TestFilterBox : public QObject
{
    Q_OBJECT

    std::unique_ptr<FilterBox> m_box;

    MarkedLineEdit &field() const { return *m_box->findChild<MarkedLineEdit *>(); }
    SuggestionList &list() const { return *m_box->findChild<SuggestionList *>(); }
    QString line() const { return m_box->findChild<QLabel *>(QStringLiteral("filterMeaning"))->text(); }
    void type(const char *text) { QTest::keyClicks(&field(), QString::fromLatin1(text)); }
    void offer(const std::vector<FilterSuggestion> &suggestions)
    {
        m_box->offer(m_box->text(), field().cursorPosition(), suggestions);
    }

private slots:
    void init()
    {
        m_box = std::make_unique<FilterBox>();
        m_box->resize(500, 60);
        m_box->show();
        m_box->activateWindow();
        m_box->focusField();
        QTRY_VERIFY(field().hasFocus());
    }

    void typingIsAnnouncedAndSettingIsNot()
    {
        QSignalSpy edited(m_box.get(), &FilterBox::edited);
        m_box->setText(QStringLiteral("set"));
        QCOMPARE(edited.count(), 0);
        m_box->focusField();
        type("ab");
        QCOMPARE(edited.count(), 2);
        QCOMPARE(m_box->text(), QStringLiteral("ab"));
    }

    void canBeCleared()
    {
        m_box->setText(QStringLiteral("x"));
        QSignalSpy edited(m_box.get(), &FilterBox::edited);
        QTest::mouseClick(field().findChildren<QToolButton *>().last(), Qt::LeftButton);
        QCOMPARE(edited.count(), 1);
        QVERIFY(m_box->text().isEmpty());
        type("y");
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(m_box->text().isEmpty());
    }

    void saysWhatTheFilterMeansOrWhatIsWrong()
    {
        m_box->showMeaning(QStringLiteral("stale, executor docker"));
        QCOMPARE(line(), QStringLiteral("stale, executor docker"));
        QCOMPARE(field().accessibleDescription(), QStringLiteral("stale, executor docker"));
        type("exector:x");
        const QImage before = field().grab().toImage();
        m_box->showError({QStringLiteral("There is no field `exector`."), 0, 7});
        QCOMPARE(line(), QStringLiteral("There is no field `exector`."));
        QCOMPARE(field().accessibleDescription(), QStringLiteral("There is no field `exector`."));
        QVERIFY(field().grab().toImage() != before); // the place is marked
        m_box->showMeaning({});
        QVERIFY(!line().isEmpty()); // an example
    }

    void suggestionsAreTakenByKeys()
    {
        type("exe");
        offer({suggestion("executor:"), suggestion("expires:")});
        QTRY_VERIFY(list().isVisible());
        QVERIFY(field().hasFocus());
        QSignalSpy wanted(m_box.get(), &FilterBox::suggestionsWanted);
        QTest::keyClick(&field(), Qt::Key_Tab);
        QCOMPARE(m_box->text(), QStringLiteral("executor:"));
        QVERIFY(!list().isVisible());
        QCOMPARE(wanted.count(), 1); // the values of the field
        QVERIFY(field().hasFocus());
    }

    void downMovesInAnOpenListAndLeavesAClosedOne()
    {
        QSignalSpy left(m_box.get(), &FilterBox::left);
        type("doc");
        offer({suggestion("docker", 492), suggestion("docker-windows", 108)});
        QTRY_VERIFY(list().isVisible());
        QTest::keyClick(&field(), Qt::Key_Down);
        QTest::keyClick(&field(), Qt::Key_Down);
        QTest::keyClick(&field(), Qt::Key_Return);
        QCOMPARE(m_box->text(), QStringLiteral("docker-windows"));
        QCOMPARE(left.count(), 0);
        QTest::keyClick(&field(), Qt::Key_Down);
        QCOMPARE(left.count(), 1);
    }

    void returnGoesOnWhereNothingIsMarked()
    {
        QSignalSpy left(m_box.get(), &FilterBox::left);
        type("doc");
        offer({suggestion("docker")});
        QTRY_VERIFY(list().isVisible());
        QTest::keyClick(&field(), Qt::Key_Return);
        QCOMPARE(left.count(), 1);
        QVERIFY(!list().isVisible());
        QCOMPARE(m_box->text(), QStringLiteral("doc"));
    }

    void escapeClosesTheListFirst()
    {
        type("doc");
        offer({suggestion("docker")});
        QTRY_VERIFY(list().isVisible());
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(!list().isVisible());
        QCOMPARE(m_box->text(), QStringLiteral("doc"));
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(m_box->text().isEmpty());
    }

    void lateSuggestionsAreNotShown()
    {
        type("doc");
        m_box->offer(QStringLiteral("do"), 2, {suggestion("docker")});
        QVERIFY(!list().isVisible());
        offer({});
        QVERIFY(!list().isVisible());
    }
};

QTEST_MAIN(TestFilterBox)
#include "tst_filterbox.moc"
