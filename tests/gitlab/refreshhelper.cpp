// SPDX-License-Identifier: GPL-3.0-or-later
//
// A service with its archive in a program of its own, for tests: refreshhelper VERB URL TOKEN FILE [BYTES]. It says
// what it does line by line on standard output.
#include "app/store/fleetstore.h"
#include "tests/gitlab/watchedservice.h"

#include <QCoreApplication>
#include <QTimer>

#include <csignal>
#include <iostream>
#include <sys/resource.h>
#include <unistd.h>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

void say(const QString &line)
{
    std::cout << qUtf8Printable(line) << std::endl;
}

struct Reader
{
    Reader(const QString &url, const QString &token, const QString &file, const Rhythm &rhythm) :
        watched({std::get<ServerAddress>(ServerAddress::parse(url)), Secret(token.toUtf8()), {},
                    QStringLiteral("simulator"), QStringLiteral("root")},
            rhythm, [this, file](const QString &, const QString &) {
                auto made = std::make_unique<FleetStore>(file, InstanceId{});
                store = made.get();
                return made;
            })
    {
        QObject::connect(&watched.service, &FleetService::storeTroubled, &watched.service,
            [](const StoreTrouble &trouble) { say(QStringLiteral("trouble %1").arg(static_cast<int>(trouble.kind))); });
        QObject::connect(&watched.service, &FleetService::failed, &watched.service,
            [](const FetchError &error) { say(QStringLiteral("failed %1").arg(static_cast<int>(error.kind))); });
    }

    FleetStore *store = nullptr;
    Test::WatchedService watched;
};

/// Reads the fleet again and again until it is killed. Says "kept TIME" when a walk stands in the file that began at
/// that time of the server or later.
void refreshOnAndOn(const QStringList &arguments)
{
    Rhythm rhythm = Test::calmRhythm();
    rhythm.walkEvery = 10ms;
    Reader reader(arguments[2], arguments[3], arguments[4], rhythm);
    std::optional<qint64> before;
    std::optional<qint64> last;
    bool told = true;
    QObject::connect(&reader.watched.service, &FleetService::walkFinished, &reader.watched.service, [&] {
        before = std::exchange(last, reader.watched.fleet->asOf->time_since_epoch().count());
        told = false;
    });
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        if (told || !before || reader.store->isKeeping())
            return;
        told = true;
        say(QStringLiteral("kept %1").arg(*before));
    });
    look.start(1ms);
    reader.watched.service.start();
    QCoreApplication::exec();
}

/// Reads the fleet three times and says how many runners it has.
void readThrice(const QStringList &arguments)
{
    Reader reader(arguments[2], arguments[3], arguments[4], Test::calmRhythm());
    reader.watched.service.start();
    for (int walk = 1; walk <= 3; ++walk) {
        while (reader.watched.finished.count() < walk || reader.store->isKeeping())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        reader.watched.service.refresh();
    }
    say(QStringLiteral("rows %1").arg(reader.watched.rows()));
    say(QStringLiteral("done"));
}

void limitFiles(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
}

bool becomeNobody()
{
    constexpr uid_t nobody = 65534;
    return setgid(nobody) == 0 && setuid(nobody) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString verb = arguments.value(1);
    if (verb == QStringLiteral("on-and-on")) {
        refreshOnAndOn(arguments);
    } else if (verb == QStringLiteral("no-room")) {
        limitFiles(arguments.value(5).toULongLong());
        readThrice(arguments);
    } else if (verb == QStringLiteral("as-nobody")) {
        if (!becomeNobody())
            say(QStringLiteral("cannot"));
        else
            readThrice(arguments);
    } else {
        return 2;
    }
    return 0;
}
