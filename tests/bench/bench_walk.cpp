// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over 10,000 runners of a server that is slow to answer, and decodes 100,000 runners.
#include "app/gitlab/gitlabfleetservice.h"
#include "app/gitlab/graphqlanswer.h"
#include "app/gitlab/querybook.h"
#include "app/gitlab/runnerdecoder.h"
#include "tests/support/simulator.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

constexpr int runs = 3;

struct WalkFigures
{
    double firstSeconds = 0;
    double laterSeconds = 0;
    int firstRequests = 0;
    int laterRequests = 0;
};

/// Of 10,000 runners; as the administrator, unless another token is named.
struct BenchFleet
{
    QString name;
    QStringList options;
    QByteArray token{};
};

std::vector<BenchFleet> fleets()
{
    const auto mix = [](const char *parts) { return QStringList{QStringLiteral("--mix"), QString::fromLatin1(parts)}; };
    return {
        {QStringLiteral("12 % instance, 38 % group, 50 % project"), {}},
        {QStringLiteral("project runners only"), mix("0,0,1")},
        {QStringLiteral("instance runners only"), mix("1,0,0")},
        {QStringLiteral("98 % instance, 1 % group, 1 % project"), mix("98,1,1")},
        {QStringLiteral("registered 250 at a time in the same second"), {QStringLiteral("--bulk")}},
        {QStringLiteral("the part that an Owner of groups sees"), {}, "glpat-simulator-owner"},
    };
}

Connection connectionTo(const Test::Simulator &simulator, const QByteArray &token)
{
    return {std::get<ServerAddress>(ServerAddress::parse(simulator.url())), Secret(token)};
}

/// All requests, whatever for.
int requestsOf(Test::Simulator &simulator)
{
    return simulator.ask(QStringLiteral("stats")).value(QLatin1String("requests")).toInt();
}

double secondsOf(FleetService &service, void (FleetService::*begin)())
{
    QEventLoop loop;
    QObject::connect(&service, &FleetService::walkFinished, &loop, &QEventLoop::quit);
    QElapsedTimer time;
    time.start();
    (service.*begin)();
    loop.exec();
    return static_cast<double>(time.nsecsElapsed()) / 1e9;
}

WalkFigures walk(Test::Simulator &simulator, const QByteArray &token, RequestQueue::Breadth breadth)
{
    Rhythm rhythm;
    rhythm.newsEvery = rhythm.pulsesEvery = rhythm.walkEvery = 24h;
    rhythm.breadth = breadth;
    GitLabFleetService service(connectionTo(simulator, token), rhythm);
    WalkFigures figures;
    const int before = requestsOf(simulator);
    figures.firstSeconds = secondsOf(service, &FleetService::start);
    const int between = requestsOf(simulator);
    figures.laterSeconds = secondsOf(service, &FleetService::refresh);
    figures.firstRequests = between - before;
    figures.laterRequests = requestsOf(simulator) - between;
    return figures;
}

void printWalks(QTextStream &out, const BenchFleet &fleet)
{
    const QStringList options{QStringLiteral("--runners"), QStringLiteral("10000"), QStringLiteral("--delay"),
        QStringLiteral("100"), QStringLiteral("--frozen")};
    Test::Simulator simulator(options + fleet.options);
    const QByteArray token = fleet.token.isEmpty() ? simulator.token() : fleet.token;
    out << fleet.name << ":\n";
    for (int run = 0; run < runs; ++run) {
        const WalkFigures base = walk(simulator, token, {1, 1});
        const WalkFigures ours = walk(simulator, token, {});
        out << QStringLiteral("  one in flight %1 s (%2 requests; later %3 s, %4), "
                              "first walk %5 s = %6 (%7 requests), later walk %8 s = %9 (%10 requests)\n")
                   .arg(base.firstSeconds, 0, 'f', 2)
                   .arg(base.firstRequests)
                   .arg(base.laterSeconds, 0, 'f', 2)
                   .arg(base.laterRequests)
                   .arg(ours.firstSeconds, 0, 'f', 2)
                   .arg(ours.firstSeconds / base.firstSeconds, 0, 'f', 3)
                   .arg(ours.firstRequests)
                   .arg(ours.laterSeconds, 0, 'f', 2)
                   .arg(ours.laterSeconds / base.laterSeconds, 0, 'f', 3)
                   .arg(ours.laterRequests)
            << Qt::flush;
    }
}

/// A page as it came over the network.
QByteArray pageOfHundred(const Test::Simulator &simulator)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(simulator.url() + QStringLiteral("/api/graphql")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("Authorization", "Bearer " + simulator.token());
    QueryBook book;
    QNetworkReply *reply =
        network.post(request, book.body({QStringLiteral("AllRunners"), {{QStringLiteral("first"), 100}}}));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void printDecoding(QTextStream &out)
{
    const Test::Simulator simulator({QStringLiteral("--runners"), QStringLiteral("1000")});
    HttpAnswer answer;
    answer.status = 200;
    answer.body = pageOfHundred(simulator);
    constexpr int pages = 1000;
    for (int run = 0; run < runs; ++run) {
        RunnerDecoder decoder{InstanceId{}};
        std::size_t runners = 0;
        double start = cpuSeconds();
        for (int page = 0; page < pages; ++page) {
            const GraphQlResult result = readAnswer(answer, {}, {});
            const JsonValue data = std::get<GraphQlData>(result).data;
            runners += decoder.page(data.value(QLatin1String("runners"))).runners.size();
        }
        const double ours = cpuSeconds() - start;
        start = cpuSeconds();
        qsizetype nodes = 0;
        for (int page = 0; page < pages; ++page)
            nodes += QJsonDocument::fromJson(answer.body).object().size();
        const double parsing = cpuSeconds() - start;
        out << QStringLiteral(
            "  decoding %1 runners (%2 kB a page): %3 s of one core; parsing the JSON alone: %4 s%5\n")
                   .arg(runners)
                   .arg(answer.body.size() / 1024)
                   .arg(ours, 0, 'f', 2)
                   .arg(parsing, 0, 'f', 2)
                   .arg(nodes > 0 ? QString() : QStringLiteral(" (nothing)"))
            << Qt::flush;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const bool decodingOnly = application.arguments().contains(QStringLiteral("--decoding"));
    if (!decodingOnly) {
        out << "10,000 runners, 100 ms added to every answer; asked: first walk at most 1/3, later walks at most 1/4\n";
        for (const BenchFleet &fleet : fleets())
            printWalks(out, fleet);
    }
    printDecoding(out);
    return 0;
}
