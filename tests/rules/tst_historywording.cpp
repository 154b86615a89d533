// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/historywording.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;
using namespace std::chrono_literals;

class TestHistoryWording : public QObject
{
    Q_OBJECT

    const Runner m_runner = Test::runner(u"7 build-7 contact=1m version=18.1.0");

    QString lineOf(FormerValue value) const
    {
        value.lastSeen = Test::now - 80h;
        value.nextSeen = Test::now - 73h;
        RunnerHistory history;
        history.formerValues.push_back(value);
        const auto lines = historyLines(history, m_runner, Test::now, 10);
        return lines.size() == 1 ? lines.front().text : QString();
    }

private slots:
    void formerValuesAreInWords_data()
    {
        using Field = HistoryField;
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        const auto row = [](Field field, const QString &value, const char *words) {
            QTest::newRow(words) << static_cast<int>(field) << value << QString::fromUtf8(words);
        };
        row(Field::Description, QStringLiteral("old\nname"), "3 days ago: name was old name");
        row(Field::Description, QString(), "3 days ago: name was not known");
        row(Field::Tags, QStringLiteral("a,b"), "3 days ago: tags was a,b");
        row(Field::Paused, QStringLiteral("1"), "3 days ago: paused was yes");
        row(Field::Locked, QStringLiteral("0"), "3 days ago: locked was no");
        row(Field::Protected, QString::number(static_cast<int>(AccessLevel::RefProtected)),
            "3 days ago: protected was yes");
        row(Field::Type, QString::number(static_cast<int>(RunnerType::Group)), "3 days ago: type was group");
        row(Field::Type, QStringLiteral("99"), "3 days ago: type was not known");
        row(Field::Status, QString::number(static_cast<int>(RunnerStatus::Stale)), "3 days ago: status was stale");
        row(Field::MaximumTimeout, QStringLiteral("3600"), "3 days ago: timeout was 1 hour");
        row(Field::MaximumTimeout, QString(), "3 days ago: timeout was none");
    }

    void formerValuesAreInWords()
    {
        QFETCH(int, field);
        QFETCH(QString, value);
        QTEST(lineOf({0, static_cast<HistoryField>(field), value}), "words");
    }

    void hostsAreNamed()
    {
        const qint64 host = m_runner.managers.front().number;
        QCOMPARE(lineOf({host, HistoryField::Version, QStringLiteral("17.9.0")}),
            QStringLiteral("3 days ago: version was 17.9.0 (%1)").arg(m_runner.managers.front().systemId));
        QCOMPARE(lineOf({999, HistoryField::Version, QStringLiteral("17.9.0")}),
            QStringLiteral("3 days ago: version was 17.9.0 (host 999)"));
    }

    void theNewestComesFirstAndNoMoreThanAsked()
    {
        RunnerHistory history;
        for (int hour = 1; hour < 6; ++hour) {
            history.formerValues.push_back({0, HistoryField::Description, QString::number(hour), {},
                Test::now - std::chrono::hours(hour + 1), Test::now - std::chrono::hours(hour)});
        }
        RunnerManager gone;
        gone.systemId = QStringLiteral("s_gone");
        history.sightings.push_back({0, Test::now - 100h, {}, {}, {}});
        history.sightings.push_back({5, Test::now - 90h, Test::now - 90min, {}, gone});
        history.sightings.push_back({6, Test::now - 90h, {}, {}, {}}); // is there
        const auto lines = historyLines(history, m_runner, Test::now, 3);
        QCOMPARE(lines.size(), std::size_t(3));
        QVERIFY(lines[0].text.endsWith(QStringLiteral("name was 1")));
        QCOMPARE(lines[1].text, QStringLiteral("1 hour ago: host s_gone was there last"));
        QVERIFY(lines[2].text.endsWith(QStringLiteral("name was 2")));
        QVERIFY(watchedSince(history) == OptionalTime(Test::now - 100h));
        QVERIFY(!watchedSince({}));
    }
};

QTEST_GUILESS_MAIN(TestHistoryWording)
#include "tst_historywording.moc"
