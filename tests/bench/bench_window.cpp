// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the GUI thread is busy in one go while 100,000 runners arrive from the simulator and are refreshed, and how
// much memory that takes; beside it the same fleet in a model below Qt's own proxy, and an empty window.
//
//   bench_window [runs [runners]]
//
// Each run is a process of its own. Prints medians and the spread.
#include "tests/bench/eventmeter.h"
#include "tests/bench/measuredrun.h"
#include "tests/support/simulator.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTextStream>

#include <algorithm>
#include <vector>

using namespace Runnerscope;

namespace {

const QString childOption = QStringLiteral("--measure");

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

int measureAs(int argc, char **argv, const QString &what)
{
    Bench::EventMeter application(argc, argv);
    const QJsonObject result = what == QStringLiteral("window") ? Bench::measureWindow(application)
        : what == QStringLiteral("naive")                       ? Bench::measureNaiveTable(application)
                                                                : Bench::measureEmptyWindow();
    out() << QJsonDocument(result).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}

QJsonObject runChild(const QString &what)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {childOption, what});
    child.waitForFinished(-1);
    return QJsonDocument::fromJson(child.readAllStandardOutput()).object();
}

std::vector<QJsonObject> runChildren(const QString &what, int runs)
{
    std::vector<QJsonObject> results;
    for (int run = 0; run < runs; ++run) {
        results.push_back(runChild(what));
        QTextStream(stderr) << what << ' ' << QJsonDocument(results.back()).toJson(QJsonDocument::Compact) << Qt::endl;
    }
    return results;
}

QString spread(const std::vector<QJsonObject> &results, const QString &field)
{
    std::vector<double> values;
    for (const QJsonObject &result : results)
        values.push_back(result.value(field).toDouble());
    std::ranges::sort(values);
    return QStringLiteral("%1 (%2-%3)")
        .arg(values[values.size() / 2], 0, 'f', 1)
        .arg(values.front(), 0, 'f', 1)
        .arg(values.back(), 0, 'f', 1);
}

void printRow(const QString &name, const QString &limit, const QString &measured, const QString &baseline)
{
    out() << name.leftJustified(44) << limit.leftJustified(12) << measured.leftJustified(24) << baseline << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && QString::fromLocal8Bit(argv[1]) == childOption)
        return measureAs(argc, argv, QString::fromLocal8Bit(argv[2]));

    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int runs = std::max(1, arguments.value(1, QStringLiteral("5")).toInt());
    const QString runners = arguments.value(2, QStringLiteral("100000"));
    const Test::Simulator simulator({QStringLiteral("--runners"), runners});
    qputenv("GITLAB_HOST", simulator.url().toUtf8());
    qputenv("GITLAB_TOKEN", simulator.token());

    const auto window = runChildren(QStringLiteral("window"), runs);
    const auto naive = runChildren(QStringLiteral("naive"), 1);
    const auto empty = runChildren(QStringLiteral("empty"), 1);
    const auto field = [](const char *name) { return QString::fromLatin1(name); };
    out() << runners << " runners, " << runs
          << " runs, median (least-most); baseline: model below Qt's own proxy, 1 run; for memory an empty window"
          << Qt::endl;
    printRow(field("figure"), field("limit"), field("measured"), field("baseline"));
    printRow(field("first load: GUI busy in one go, CPU ms"), field("16"), spread(window, field("loadBusyMs")),
        spread(naive, field("loadBusyMs")));
    printRow(field("  the same, wall ms"), field("-"), spread(window, field("loadBusyWallMs")),
        spread(naive, field("loadBusyWallMs")));
    printRow(field("refresh: GUI busy in one go, CPU ms"), field("16"), spread(window, field("refreshBusyMs")),
        spread(naive, field("refreshBusyMs")));
    printRow(field("  the same, wall ms"), field("-"), spread(window, field("refreshBusyWallMs")),
        spread(naive, field("refreshBusyWallMs")));
    printRow(field("peak memory (VmHWM), MB"), field("300"), spread(window, field("peakMB")),
        spread(empty, field("peakMB")));
    printRow(
        field("first load, s"), field("-"), spread(window, field("loadSeconds")), spread(naive, field("loadSeconds")));
    printRow(field("refresh, s"), field("-"), spread(window, field("refreshSeconds")),
        spread(naive, field("refreshSeconds")));
    return 0;
}
