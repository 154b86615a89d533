// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a filter costs, by size of the fleet: reading it, making the columns that it asks for, and finding the rows; how
// large the columns are; and how each figure grows (1.00 is linear).
//
//   bench_filter [runs]
#include "models/rules/filter/filtercompletion.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterindex.h"
#include "models/rules/filter/filterparser.h"
#include "tests/bench/growthtable.h"
#include "tests/bench/syntheticfleet.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <array>

using namespace Runnerscope;
using namespace Runnerscope::Bench;

namespace {

struct Asked
{
    const char *name;
    const char *filter;
    double limitMs; ///< for 100,000 rows; 0: none
};

constexpr std::array filters{
    Asked{"word", "build-host-77", 4},
    Asked{"word in every row", "example", 4},
    Asked{"two words", "docker team-12", 8},
    Asked{"field", "name:build-host-777.ci.example.com", 5},
    Asked{"tag", "tag:team-12", 5},
    Asked{"contact", "contact:>30d", 5},
    Asked{"owner tree", "owner:acme/team-7/*", 5},
    Asked{"version range", "version:17.4..18.3", 5},
    Asked{"network", "ip:10.2.0.0/16", 5},
    Asked{"one host", "manager(executor:shell version:<18)", 10},
    Asked{"expression", "name:/host-[0-9]*7\\.ci/", 0},
    Asked{"several", "contact:>2h owner:acme/* -tag:gpu version:<18 is:silent", 25},
};

FilterExpression parsed(const char *filter)
{
    const auto result = parseFilter(QString::fromLatin1(filter));
    if (const auto *error = std::get_if<FilterError>(&result))
        qFatal("%s: %s", filter, qUtf8Printable(error->sentence));
    return std::get<FilterExpression>(result);
}

qint64 matchesOf(const FilterExpression &filter, FilterIndex &index)
{
    const auto result = evaluate(filter, index);
    const auto *mask = std::get_if<FilterMask>(&result);
    return mask ? countOf(*mask) : -1;
}

void measure(const FleetPtr &fleet, int runs, GrowthTable &table)
{
    FilterIndex all(fleet);
    for (const Asked &asked : filters) {
        const FilterExpression filter = parsed(asked.filter);
        const QString name = QString::fromLatin1(asked.name);
        table.add(name + QStringLiteral(": columns, ms"), median(std::min(runs, 5), [&] {
            FilterIndex index(fleet);
            const double first = msOf([&] { matchesOf(filter, index); });
            return std::max(first - msOf([&] { matchesOf(filter, index); }), 0.001);
        }));
        matchesOf(filter, all);
        table.add(name + QStringLiteral(": rows, ms"),
            median(runs, [&] { return msOf([&] { matchesOf(filter, all); }); }), asked.limitMs);
    }
    for (const char *text : {"ver", "tag:te", "owner:acme/t", "name:build", "status:"}) {
        const QString filter = QString::fromLatin1(text);
        table.add(QStringLiteral("suggestions for \"%1\", ms").arg(filter),
            median(std::min(runs, 5), [&] { return msOf([&] { completeFilter(filter, filter.size(), all); }); }));
    }
    table.add(QStringLiteral("all these columns, MB"), static_cast<double>(all.memory()) / 1e6);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int runs = std::max(1, QCoreApplication::arguments().value(1, QStringLiteral("21")).toInt());
    QTextStream out(stdout);
    for (const Asked &asked : filters) {
        const double us = median(runs, [&] { return 1000 * msOf([&] { parsed(asked.filter); }); });
        out << QString::fromLatin1(asked.filter).leftJustified(60) << QString::number(us, 'f', 1) << " us to parse"
            << Qt::endl;
    }
    GrowthTable table;
    for (const int size : sizes)
        measure(syntheticFleet(size), runs, table);
    table.print();
    return 0;
}
