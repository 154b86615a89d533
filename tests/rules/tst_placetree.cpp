// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/placeswording.h"
#include "tests/support/fleettext.h"
#include "tests/support/randomfleet.h"

#include <QTest>

using namespace Runnerscope;

namespace {

PlaceTree treeOf(const Fleet &fleet)
{
    return placeTree(fleet, maskOfAll(fleet.rows.size()));
}

QString letter(PlaceKind kind)
{
    return QStringLiteral("IG_P?").mid(static_cast<int>(kind), 1);
}

/// "G  payments 2/5": a group in the second level with two runners of its own and five in all.
QStringList written(const PlaceTree &tree)
{
    QStringList lines;
    for (const PlaceNode &node : tree.nodes) {
        lines.append(QStringLiteral("%1 %2%3 %4/%5")
                         .arg(letter(node.kind), QString(static_cast<int>(node.depth), u' '), PlacesWording::name(node))
                         .arg(node.own.total)
                         .arg(node.total.total));
    }
    return lines;
}

QStringList lines(const char *text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

Fleet ownedBy(const std::vector<Owner> &owners)
{
    Fleet fleet;
    for (const Owner &owner : owners) {
        auto runner = std::make_shared<Runner>();
        runner->id = {InstanceId{1}, static_cast<qint64>(fleet.rows.size()) + 1};
        runner->type = owner.kind == OwnerKind::Group ? RunnerType::Group : RunnerType::Project;
        runner->owner = std::make_shared<const Owner>(owner);
        fleet.rows.push_back({runner, Test::now, RunnerStatus::Online});
    }
    return fleet;
}

Owner owner(OwnerKind kind, const QString &path, const char *name = "", const char *fullName = "")
{
    return {kind, 1, path, QString::fromUtf8(name), QString::fromUtf8(fullName), {}};
}

bool isWellFormed(const PlaceTree &tree)
{
    std::vector<int> seen(tree.nodes.size());
    const auto areChildren = [&](std::span<const quint32> children, qint32 parent, quint32 depth) {
        quint32 position = 0;
        for (const quint32 child : children) {
            const PlaceNode &node = tree.nodes[child];
            ++seen[child];
            if (node.parent != parent || node.depth != depth || node.position != position++)
                return false;
        }
        return std::ranges::is_sorted(children);
    };
    bool good = areChildren(tree.top(), PlaceNode::none, 0);
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const PlaceNode &node = tree.nodes[i];
        good = good && areChildren(tree.childrenOf(node), static_cast<qint32>(i), node.depth + 1);
        good = good && (node.childCount == 0 || tree.childrenOf(node).front() == i + 1); // depth first
        FleetCounts sum = node.own;
        for (const quint32 child : tree.childrenOf(node))
            sum += tree.nodes[child].total;
        good = good && sum == node.total;
    }
    return good && std::ranges::count(seen, 1) == static_cast<qint64>(seen.size());
}

} // namespace

class TestPlaceTree : public QObject
{
    Q_OBJECT

private slots:
    void groupsAndProjects()
    {
        Fleet fleet = Test::fleet(u"1 a project=acme/payments/api\n"
                                  u"2 b group=acme/payments/team-10\n"
                                  u"3 c group=acme/payments/team-9\n"
                                  u"4 d group=acme/payments\n"
                                  u"5 e project=anna/toy\n"
                                  u"6 f\n"
                                  u"7 g project=acme/payments/api\n"
                                  u"8 h project=hidden");
        auto hidden = std::make_shared<Runner>(*fleet.rows[7].runner);
        hidden->owner = nullptr;
        fleet.rows[7].runner = hidden;
        const PlaceTree tree = treeOf(fleet);
        QCOMPARE(written(tree),
            lines("I Instance 1/1\n"
                  "_ acme 0/5\n"
                  "G  payments 1/5\n"
                  "G   team-9 1/1\n"
                  "G   team-10 1/1\n"
                  "P   api 2/2\n" // projects stand behind groups
                  "_ anna 0/1\n"
                  "P  toy 1/1\n"
                  "? Owner not readable 1/1"));
        QCOMPARE(tree.nodes[2].fullPath, QStringLiteral("acme/payments"));
        QVERIFY(isWellFormed(tree));
    }

    void countsByStatus()
    {
        const PlaceTree tree = treeOf(Test::fleet(u"1 a group=acme contact=1m\n2 b group=acme/x contact=5h paused\n"
                                                  u"3 c project=acme/x/y contact=9d\n4 d project=acme/x/y created=1d"));
        const PlaceNode &acme = tree.nodes.front();
        QCOMPARE(acme.own.of(RunnerStatus::Online), 1);
        QCOMPARE(acme.own.of(RunnerStatus::Stale), 0);
        for (int status = 0; status < runnerStatusCount; ++status)
            QCOMPARE(acme.total.of(static_cast<RunnerStatus>(status)), 1);
        QCOMPARE(acme.total.paused, 1);
    }

    void onlyWhatMatchesAppears()
    {
        const Fleet fleet = Test::fleet(u"1 a group=acme\n2 b project=acme/x/y\n3 c group=other");
        QCOMPARE(written(placeTree(fleet, {0, 1, 0})), lines("_ acme 0/1\n_  x 0/1\nP   y 1/1"));
        QVERIFY(treeOf(Fleet()).nodes.empty());
        QVERIFY(treeOf(Fleet()).top().empty());
    }

    void namesAreThoseOfTheOwners()
    {
        const Fleet fleet =
            ownedBy({owner(OwnerKind::Project, QStringLiteral("acme/pay/api"), "API", "Acme / Pay / API"),
                owner(OwnerKind::Group, QStringLiteral("acme"), "Acme Inc.", "Acme Inc."),
                owner(OwnerKind::Project, QStringLiteral("acme/pay/web"), "Web / UI", "Acme / Pay / Web / UI"),
                owner(OwnerKind::Project, QStringLiteral("other/thing"))});
        const PlaceTree tree = treeOf(fleet);
        QCOMPARE(written(tree),
            lines("G Acme Inc. 1/3\n_  Pay 0/2\nP   API 1/1\nP   Web / UI 1/1\n_ other 0/1\nP  thing 1/1"));
    }

    void pagesAreThoseOfTheOwners()
    {
        Owner group = owner(OwnerKind::Group, QStringLiteral("acme/pay"));
        group.webUrl = QStringLiteral("https://git.example.com/groups/acme/pay");
        const PlaceTree tree = treeOf(ownedBy({group}));
        QCOMPARE(tree.nodes[0].webUrl, QString());
        QCOMPARE(tree.nodes[1].webUrl, group.webUrl);
    }

    void hostileOwners_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << ""
                               << "? Owner not readable 1/1";
        QTest::newRow("slashes") << "///"
                                 << "? Owner not readable 1/1";
        QTest::newRow("doubled") << "/a//b/"
                                 << "_ a 0/1\nP  b 1/1";
        QTest::newRow("blank") << "a/ "
                               << "_ a 0/1\nP    1/1";
        QTest::newRow("line break") << "a\nb/c"
                                    << "_ a b 0/1\nP  c 1/1";
        const QString endless = QStringLiteral("a/").repeated(100000);
        QTest::newRow("endless") << endless << QStringLiteral("P %1 1/1").arg(endless);
    }

    void hostileOwners()
    {
        QFETCH(QString, path);
        QFETCH(QString, expected);
        const PlaceTree tree = treeOf(ownedBy({owner(OwnerKind::Project, path)}));
        QVERIFY(written(tree) == expected.split(u'\n'));
        QVERIFY(isWellFormed(tree));
    }

    void aProjectWithThePathOfAGroupIsAnother()
    {
        const PlaceTree tree = treeOf(ownedBy({owner(OwnerKind::Project, QStringLiteral("acme/x")),
            owner(OwnerKind::Group, QStringLiteral("acme/x")), owner(OwnerKind::Project, QStringLiteral("acme/x/y"))}));
        QCOMPARE(written(tree), lines("_ acme 0/3\nG  x 1/2\nP   y 1/1\nP  x 1/1"));
    }

    void theSameWhateverTheOrderOfRows()
    {
        std::mt19937 random(4);
        Fleet fleet = Test::randomFleet(random, 500);
        const PlaceTree before = treeOf(fleet);
        QVERIFY(isWellFormed(before));
        std::ranges::reverse(fleet.rows);
        QCOMPARE(written(treeOf(fleet)), written(before));
    }

    void hasNoMoreNodesThanThereAreSteps()
    {
        std::vector<Owner> owners;
        for (int i = 0; i < 20000; ++i)
            owners.push_back(owner(OwnerKind::Project, QStringLiteral("top/team-%1/project-%2").arg(i % 500).arg(i)));
        const PlaceTree tree = treeOf(ownedBy(owners));
        QCOMPARE(tree.nodes.size(), std::size_t(1 + 500 + 20000));
        QCOMPARE(tree.nodes.front().total.total, 20000);
        QVERIFY(isWellFormed(tree));
    }
};

QTEST_GUILESS_MAIN(TestPlaceTree)
#include "tst_placetree.moc"
