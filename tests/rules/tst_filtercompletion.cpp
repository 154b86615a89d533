// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filtercompletion.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterindex.h"
#include "models/rules/filter/filterparser.h"
#include "tests/support/fleettext.h"
#include "tests/support/randomfleet.h"

#include <QTest>

using namespace Runnerscope;

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

/// "replacement=count", or the replacement alone.
QString shown(const std::vector<FilterSuggestion> &suggestions)
{
    QStringList lines;
    for (const FilterSuggestion &suggestion : suggestions)
        lines.append(suggestion.count ? QString(suggestion.replacement + u'=' + QString::number(*suggestion.count))
                                      : suggestion.replacement);
    return lines.join(u' ');
}

} // namespace

class TestFilterCompletion : public QObject
{
    Q_OBJECT

    FleetPtr m_fleet = Test::fleetPtr(u"1 a contact=1m group=acme/pay/api tags=docker,x-docker by=anna version=18.1.0\n"
                                      u"2 b_c contact=1m group=acme/pay/web tags=docker by=bert version=18.1.0 paused\n"
                                      u"3 c contact=20d project=acme/ops tags=linux by=anna version=17.4.2\n"
                                      u"4 d contact=20d version=main\n"
                                      u"5 e created=1h");
    FilterIndex m_index{m_fleet};

private slots:
    void suggestions_data()
    {
        QTest::addColumn<QString>("expected");
        // "|" stands for the cursor.
        const auto row = [](const char *filter, const char *expected) { QTest::newRow(filter) << text(expected); };
        row("ver|", "version:");
        row("VER|", "version:");
        row("own|", "owner: owner-name:");
        row("is:paused -exec|", "executor:");
        row("(arc|", "arch:");
        row("manager(na|", "");
        row("manager(cont|", "contact:");
        row("manager(a) nam|", "name: owner-name:");
        row("ver|sion:18", "version:");
        row("do|", "tag:docker=2 tag:x-docker=1");
        row("tag:|", "docker=2 linux=1 x-docker=1");
        row("tag:dock|", "docker=2 x-docker=1");
        row("tag:DOCK|", "docker=2 x-docker=1");
        row("tag:linux,d|", "docker=2 x-docker=1");
        row("tag~x-|", "x-docker=1");
        row("-tag:li|", "linux=1");
        row("tag:li|nux owner:x", "linux=1");
        row("name:\"b|", "\"b c\"=1");
        row("name:b |", "status: owner: tag: is: version: contact: executor: name: created-by: ip: type: created:");
        row("owner:acme/p|", "acme/pay/*=2 acme/pay/api=1 acme/pay/web=1");
        row("owner:pay/*|", "acme/pay/*=2");
        row("created-by:|", "anna=2 bert=1");
        row("version:|", "18.1.0=2 17.4.2=1");
        row("version:>=|", "17.4.2=3 18.1.0=2");
        row("version:17.4..|", "18.1.0=3 17.4.2=1");
        row("version~m|", "");
        row("status:|", "online=2 stale=2 never-contacted=1 offline=0");
        row("status:n|", "never-contacted=1 online=2 offline=0");
        row("type:g|", "group=2");
        row("is:pau|", "paused=1");
        row("contact:|", "<1h=2 <1d=2 <7d=2 >2h=2 >7d=2 >30d=0 >90d=0");
        row("contact:>|", "");
        row("nosuch:a|", "");
        row("name:/a|", "");
        row("manager(version:18|", "18.1.0=2");
        row("executor:|", "");
        row("|", "status: owner: tag: is: version: contact: executor: name: created-by: ip: type: created:");
    }

    void suggestions()
    {
        QFETCH(QString, expected);
        const QString marked = text(QTest::currentDataTag());
        const QString filter = QString(marked).remove(u'|');
        QCOMPARE(shown(completeFilter(filter, marked.indexOf(u'|'), m_index)), expected);
    }

    void replacesTheWholeValue()
    {
        const QString filter = text("is:paused tag:li owner:x");
        const auto suggestions = completeFilter(filter, 16, m_index);
        QCOMPARE(suggestions.size(), 1u);
        QString completed = filter;
        completed.replace(suggestions[0].start, suggestions[0].length, suggestions[0].replacement);
        QCOMPARE(completed, text("is:paused tag:linux owner:x"));
    }

    void isBounded()
    {
        QCOMPARE(completeFilter(u"tag:", 4, m_index, 2).size(), 2u);
        QVERIFY(completeFilter(QString(100000, u'a'), 100000, m_index).empty());
        QCOMPARE(completeFilter(u"tag:", 99, m_index).size(), 3u);
        QVERIFY(!completeFilter(u"tag:", -1, m_index).empty());
    }

    void hostileValuesAreQuotedAndShownInOneLine()
    {
        Fleet fleet = *m_fleet;
        Runner runner = *fleet.rows.front().runner;
        runner.tags = {text("a\n\"b\\ \u202e*)")};
        fleet.rows.front().runner = std::make_shared<const Runner>(runner);
        FilterIndex index(shareFleet(fleet));
        const auto suggestions = completeFilter(u"tag:a", 5, index);
        QCOMPARE(suggestions.size(), 1u);
        QCOMPARE(suggestions[0].count, std::optional<qint64>(1));
        QCOMPARE(suggestions[0].replacement, text("\"a\n\\\"b\\\\ \u202e*)\""));
        QVERIFY(!suggestions[0].label.contains(u'\n'));
        QVERIFY(!suggestions[0].label.contains(QChar(0x202e)));
    }

    /// Every suggestion of a value, taken as it is, makes a filter that matches as many runners as it promised.
    void countsAreWhatTheFilterMatches()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 20; ++round) {
            FilterIndex index(shareFleet(Test::randomFleet(random, 60)));
            for (const FilterFieldFacts &facts : filterFields(FilterSubject::Runners)) {
                const QString filter = facts.name + u':';
                for (const FilterSuggestion &suggestion : completeFilter(filter, filter.size(), index)) {
                    const QString completed = filter + suggestion.replacement;
                    const auto parsed = parseFilter(completed);
                    QVERIFY2(std::holds_alternative<FilterExpression>(parsed), qUtf8Printable(completed));
                    const auto matches = evaluate(std::get<FilterExpression>(parsed), index);
                    QCOMPARE(suggestion.count, std::optional(countOf(std::get<FilterMask>(matches))));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFilterCompletion)
#include "tst_filtercompletion.moc"
