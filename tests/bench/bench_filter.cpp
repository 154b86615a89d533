// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a filter costs, by size of the fleet: reading it, making the columns that it asks for, and finding the rows; how
// large the columns are; and how each figure grows (1.00 is linear).
//
//   bench_filter [runs]
#include "models/rules/filter/filtercompletion.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/status.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSet>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

using namespace Runnerscope;

namespace {

constexpr ServerTime now{std::chrono::sys_days(std::chrono::year(2026) / 3 / 25)};
constexpr std::array sizes{1'000, 10'000, 35'000, 100'000, 350'000};

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

/// As the program reads them: texts that repeat are shared between runners.
QString shared(const QString &text)
{
    static QSet<QString> known;
    return *known.insert(text);
}

RunnerManager managerOf(int number, int index)
{
    RunnerManager manager;
    manager.number = number * 4 + index;
    manager.systemId = QStringLiteral("s_%1f20a5").arg(manager.number);
    manager.version = shared(QStringLiteral("%1.%2.%3").arg(16 + number % 3).arg(number % 11).arg(number % 4));
    manager.revision = shared(QStringLiteral("a1b2c3d%1").arg(number % 11));
    manager.platform = number % 9 == 0 ? QStringLiteral("windows") : QStringLiteral("linux");
    manager.architecture = number % 5 == 0 ? QStringLiteral("arm64") : QStringLiteral("amd64");
    manager.executor = number % 7 == 0 ? QStringLiteral("shell") : QStringLiteral("docker");
    manager.ipAddress = QStringLiteral("10.%1.%2.%3").arg(number % 200).arg(number / 200 % 250).arg(number % 250);
    manager.createdAt = now - std::chrono::days(60);
    manager.contactedAt = now - std::chrono::minutes(number * 7919LL % (60 * 24 * 60));
    return manager;
}

Runner runnerOf(int number)
{
    Runner runner;
    runner.id = {InstanceId{1}, number};
    runner.shortSha = QStringLiteral("abcd%1").arg(number % 10000);
    runner.description = QStringLiteral("build-host-%1.ci.example.com").arg(number);
    runner.tags = {
        QStringLiteral("docker"), QStringLiteral("linux"), shared(QStringLiteral("team-%1").arg(number % 300))};
    runner.type = RunnerType::Group;
    runner.createdAt = now - std::chrono::days(60);
    runner.creationState = CreationState::Finished;
    runner.managerCount = number % 10 < 3 ? 2 : 1;
    for (int i = 0; i < runner.managerCount; ++i)
        runner.managers.push_back(managerOf(number, i));
    runner.contactedAt = runner.managers.front().contactedAt;
    return runner;
}

FleetPtr fleetOf(int size)
{
    std::vector<std::shared_ptr<const Owner>> owners;
    for (int i = 0; i < 2000; ++i) {
        auto owner = std::make_shared<Owner>();
        owner->fullPath = QStringLiteral("acme/team-%1/project-%2").arg(i / 20).arg(i);
        owner->fullName = QStringLiteral("Acme / Team %1 / Project %2").arg(i / 20).arg(i);
        owners.push_back(std::move(owner));
    }
    Fleet fleet;
    for (int i = 1; i <= size; ++i) {
        Runner runner = runnerOf(i);
        runner.owner = owners[static_cast<std::size_t>(i) * 7919 % owners.size()];
        const RunnerStatus status = statusOf(runner, now);
        fleet.rows.push_back({std::make_shared<const Runner>(std::move(runner)), now, status});
    }
    return shareFleet(std::move(fleet));
}

double msOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(int runs, const std::function<double()> &measure)
{
    std::vector<double> values;
    for (int i = 0; i < runs; ++i)
        values.push_back(measure());
    std::ranges::sort(values);
    return values[values.size() / 2];
}

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

/// One figure over all sizes.
struct Figure
{
    QString name;
    std::vector<double> values;
    double limit = 0;
};

/// The slope of the line through (log size, log value).
double growth(const std::vector<double> &values)
{
    double meanX = 0;
    double meanY = 0;
    const auto count = static_cast<double>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        meanX += std::log(sizes[i]) / count;
        meanY += std::log(values[i]) / count;
    }
    double up = 0;
    double along = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        up += (std::log(sizes[i]) - meanX) * (std::log(values[i]) - meanY);
        along += (std::log(sizes[i]) - meanX) * (std::log(sizes[i]) - meanX);
    }
    return up / along;
}

class Table
{
public:
    void add(const QString &name, double value, double limit = 0)
    {
        auto found = std::ranges::find(m_figures, name, &Figure::name);
        if (found == m_figures.end())
            found = m_figures.insert(m_figures.end(), {name, {}, limit});
        found->values.push_back(value);
    }

    void print() const
    {
        QTextStream out(stdout);
        out << QStringLiteral("rows").leftJustified(34);
        for (const int size : sizes)
            out << QString::number(size).rightJustified(10);
        out << QStringLiteral("growth").rightJustified(10) << QStringLiteral("limit").rightJustified(10) << Qt::endl;
        for (const Figure &figure : m_figures) {
            out << figure.name.leftJustified(34);
            for (const double value : figure.values)
                out << QString::number(value, 'f', 2).rightJustified(10);
            out << QString::number(growth(figure.values), 'f', 2).rightJustified(10);
            out << (figure.limit > 0 ? QString::number(figure.limit) : QString()).rightJustified(10) << Qt::endl;
        }
    }

private:
    std::vector<Figure> m_figures;
};

void measure(const FleetPtr &fleet, int runs, Table &table)
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
    Table table;
    for (const int size : sizes)
        measure(fleetOf(size), runs, table);
    table.print();
    return 0;
}
