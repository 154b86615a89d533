// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/version.h"

#include <QTest>

using namespace Runnerscope;

class TestVersion : public QObject
{
    Q_OBJECT

private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("numbers"); // empty: no version
        QTest::addColumn<QString>("suffix");
        const auto row = [](const char *text, const QList<int> &numbers, const char *suffix = "") {
            QTest::newRow(text) << QString::fromLatin1(text) << numbers << QString::fromLatin1(suffix);
        };
        row("18.9.0", {18, 9, 0});
        row("v18.9.0", {18, 9, 0});
        row("18.10.0-rc1", {18, 10, 0}, "-rc1");
        row("19.4.0~pre.123.gabcdef01", {19, 4, 0}, "~pre.123.gabcdef01");
        row("18.10.1-ee", {18, 10, 1}, "-ee");
        row("development version", {});
        row("18.9", {});
        row("0.0.0", {});
        row("", {});
        row("99999999999.1.1", {999999999 + 0, 1, 1}); // the digits that fit a number, as anywhere in the text
    }

    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, numbers);
        QFETCH(QString, suffix);
        const auto version = Version::parse(text);
        QCOMPARE(version.has_value(), !numbers.isEmpty());
        if (!version)
            return;
        QCOMPARE((QList<int>{version->majorNumber, version->minorNumber, version->patchNumber}), numbers);
        QCOMPARE(version->suffix, suffix);
    }

    void longTextIsNoVersion() { QVERIFY(!Version::parse(QString(QStringLiteral("18.9.0") + QString(130, u'x')))); }

    void orders_data()
    {
        QTest::addColumn<QString>("older");
        QTest::addColumn<QString>("newer");
        QTest::newRow("minor as number") << "18.9.0"
                                         << "18.10.0";
        QTest::newRow("major first") << "17.11.9"
                                     << "18.0.0";
        QTest::newRow("suffix is older than none") << "18.10.0-rc1"
                                                   << "18.10.0";
        QTest::newRow("suffix numbers as numbers") << "18.10.0-rc.9"
                                                   << "18.10.0-rc.10";
        QTest::newRow("suffix texts by alphabet") << "18.10.0~beta.2"
                                                  << "18.10.0~pre.1";
        QTest::newRow("shorter suffix first") << "18.10.0~pre.1"
                                              << "18.10.0~pre.1.g12";
        QTest::newRow("numbers before texts") << "18.10.0-rc.9"
                                              << "18.10.0-rc.1a";
        QTest::newRow("also longer ones") << "18.10.0-rc.10"
                                          << "18.10.0-rc.1a";
    }

    void orders()
    {
        QFETCH(QString, older);
        QFETCH(QString, newer);
        QVERIFY(*Version::parse(older) < *Version::parse(newer));
        QVERIFY(!(*Version::parse(newer) < *Version::parse(older)));
        QVERIFY(*Version::parse(older) == *Version::parse(older));
    }
};

QTEST_GUILESS_MAIN(TestVersion)
#include "tst_version.moc"
