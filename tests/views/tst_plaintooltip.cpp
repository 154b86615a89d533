// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnertablemodel.h"
#include "tests/support/fleettext.h"
#include "views/delegates/plaintooltip.h"
#include "views/tables/runnertableview.h"

#include <QHelpEvent>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

using namespace Runnerscope;

namespace {

/// What a tool tip shows to the reader: Qt takes it for rich text, as everything that begins with a tag.
QString asRead(const QString &toolTip)
{
    QTextDocument document;
    document.setHtml(toolTip);
    return document.toPlainText();
}

} // namespace

class TestPlainToolTip : public QObject
{
    Q_OBJECT

private slots:
    void showsEveryLetter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("build-18");
        QTest::newRow("bold") << QStringLiteral("<b>x</b>");
        QTest::newRow("picture") << QStringLiteral("<img src=\"http://evil.invalid/x.png\">");
        QTest::newRow("entity") << QStringLiteral("a &lt; b & c");
        QTest::newRow("link") << QStringLiteral("<a href='file:///etc/passwd'>x</a>");
        QTest::newRow("two lines") << QStringLiteral("one\n<i>two</i>");
    }

    void showsEveryLetter()
    {
        QFETCH(QString, text);
        QVERIFY(Qt::mightBeRichText(plainToolTip(text)));
        QCOMPARE(asRead(plainToolTip(text)), text);
    }

    void wrapsWordsWithoutEnd()
    {
        const QStringList lines = asRead(plainToolTip(QString(500, u'W'))).split(u'\n');
        QVERIFY(lines.size() > 3);
        QCOMPARE(lines.join(QString()), QString(500, u'W'));
    }

    void cutsWhatIsVeryLong()
    {
        const QString read = asRead(plainToolTip(QString(100000, u'W')));
        QVERIFY(read.size() < 3000);
        QVERIFY(read.endsWith(u'…'));
    }

    void isAbsentForNothing()
    {
        QVERIFY(plainToolTip({}).isEmpty());
        QVERIFY(plainToolTip(QStringLiteral("  ")).isEmpty());
    }

    void tablesUseIt()
    {
        RunnerTableModel model;
        RunnerTableView table(model);
        table.resize(900, 300);
        table.show();
        model.setFleet(Test::fleetPtr(u"1 <b>x</b> contact=1h"));
        QTRY_COMPARE(model.rowCount(), 1);
        const QPoint cell = table.visualRect(model.index(0, static_cast<int>(RunnerColumn::Name))).center();
        QHelpEvent help(QEvent::ToolTip, cell, table.viewport()->mapToGlobal(cell));
        QCoreApplication::sendEvent(table.viewport(), &help);
        QCOMPARE(asRead(QToolTip::text()).section(u'\n', 0, 0), QStringLiteral("<b>x</b>")); // then its age
    }
};

QTEST_MAIN(TestPlainToolTip)
#include "tst_plaintooltip.moc"
