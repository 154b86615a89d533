// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another program on the same file, for tests: storehelper VERB FILE [NUMBER]. It says what it does line by line on
// standard output, and ends when its standard input does.
#include "tests/store/queuefixture.h"
#include "tests/store/storefixture.h"

#include <QCoreApplication>

#include <csignal>
#include <iostream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

using namespace Runnerscope;

namespace {

constexpr int fleetSize = 4000;

void say(const QString &line)
{
    std::cout << qUtf8Printable(line) << std::endl;
}

QString nameOf(StoreTrouble::Kind kind)
{
    using Kind = StoreTrouble::Kind;
    switch (kind) {
    case Kind::OtherWriter:
        return QStringLiteral("other-writer");
    case Kind::NewerProgram:
        return QStringLiteral("newer-program");
    case Kind::DamagedSetAside:
        return QStringLiteral("damaged-set-aside");
    case Kind::ReadOnly:
        return QStringLiteral("read-only");
    case Kind::DiskFull:
        return QStringLiteral("disk-full");
    case Kind::Unusable:
        return QStringLiteral("unusable");
    }
    return {};
}

void tellTroubles(FleetStore &store)
{
    store.setTroubleListener(
        [](const StoreTrouble &trouble) { say(QStringLiteral("trouble ") + nameOf(trouble.kind)); });
}

void keep(FleetStore &store, const Fleet &fleet)
{
    store.keep(shareFleet(fleet));
    while (store.isKeeping())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void waitForTheEndOfInput()
{
    std::string line;
    while (std::getline(std::cin, line)) { }
}

/// Keeps one fleet after the other until it is killed.
void keepOnAndOn(const QString &file, int first)
{
    FleetStore store(file, Test::instance);
    tellTroubles(store);
    store.load();
    Fleet last = Test::numberedFleet(fleetSize, first);
    for (int generation = first;; ++generation) {
        last = Test::numberedFleet(fleetSize, generation, &last);
        keep(store, last);
        say(QStringLiteral("kept %1").arg(generation));
    }
}

void limitFiles(int bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
    setrlimit(RLIMIT_FSIZE, &limit);
}

/// Keeps a sample and a wait every ten minutes of the server's time until it is killed.
void keepQueueOnAndOn(const QString &file, int first)
{
    FleetStore store(file, Test::instance);
    tellTroubles(store);
    for (int number = first;; ++number) {
        const ServerTime moment = Test::timeOf(10 * number);
        Test::appendNow(*store.queue(), {Test::numberedSample(number, moment, std::chrono::minutes(10))},
            {Test::numberedWait(number, moment)});
        say(QStringLiteral("kept %1").arg(number));
    }
}

/// Keeps samples in a file for which there is no room, and says how many can be read.
void keepQueueWithoutRoom(const QString &file, int bytes)
{
    limitFiles(bytes);
    FleetStore store(file, Test::instance);
    tellTroubles(store);
    for (int number = 0; number < 300; ++number) {
        const ServerTime moment = Test::timeOf(0) + number * std::chrono::seconds(15);
        store.queue()->append({Test::numberedSample(number, moment, std::chrono::seconds(15))}, {});
        QCoreApplication::processEvents();
    }
    const Period always{Test::timeOf(0), Test::timeOf(1'000'000)};
    say(QStringLiteral("points %1").arg(store.queue()->samples({}, always, 1'000'000).size()));
    say(QStringLiteral("done"));
}

/// Is the writer until its input ends; keeps \a number as the generation.
void hold(const QString &file, int number)
{
    FleetStore store(file, Test::instance);
    tellTroubles(store);
    keep(store, Test::numberedFleet(100, number));
    say(QStringLiteral("ready"));
    waitForTheEndOfInput();
}

/// Keeps fleets in a file for which there is no room.
void keepWithoutRoom(const QString &file, int bytes)
{
    limitFiles(bytes);
    FleetStore store(file, Test::instance);
    tellTroubles(store);
    for (int generation = 0; generation < 3; ++generation)
        keep(store, Test::numberedFleet(fleetSize, generation));
    say(QStringLiteral("done"));
}

/// Ends at once with a fleet that there is no room for.
void endWithoutRoom(const QString &file, int bytes)
{
    limitFiles(bytes);
    {
        FleetStore store(file, Test::instance);
        store.setLastWordsListener(
            [](const StoreTrouble &trouble) { say(QStringLiteral("last words ") + nameOf(trouble.kind)); });
        tellTroubles(store);
        store.keep(shareFleet(Test::numberedFleet(fleetSize, 0)));
    }
    say(QStringLiteral("done"));
}

/// Opens the file as somebody without rights, and says how many runners are kept.
void readAsNobody(const QString &file)
{
    constexpr uid_t nobody = 65534;
    if (setgid(nobody) != 0 || setuid(nobody) != 0) {
        say(QStringLiteral("cannot"));
        return;
    }
    FleetStore store(file, Test::instance);
    tellTroubles(store);
    const FleetPtr fleet = store.load();
    say(QStringLiteral("rows %1").arg(fleet ? static_cast<qint64>(fleet->rows.size()) : -1));
    keep(store, Test::numberedFleet(1, 1));
    const Period always{Test::timeOf(0), Test::timeOf(1'000'000)};
    say(QStringLiteral("points %1").arg(store.queue()->samples({}, always, 1'000'000).size()));
    say(QStringLiteral("done"));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString verb = arguments.value(1);
    const QString file = arguments.value(2);
    const int number = arguments.value(3).toInt();
    if (verb == QStringLiteral("on-and-on"))
        keepOnAndOn(file, number);
    else if (verb == QStringLiteral("queue-on-and-on"))
        keepQueueOnAndOn(file, number);
    else if (verb == QStringLiteral("queue-no-room"))
        keepQueueWithoutRoom(file, number);
    else if (verb == QStringLiteral("hold"))
        hold(file, number);
    else if (verb == QStringLiteral("no-room"))
        keepWithoutRoom(file, number);
    else if (verb == QStringLiteral("no-room-at-the-end"))
        endWithoutRoom(file, number);
    else if (verb == QStringLiteral("as-nobody"))
        readAsNobody(file);
    else
        return 2;
    return 0;
}
