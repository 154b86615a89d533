// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measuredrun.h"

#include "app/fleet/fleetthread.h"
#include "app/gitlab/gitlabfleetservice.h"
#include "app/window/fleetcontroller.h"
#include "app/window/mainwindow.h"
#include "tests/bench/eventmeter.h"
#include "tests/bench/naivetable.h"
#include "views/theme/themecontroller.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QRegularExpression>

#include <functional>

namespace Runnerscope::Bench {

namespace {

constexpr QSize windowSize(1280, 800);

/// VmHWM of this process in MB; 0 where there is no such file.
double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression line(QStringLiteral("VmHWM:\\s*([0-9]+) kB"));
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toDouble() / 1024;
}

std::unique_ptr<FleetService> makeService()
{
    const auto connection = std::get<std::optional<Connection>>(connectionFromEnvironment());
    if (!connection)
        qFatal("GITLAB_HOST is not set");
    return std::make_unique<GitLabFleetService>(*connection);
}

/// Runs the event loop until \a done, and tells how long that took.
double secondsUntil(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return static_cast<double>(timer.elapsed()) / 1000;
}

double milliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

void noteBusy(QJsonObject &result, const QString &phase, const EventMeter::Busy &busy)
{
    result.insert(phase + QStringLiteral("BusyMs"), milliseconds(busy.cpu));
    result.insert(phase + QStringLiteral("BusyWallMs"), milliseconds(busy.wall));
    result.insert(phase + QStringLiteral("Longest"), busy.what);
}

/// Load, then refresh; \a settled tells when the rows on screen are those of the service.
QJsonObject measure(EventMeter &application, FleetService &service, const std::function<void()> &start,
    const std::function<bool()> &settled, const std::function<int()> &rows)
{
    int walks = 0;
    QObject::connect(&service, &FleetService::walkFinished, &application, [&walks] { ++walks; });
    QObject::connect(&service, &FleetService::failed, &application, [](const FetchError &error) {
        qFatal("the fleet could not be read: %d %s", static_cast<int>(error.kind), qUtf8Printable(error.detail));
    });
    QJsonObject result;
    application.takeLongest();
    start();
    result.insert(QStringLiteral("loadSeconds"), secondsUntil([&] { return walks == 1 && settled(); }));
    noteBusy(result, QStringLiteral("load"), application.takeLongest());
    service.refresh();
    result.insert(QStringLiteral("refreshSeconds"), secondsUntil([&] { return walks == 2 && settled(); }));
    noteBusy(result, QStringLiteral("refresh"), application.takeLongest());
    result.insert(QStringLiteral("rows"), rows());
    result.insert(QStringLiteral("peakMB"), peakMegabytes());
    return result;
}

void letPaint(QWidget &window)
{
    window.resize(windowSize);
    window.show();
    QElapsedTimer timer;
    timer.start();
    constexpr qint64 opening = 1000; // milliseconds
    while (timer.elapsed() < opening) {
        window.update(); // so that the paints of the opening are over
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }
}

} // namespace

QJsonObject measureWindow(EventMeter &application)
{
    const ThemeController theme(application);
    RunnerTableModel model;
    MainWindow window(model);
    FleetController controller(model, window);
    letPaint(window);
    auto service = makeService();
    FleetService &watched = *service;
    return measure(
        application, watched,
        [&] {
            controller.open({std::move(service), {}, std::nullopt});
        },
        [&] { return model.isUpToDate(); }, [&] { return model.rowCount(); });
}

QJsonObject measureNaiveTable(EventMeter &application)
{
    NaiveTable table;
    letPaint(table);
    const FleetThread thread(makeService());
    QObject::connect(&thread.service(), &FleetService::snapshotChanged, &table,
        [&](const FleetPtr &fleet, const FleetDelta &delta) { table.take(fleet, delta); });
    return measure(
        application, thread.service(), [&] { thread.service().start(); }, [] { return true; },
        [&] { return table.rows(); });
}

QJsonObject measureEmptyWindow()
{
    QWidget window;
    letPaint(window);
    return {{QStringLiteral("peakMB"), peakMegabytes()}};
}

} // namespace Runnerscope::Bench
