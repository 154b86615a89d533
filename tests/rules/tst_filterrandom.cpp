// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random filters over random fleets: parser and evaluator against what each filter means when it is taken word by word.
#include "models/rules/filter/filterconflicts.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterindex.h"
#include "models/rules/filter/filterparser.h"
#include "tests/rules/filtercase.h"
#include "tests/support/randomfleet.h"

#include <QTest>

#include <algorithm>

using namespace Runnerscope;

namespace {

constexpr int rowsOfAFleet = 25;
constexpr int filtersOfAFleet = 50;

FilterMask expectedMask(const Fleet &fleet, const Test::RunnerMeaning &meaning)
{
    FilterMask mask;
    for (const FleetRow &row : fleet.rows)
        mask.push_back(meaning.holds(row) ? 1 : 0);
    return mask;
}

} // namespace

class TestFilterRandom : public QObject
{
    Q_OBJECT

    qint64 m_matching = 0;
    qint64 m_asked = 0;

    void compareOne(const FleetPtr &fleet, FilterIndex &index, const Test::RunnerMeaning &meaning)
    {
        const auto parsed = parseFilter(meaning.text);
        const auto *error = std::get_if<FilterError>(&parsed);
        QVERIFY2(!error, error ? qUtf8Printable(meaning.text + u": " + error->sentence) : "");
        const auto result = evaluate(std::get<FilterExpression>(parsed), index);
        const auto *mask = std::get_if<FilterMask>(&result);
        QVERIFY2(mask, qUtf8Printable(meaning.text));
        const FilterMask expected = expectedMask(*fleet, meaning);
        for (std::size_t row = 0; row < expected.size(); ++row) {
            const bool same = (*mask)[row] == expected[row];
            QVERIFY2(same,
                qUtf8Printable(QStringLiteral("runner %1 %2 %3")
                                   .arg(fleet->rows[row].runner->id.number)
                                   .arg(expected[row] ? u"should match" : u"should not match", meaning.text)));
        }
        m_matching += countOf(expected);
        m_asked += static_cast<qint64>(expected.size());
    }

private slots:
    void agrees()
    {
        std::mt19937 random(20260325);
        for (int done = 0; done < CASES; done += filtersOfAFleet) {
            const FleetPtr fleet = shareFleet(Test::randomFleet(random, rowsOfAFleet));
            FilterIndex index(fleet);
            for (int i = 0; i < filtersOfAFleet; ++i) {
                compareOne(fleet, index, Test::randomFilter(random));
                if (QTest::currentTestFailed())
                    return;
            }
        }
        // Filters that match nothing, or everything, would agree easily.
        QVERIFY(m_matching > m_asked / 5);
        QVERIFY(m_matching < m_asked * 4 / 5);
    }

    /// Conditions on one field; those on two lean on what servers hold to, and random runners do not.
    void conditionsThatExcludeEachOtherMatchNothing()
    {
        std::mt19937 random(7);
        FilterIndex index(shareFleet(Test::randomFleet(random, 200)));
        int conflicts = 0;
        for (int i = 0; i < CASES; ++i) {
            const QString a = Test::randomRunnerCondition(random).text;
            const QString b = Test::randomRunnerCondition(random).text;
            const auto field = [](const QString &text) { return text.section(u':', 0, 0).toLower(); };
            const auto both = std::get<FilterExpression>(parseFilter(QString(a + u' ' + b)));
            if (field(a) != field(b) || std::ranges::all_of(conflictsIn(both), &FilterNote::ofAPart))
                continue;
            const auto matches = std::get<FilterMask>(evaluate(both, index));
            QVERIFY2(countOf(matches) == 0, qUtf8Printable(both.text()));
            ++conflicts;
        }
        QVERIFY(conflicts > CASES / 1000);
    }
};

QTEST_GUILESS_MAIN(TestFilterRandom)
#include "tst_filterrandom.moc"
