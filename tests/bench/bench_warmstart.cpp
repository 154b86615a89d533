// SPDX-License-Identifier: GPL-3.0-or-later
//
// How soon the window shows a kept fleet of 100,000 runners while the server does not answer, beside an empty window
// of the same process on the same machine.
//
//   bench_warmstart [runs [runners]]
//
// Each run is a process of its own, timed from before it was started.
#include "app/fleet/fleetthread.h"
#include "app/gitlab/gitlabfleetservice.h"
#include "app/settings/identity.h"
#include "app/store/openarchive.h"
#include "app/window/fleetcontroller.h"
#include "app/window/mainwindow.h"
#include "tests/support/simulator.h"
#include "views/pages/runnerspage.h"
#include "views/tables/runnertableview.h"
#include "views/theme/themecontroller.h"

#include <QApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

const QString storeKey = QStringLiteral("bench");
const QString user = QStringLiteral("root");
constexpr QSize windowSize(1280, 800);

qint64 now()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

double secondsSinceStart()
{
    return static_cast<double>(now() - qEnvironmentVariable("BENCH_START").toLongLong()) / 1e9;
}

void runUntil(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

/// Sees when a widget was painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
    bool painted = false;
};

std::unique_ptr<FleetService> makeService(const QString &url, const QByteArray &token)
{
    const Connection connection{std::get<ServerAddress>(ServerAddress::parse(url)), Secret(token), {}, storeKey, user};
    return std::make_unique<GitLabFleetService>(connection, Rhythm(),
        [](const QString &key, const QString &userName) { return openArchive(key, userName, {}); });
}

void fill()
{
    const auto service =
        makeService(qEnvironmentVariable("GITLAB_HOST"), qEnvironmentVariable("GITLAB_TOKEN").toLatin1());
    bool finished = false;
    QObject::connect(service.get(), &FleetService::walkFinished, [&finished] { finished = true; });
    service->start();
    runUntil([&finished] { return finished; });
}

QJsonObject emptyWindow(QApplication &)
{
    QWidget window;
    window.resize(windowSize);
    PaintWatch watch(window);
    window.show();
    runUntil([&] { return watch.painted; });
    return {{QStringLiteral("painted"), secondsSinceStart()}};
}

QJsonObject warmWindow(QApplication &application, int runners)
{
    const ThemeController theme(application);
    RunnerTableModel model;
    MainWindow window(model);
    FleetController controller(model, window);
    window.resize(windowSize);
    window.show();
    controller.open({makeService(qEnvironmentVariable("GITLAB_HOST"), "glpat-x"), {}, std::nullopt});
    QJsonObject result;
    runUntil([&] { return model.rowCount() > 0 && model.isUpToDate(); });
    RunnerTableView &table = window.runnersPage().table();
    PaintWatch watch(*table.viewport());
    table.viewport()->update();
    runUntil([&] { return watch.painted; });
    result.insert(QStringLiteral("firstScreen"), secondsSinceStart());
    table.setFocus();
    const QModelIndex before = table.currentIndex();
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
    QCoreApplication::sendEvent(&table, &press);
    runUntil([&] { return table.currentIndex() != before; });
    result.insert(QStringLiteral("keyAnswered"), secondsSinceStart());
    runUntil([&] { return model.rowCount() >= runners && model.isUpToDate(); });
    result.insert(QStringLiteral("allRows"), secondsSinceStart());
    return result;
}

QJsonObject runChild(const QString &what, const QString &runners)
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("BENCH_START"), QString::number(now()));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--child"), what, runners});
    child.waitForFinished(-1);
    return QJsonDocument::fromJson(child.readAllStandardOutput()).object();
}

int beChild(int argc, char **argv)
{
    QApplication application(argc, argv);
    setIdentity();
    const QString what = QString::fromLocal8Bit(argv[2]);
    QJsonObject result;
    if (what == QStringLiteral("fill"))
        fill();
    else
        result = what == QStringLiteral("empty") ? emptyWindow(application)
                                                 : warmWindow(application, QString::fromLocal8Bit(argv[3]).toInt());
    QTextStream(stdout) << QJsonDocument(result).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && QByteArray(argv[1]) == "--child")
        return beChild(argc, argv);

    const QCoreApplication application(argc, argv);
    const int runs = std::max(1, QCoreApplication::arguments().value(1, QStringLiteral("5")).toInt());
    const QString runners = QCoreApplication::arguments().value(2, QStringLiteral("100000"));
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    {
        const Test::Simulator simulator({QStringLiteral("--runners"), runners});
        qputenv("GITLAB_HOST", simulator.url().toUtf8());
        qputenv("GITLAB_TOKEN", simulator.token());
        runChild(QStringLiteral("fill"), runners);
    } // from here on nobody answers

    std::vector<double> empty;
    std::vector<double> first;
    std::vector<double> key;
    std::vector<double> all;
    for (int run = 0; run < runs; ++run) {
        empty.push_back(runChild(QStringLiteral("empty"), runners).value(QLatin1String("painted")).toDouble());
        const QJsonObject warm = runChild(QStringLiteral("warm"), runners);
        first.push_back(warm.value(QLatin1String("firstScreen")).toDouble());
        key.push_back(warm.value(QLatin1String("keyAnswered")).toDouble());
        all.push_back(warm.value(QLatin1String("allRows")).toDouble());
    }
    QTextStream out(stdout);
    out << runners << " runners kept, the server does not answer, " << runs << " runs, median\n";
    out << QStringLiteral("empty window painted: %1 s\n").arg(median(empty), 0, 'f', 2);
    out << QStringLiteral("first screen painted: %1 s (limit %2)\n")
               .arg(median(first), 0, 'f', 2)
               .arg(median(empty) + 1, 0, 'f', 2);
    out << QStringLiteral("a key answered:       %1 s\n").arg(median(key), 0, 'f', 2);
    out << QStringLiteral("all rows:             %1 s (limit %2)\n")
               .arg(median(all), 0, 'f', 2)
               .arg(median(empty) + 3, 0, 'f', 2);
    return 0;
}
