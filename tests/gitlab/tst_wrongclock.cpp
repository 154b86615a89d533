// SPDX-License-Identifier: GPL-3.0-or-later
//
// A desktop whose clock is a day off: the fleet is judged at the server's time.
#include "tests/gitlab/watchedservice.h"

#include <QDateTime>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Runnerscope;
using Test::calmRhythm;
using Watched = Test::WatchedService;
using namespace std::chrono_literals;

namespace {

/// Between the program and a server: takes the Date headers out of what the server says.
class WithoutDate : public QTcpServer
{
public:
    explicit WithoutDate(const QUrl &server) :
        m_server(server)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &WithoutDate::accept);
    }

    int taken() const { return m_taken; }

private:
    void accept()
    {
        while (QTcpSocket *client = nextPendingConnection()) {
            auto *server = new QTcpSocket(client);
            server->connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
            connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
            connect(server, &QTcpSocket::readyRead, this, [this, client, server] {
                static const QByteArray name = "\r\nDate: ";
                QByteArray text = server->readAll(); // a header comes in one piece here
                const auto from = text.indexOf(name);
                if (from >= 0) {
                    text.remove(from, text.indexOf("\r\n", from + name.size()) - from);
                    ++m_taken;
                }
                client->write(text);
            });
            connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    }

    QUrl m_server;
    int m_taken = 0;
};

ServerTime desktopTime()
{
    return fromDateTime(QDateTime::currentDateTimeUtc());
}

QMap<QString, int> statusesOf(const Fleet &fleet)
{
    static const QStringList names{QStringLiteral("ONLINE"), QStringLiteral("OFFLINE"), QStringLiteral("STALE"),
        QStringLiteral("NEVER_CONTACTED")};
    QMap<QString, int> counts;
    for (const FleetRow &row : fleet.rows)
        ++counts[names.at(static_cast<int>(row.status))];
    return counts;
}

} // namespace

class TestWrongClock : public QObject
{
    Q_OBJECT

private slots:
    void judgesAtTheServersTime_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("the desktop is a day ahead") << -24;
        QTest::newRow("the desktop is a day behind") << 24;
    }

    void judgesAtTheServersTime()
    {
        QFETCH(const int, hours);
        const auto simulator = start(hours);
        Watched watched(Test::connectionTo(*simulator));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        const QJsonObject truth = simulator->ask(QStringLiteral("fleet"));
        const ServerTime now = timeOf(truth);
        QCOMPARE(std::chrono::floor<std::chrono::seconds>(*watched.fleet->asOf),
            std::chrono::floor<std::chrono::seconds>(now));
        for (const FleetRow &row : watched.fleet->rows) {
            QVERIFY(now - row.readAt < 1s);
            QVERIFY(!row.runner->contactedAt || *row.runner->contactedAt <= row.readAt + 1s); // no age is negative
        }
        const QMap<QString, int> counted = statusesOf(*watched.fleet);
        const QJsonObject expected = truth.value(QLatin1String("byStatus")).toObject();
        QCOMPARE(counted.size(), expected.size());
        for (auto it = expected.begin(); it != expected.end(); ++it)
            QCOMPARE(counted.value(it.key()), it.value().toInt());

        const QFuture<RunnerAnswer> details = watched.service.readRunner(watched.fleet->rows.front().runner->id);
        QTRY_VERIFY_WITH_TIMEOUT(details.isFinished(), 30000);
        const RunnerAnswer answer = details.result();
        QVERIFY(std::get<std::optional<RunnerDetails>>(answer));
        QVERIFY(now - std::get<std::optional<RunnerDetails>>(answer)->readAt < 1s);
    }

    /// A demand to wait until a date is one of the server's clock, too.
    void waitsAreThoseOfTheServer_data() { judgesAtTheServersTime_data(); }
    void waitsAreThoseOfTheServer()
    {
        QFETCH(const int, hours);
        const auto simulator = start(hours);
        simulator->control(QStringLiteral("rate-limit"), QJsonDocument(QJsonObject{{QStringLiteral("limit"), 1}}));
        Watched watched(Test::connectionTo(*simulator));
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.failed.count() >= 1, 30000);
        QCOMPARE(static_cast<int>(watched.error().kind), static_cast<int>(FetchError::Kind::RateLimited));
        QVERIFY(watched.error().retryAfter && *watched.error().retryAfter <= 60s);
    }

    /// Where a proxy takes the date away, the desktop's clock is the best there is.
    void withoutADateTheDesktopsClockCounts()
    {
        const auto simulator = start(24);
        WithoutDate between{QUrl(simulator->url())};
        Connection connection = Test::connectionTo(*simulator);
        connection.address = std::get<ServerAddress>(
            ServerAddress::parse(QStringLiteral("http://127.0.0.1:%1").arg(between.serverPort())));
        Watched watched(connection);
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        QVERIFY(between.taken() > 3);
        QCOMPARE(watched.rows(), std::size_t(350));
        for (const FleetRow &row : watched.fleet->rows)
            QVERIFY(std::chrono::abs(row.readAt - desktopTime()) < 1min);
        watched.service.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 2, 30000);
        QVERIFY(watched.failed.isEmpty());
    }

private:
    static std::unique_ptr<Test::Simulator> start(int hours)
    {
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(qint64(3600) * hours);
        return std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QStringLiteral("350"),
            QStringLiteral("--frozen"), QStringLiteral("--now"), now.toString(Qt::ISODate)});
    }

    static ServerTime timeOf(const QJsonObject &fleet)
    {
        return fromDateTime(QDateTime::fromString(fleet.value(QLatin1String("now")).toString(), Qt::ISODateWithMs));
    }
};

QTEST_GUILESS_MAIN(TestWrongClock)
#include "tst_wrongclock.moc"
