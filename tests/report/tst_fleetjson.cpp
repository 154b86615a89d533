// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/fleetjson.h"
#include "tests/support/fleettext.h"

#include <QJsonDocument>
#include <QTest>

using namespace Runnerscope;

namespace {

/// Apostrophes stand for quotes.
QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

} // namespace

class TestFleetJson : public QObject
{
    Q_OBJECT

private slots:
    void figuresOfAFleet()
    {
        Fleet fleet = Test::fleet(u"1 a contact=1m running group=acme\n2 b contact=5h paused project=acme/x\n"
                                  u"3 c contact=40d created=90d group=acme\n4 d created=1d group=acme");
        fleet.source.label = QStringLiteral("git.example.com");
        fleet.source.webUrl = QStringLiteral("https://git.example.com");
        fleet.source.serverVersion = QStringLiteral("18.10.1-ee");
        fleet.source.userName = QStringLiteral("admin");
        fleet.source.demo = false;
        using Part = FleetPart;
        fleet.coverage.kind = Coverage::Kind::Whole;
        fleet.coverage.parts = {{Part::Kind::AllRunners, {}, Part::State::Refused},
            {Part::Kind::GroupRunners, QStringLiteral("acme/x"), Part::State::Whole},
            {Part::Kind::ProjectRunners, QStringLiteral("anna/y"), Part::State::Whole},
            {Part::Kind::MyRunners, {}, Part::State::Whole}, {Part::Kind::InstanceRunners, {}, Part::State::Waiting}};
        fleet.asOf = Test::now;
        const QJsonObject expected =
            json("{ "
                 "'instance': 'git.example.com', 'url': 'https://git.example.com', 'demo': false, 'cached': false, "
                 "'serverVersion': '18.10.1-ee', 'user': 'admin', 'complete': true, 'asOf': '2026-03-25T10:00:00Z', "
                 "'sources': ["
                 "{'name': 'all-runners', 'state': 'refused'}, {'name': 'group:acme/x', 'state': 'whole'}, "
                 "{'name': 'project:anna/y', 'state': 'whole'}, {'name': 'my-runners', 'state': 'whole'}, "
                 "{'name': 'instance-runners', 'state': 'waiting'}], 'runners': 4, "
                 "'byStatus': {'online': 1, 'offline': 1, 'stale': 1, 'never-contacted': 1}, "
                 "'byType': {'instance': 0, 'group': 3, 'project': 1}, 'paused': 1, 'running': 1 }");
        QCOMPARE(fleetJson(fleet), expected);
    }

    void nothingReadYet()
    {
        const QJsonObject expected =
            json("{ "
                 "'instance': '', 'url': null, 'demo': false, 'cached': false, 'serverVersion': null, 'user': null, "
                 "'complete': false, "
                 "'asOf': null, 'sources': [], 'runners': 0, "
                 "'byStatus': {'online': 0, 'offline': 0, 'stale': 0, 'never-contacted': 0}, "
                 "'byType': {'instance': 0, 'group': 0, 'project': 0}, 'paused': 0, 'running': 0 }");
        QCOMPARE(fleetJson(Fleet()), expected);
    }
};

QTEST_GUILESS_MAIN(TestFleetJson)
#include "tst_fleetjson.moc"
