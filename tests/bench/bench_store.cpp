// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a fleet takes to be loaded and kept, how long it holds up its thread in one go, and how large its file is;
// beside it a table with one row for each runner and each manager.
//
//   bench_store [runners [runs]]
#include "app/store/fleetstore.h"
#include "models/rules/status.h"
#include "tests/bench/rowtable.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <functional>
#include <vector>

using namespace Runnerscope;

namespace {

constexpr InstanceId instance{1};
constexpr ServerTime start{std::chrono::sys_days(std::chrono::year(2026) / 3 / 25)};

RunnerManager managerOf(qint64 number, int index)
{
    const auto text = [](const QString &pattern, qint64 value) { return pattern.arg(value); };
    RunnerManager manager;
    manager.number = number * 100 + index;
    manager.systemId = text(QStringLiteral("s_%1f20a5"), manager.number);
    manager.version = text(QStringLiteral("18.%1.0"), number % 11);
    manager.revision = text(QStringLiteral("a1b2c3d%1"), number % 11);
    manager.platform = QStringLiteral("linux");
    manager.architecture = QStringLiteral("amd64");
    manager.executor = QStringLiteral("docker");
    manager.ipAddress = QStringLiteral("10.%1.%2.%3").arg(number % 200).arg(number / 200 % 250).arg(number % 250);
    manager.createdAt = start - std::chrono::days(30) - std::chrono::seconds(number);
    manager.contactedAt = start - std::chrono::seconds(number % 8000);
    return manager;
}

Runner runnerOf(qint64 number)
{
    Runner runner;
    runner.id = {instance, number};
    runner.shortSha = QStringLiteral("abcd%1").arg(number % 10000);
    runner.description = QStringLiteral("build-host-%1.ci.example.com").arg(number);
    runner.tags = {QStringLiteral("docker"), QStringLiteral("linux"), QStringLiteral("team-%1").arg(number % 300)};
    runner.type = RunnerType::Group;
    runner.createdAt = start - std::chrono::days(40);
    runner.contactedAt = start - std::chrono::seconds(number % 8000);
    runner.creationState = CreationState::Finished;
    runner.managerCount = number % 10 < 3 ? 2 : 1;
    for (int i = 0; i < runner.managerCount; ++i)
        runner.managers.push_back(managerOf(number, i));
    return runner;
}

Fleet fleetOf(int size)
{
    std::vector<std::shared_ptr<const Owner>> owners;
    for (int i = 0; i < 2000; ++i) {
        const QString path = QStringLiteral("acme/team-%1/project-%2").arg(i / 20).arg(i);
        owners.push_back(std::make_shared<const Owner>(Owner{OwnerKind::Group, i + 1, path,
            QStringLiteral("project-%1").arg(i), path, QStringLiteral("https://git.example.com/") + path}));
    }
    Fleet fleet;
    fleet.coverage = {Coverage::Kind::Whole, size};
    fleet.asOf = start;
    for (int i = 1; i <= size; ++i) {
        Runner runner = runnerOf(i);
        runner.owner = owners[static_cast<std::size_t>(i) % owners.size()];
        const RunnerStatus status = statusOf(runner, start);
        fleet.rows.push_back({std::make_shared<const Runner>(std::move(runner)), start, status});
    }
    return fleet;
}

/// The next walk: every row is younger; of \a percent of the runners contact and version differ.
Fleet changed(const Fleet &fleet, int percent, bool version)
{
    Fleet next = fleet;
    next.asOf = *fleet.asOf + std::chrono::minutes(30);
    for (FleetRow &row : next.rows) {
        row.readAt = *next.asOf;
        if (row.runner->id.number * 7919 % 100 >= percent)
            continue;
        auto runner = std::make_shared<Runner>(*row.runner);
        runner->contactedAt = *next.asOf - std::chrono::minutes(1);
        if (version)
            runner->managers.front().version += QLatin1String("+1");
        row.status = statusOf(*runner, row.readAt);
        row.runner = std::move(runner);
    }
    return next;
}

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Keeping
{
    double totalMs = 0;
    double longestMs = 0;
    double longestCpuMs = 0;
};

Keeping keep(FleetStore &store, const Fleet &fleet)
{
    const FleetPtr shared = shareFleet(fleet);
    Keeping result;
    QElapsedTimer total;
    total.start();
    store.keep(shared);
    while (store.isKeeping()) {
        QElapsedTimer turn;
        turn.start();
        const double cpu = cpuMs();
        QCoreApplication::processEvents();
        result.longestCpuMs = std::max(result.longestCpuMs, cpuMs() - cpu);
        result.longestMs = std::max(result.longestMs, static_cast<double>(turn.nsecsElapsed()) / 1e6);
    }
    result.totalMs = static_cast<double>(total.nsecsElapsed()) / 1e6;
    return result;
}

double msOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

void printRow(const QString &name, double measured, const QString &baseline = {})
{
    out() << name.leftJustified(54) << QString::number(measured, 'f', 1).rightJustified(10)
          << baseline.rightJustified(12) << Qt::endl;
}

void printKeeping(const QString &name, const Keeping &keeping, const QString &baseline = {})
{
    printRow(name + QStringLiteral(", ms"), keeping.totalMs, baseline);
    printRow(QStringLiteral("  longest turn of the event loop, ms"), keeping.longestMs);
    printRow(QStringLiteral("  the same, CPU of the thread, ms"), keeping.longestCpuMs);
}

double megabytes(const QString &file)
{
    return static_cast<double>(QFileInfo(file).size()) / 1e6;
}

QString figure(double value)
{
    return QString::number(value, 'f', 1);
}

/// Opened, read, checked.
double loadMs(const QString &file, int runs)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        FleetPtr fleet;
        times.push_back(msOf([&] { fleet = FleetStore(file, instance).load(); }));
        if (!fleet)
            qFatal("nothing was kept");
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int size = std::max(1, arguments.value(1, QStringLiteral("100000")).toInt());
    const int runs = std::max(1, arguments.value(2, QStringLiteral("5")).toInt());
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("chunks.sqlite"));
    const QString table = folder.filePath(QStringLiteral("rows.sqlite"));

    const Fleet first = fleetOf(size);
    out() << size << " runners, 1.3 managers each; baseline: a table with one row each, in one transaction" << Qt::endl;
    const double tableKeep = msOf([&] { Bench::writeRowTable(table, first); });
    std::vector<double> tableLoads;
    for (int run = 0; run < runs; ++run)
        tableLoads.push_back(msOf([&] { Bench::readRowTable(table, instance); }));
    std::ranges::sort(tableLoads);

    {
        FleetStore store(file, instance);
        printKeeping(QStringLiteral("first keep, with first sights"), keep(store, first), figure(tableKeep));
        const Fleet one = changed(first, 1, false);
        printKeeping(QStringLiteral("keep, 1 % changed"), keep(store, one));
        printKeeping(QStringLiteral("keep, 70 % changed"), keep(store, changed(one, 70, false)));
    }
    printRow(QStringLiteral("load, ms (median)"), loadMs(file, runs), figure(tableLoads[tableLoads.size() / 2]));
    const double sizeBefore = megabytes(file);
    printRow(QStringLiteral("file, MB"), sizeBefore, figure(megabytes(table)));
    {
        FleetStore store(file, instance);
        Fleet day = *store.load();
        Keeping worst;
        for (int walk = 0; walk < 48; ++walk) {
            day = changed(day, walk == 20 ? 70 : 2, true);
            const Keeping keeping = keep(store, day);
            worst.totalMs += keeping.totalMs;
            worst.longestMs = std::max(worst.longestMs, keeping.longestMs);
            worst.longestCpuMs = std::max(worst.longestCpuMs, keeping.longestCpuMs);
        }
        printKeeping(QStringLiteral("a day: 48 walks, 2 % new versions each, once 70 %"), worst);
        printRow(QStringLiteral("  history of one runner read, ms"), msOf([&] {
            store.history({instance, size / 2});
        }));
    }
    printRow(QStringLiteral("  growth of the file, MB"), megabytes(file) - sizeBefore);
    return 0;
}
