// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/placetree.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

class TestPlaceTree : public QObject
{
    Q_OBJECT

    using Kind = PlaceNode::Kind;

    /// One line a place, indented: its name, own and all runners.
    static QStringList linesOf(const PlaceTree &tree)
    {
        QStringList lines;
        for (qint32 top = 0; top < tree.topCount; ++top)
            addLines(tree, top, 0, lines);
        return lines;
    }

    static void addLines(const PlaceTree &tree, qint32 index, int depth, QStringList &lines)
    {
        static const char *const kinds[] = {"group", "project", "instance", "?"};
        const PlaceNode &node = tree.nodes[static_cast<std::size_t>(index)];
        lines.append(QStringLiteral("%1%2 %3 %4/%5")
                         .arg(QString(depth, u'.'), node.name, QLatin1String(kinds[static_cast<int>(node.kind)]))
                         .arg(node.own.total)
                         .arg(node.total.total));
        for (qint32 child = 0; child < node.childCount; ++child) {
            QCOMPARE(tree.nodes[static_cast<std::size_t>(node.firstChild + child)].parent, index);
            addLines(tree, node.firstChild + child, depth + 1, lines);
        }
    }

private slots:
    void groupsProjectsAndTheInstanceStandInOneTree()
    {
        const Fleet fleet = Test::fleet(u"1 a project=acme/pay/api\n2 b group=acme/pay\n3 c project=acme/pay/api\n"
                                        u"4 d group=acme\n5 e\n6 f project=acme/zoo\n7 g group=acme/team10\n"
                                        u"8 h group=acme/team9\n9 i project=hidden/x");
        FilterMask mask(9, 1);
        mask[8] = 0;
        Fleet withInstance = fleet;
        Runner instance = *fleet.rows[4].runner;
        instance.type = RunnerType::Instance;
        withInstance.rows[4].runner = std::make_shared<const Runner>(instance);
        QCOMPARE(linesOf(placeTree(withInstance, mask)),
            (QStringList{QStringLiteral("acme group 1/7"), QStringLiteral(".pay group 1/3"),
                QStringLiteral("..api project 2/2"), QStringLiteral(".team9 group 1/1"),
                QStringLiteral(".team10 group 1/1"), QStringLiteral(".zoo project 1/1"),
                QStringLiteral(" instance 1/1")}));
    }

    void ownersThatMayNotBeReadAreSaid()
    {
        Fleet fleet = Test::fleet(u"1 a\n2 b");
        for (FleetRow &row : fleet.rows) {
            Runner runner = *row.runner;
            runner.type = RunnerType::Project;
            runner.owner.reset();
            row.runner = std::make_shared<const Runner>(runner);
        }
        QCOMPARE(linesOf(placeTree(fleet, {1, 1})), QStringList{QStringLiteral(" ? 2/2")});
        QVERIFY(placeTree({}, {}).nodes.empty());
    }

    void totalsAreByStatus()
    {
        const Fleet fleet = Test::fleet(u"1 a contact=1m project=acme/x\n2 b contact=30d paused group=acme");
        const PlaceTree tree = placeTree(fleet, {1, 1});
        QCOMPARE(tree.nodes[0].total.of(RunnerStatus::Online), 1);
        QCOMPARE(tree.nodes[0].total.of(RunnerStatus::Stale), 1);
        QCOMPARE(tree.nodes[0].own.of(RunnerStatus::Online), 0);
        QCOMPARE(tree.nodes[0].total.paused, 1);
    }
};

QTEST_GUILESS_MAIN(TestPlaceTree)
#include "tst_placetree.moc"
