// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/slipneighbours.h"
#include "models/rules/places/taglist.h"
#include "models/rules/places/typingslip.h"
#include "tests/support/fleettext.h"
#include "tests/support/randomfleet.h"

#include <QTest>

using namespace Runnerscope;

namespace {

/// A runner that offers these tags.
Fleet offering(const QStringList &tags)
{
    auto runner = std::make_shared<Runner>(Test::runner(u"1 a contact=1m"));
    runner->tags = tags;
    Fleet fleet;
    fleet.rows.push_back({runner, Test::now, RunnerStatus::Online});
    return fleet;
}

std::vector<TagUse> tagsOf(const Fleet &fleet)
{
    return tagList(fleet, maskOfAll(fleet.rows.size()));
}

QStringList alikeTo(const QString &tag, const std::vector<TagUse> &tags)
{
    QStringList alike;
    for (const quint32 other : std::ranges::find(tags, tag, &TagUse::tag)->alike)
        alike.append(tags[other].tag);
    return alike;
}

QString randomWord(std::size_t letters, std::mt19937 &random)
{
    QString word;
    while (word.size() < static_cast<qsizetype>(letters))
        word += QChar(static_cast<char16_t>(u'a' + Test::below(26, random)));
    return word;
}

} // namespace

class TestTagList : public QObject
{
    Q_OBJECT

private slots:
    void countsRunnersByStatus()
    {
        const Fleet fleet = Test::fleet(u"1 a contact=1m tags=linux,docker\n"
                                        u"2 b contact=5m tags=linux paused running\n"
                                        u"3 c contact=5h tags=linux\n"
                                        u"4 d contact=9d tags=linux,linux\n"
                                        u"5 e tags=linux created=1d");
        const std::vector<TagUse> tags = tagsOf(fleet);
        QCOMPARE(tags.size(), std::size_t(2));
        QCOMPARE(tags[0].tag, QStringLiteral("linux"));
        const FleetCounts &counts = tags[0].runners;
        QCOMPARE(counts.total, 5);
        QCOMPARE(counts.of(RunnerStatus::Online), 2);
        QCOMPARE(tags[0].ready, 1);
        QCOMPARE(counts.of(RunnerStatus::Offline), 1);
        QCOMPARE(counts.of(RunnerStatus::Stale), 1);
        QCOMPARE(counts.of(RunnerStatus::NeverContacted), 1);
        QCOMPARE(counts.paused, 1);
        QCOMPARE(counts.running, 1);
    }

    void ordersByRunnersThenNaturally()
    {
        const Fleet fleet =
            Test::fleet(u"1 a tags=node-10,node-9,Docker\n2 b tags=zeta,node-9\n3 c tags=docker,zeta\n4 d");
        QStringList order;
        for (const TagUse &use : tagsOf(fleet))
            order.append(use.tag);
        QCOMPARE(order.join(u' '), QStringLiteral("node-9 zeta Docker docker node-10"));
    }

    void countsOnlyWhatMatches()
    {
        const Fleet fleet = Test::fleet(u"1 a tags=linux,docker\n2 b tags=linux");
        const std::vector<TagUse> tags = tagList(fleet, {0, 1});
        QCOMPARE(tags.size(), std::size_t(1));
        QCOMPARE(tags[0].runners.total, 1);
        QVERIFY(tagsOf(Fleet()).empty());
    }

    void alike_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *a, const char *b, bool expected) {
            QTest::addRow("%s, %s", a, b) << QString::fromUtf8(a) << QString::fromUtf8(b) << expected;
        };
        row("docker", "Docker", true);
        row("docker", "dokcer", true);
        row("Docker", "dokcer", true);
        row("docker", "dcker", true);
        row("docker", "dockers", true);
        row("docker", "docket", true);
        row("docker", "dockre", true);
        row("docker", "odcekr", false); // two slips
        row("docker", "docker-machine", false);
        row("linux-amd64", "linux_AMD64", true);
        row("linux-amd64", "linuxamd64", true);
        row("linux amd64", "linux.amd64", true);
        row("linux-1", "linux-2", false);
        row("linux-1", "linux1", true);
        row("linux-1", "linux", false);
        row("linux-1", "linux-11", false);
        row("linux-12", "linux-21", false);
        row("linux-1", "linxu-1", true);
        row("linux-1", "linxu-2", false);
        row("v17", "v18", false);
        row("v1.12", "v11.2", false);
        row("node-3.11", "node-311", false);
        row("node-3.11", "node-3_11", true);
        row("x86_64", "x86-64", true);
        row("arm-v7l", "armv7l", true);
        row("gpu", "cpu", false); // too short for a slip
        row("gpu", "GPU", true);
        row("a-b", "A_B", true);
        row("prod", "pord", true);
        row("größe", "GRÖßE", true);
        row("gro\u0308ße", "größe", true); // two ways to write ö
        row("größe", "grüße", true);
        row("build\U0001F680", "build", true); // one letter, though two units
        row("build\U0001F680\U0001F680", "build", false);
        row("-", "_", false);
        row("", "-", false);
        row("", " ", false);
        row("a\nb-c", "a\nb_c", true);
    }

    void alike()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, expected);
        const std::vector<TagUse> tags = tagsOf(offering({a, b, QStringLiteral("something else")}));
        QCOMPARE(alikeTo(a, tags), expected ? QStringList{b} : QStringList());
        QCOMPARE(alikeTo(b, tags), expected ? QStringList{a} : QStringList());
    }

    void alikeAcrossFoldsAndSlips()
    {
        const std::vector<TagUse> tags =
            tagsOf(offering({QStringLiteral("docker"), QStringLiteral("Docker"), QStringLiteral("DOKCER"), QString()}));
        for (const char *tag : {"docker", "Docker", "DOKCER"})
            QCOMPARE(alikeTo(QLatin1String(tag), tags).size(), 2);
    }

    void longTagsAreAlikeByFoldingOnly()
    {
        const QString text(1024, u'x');
        const std::vector<TagUse> tags = tagsOf(offering({text, text.toUpper(), text + u'y'}));
        QCOMPARE(alikeTo(text, tags), QStringList{text.toUpper()});
        QCOMPARE(alikeTo(text + u'y', tags), QStringList());
    }

    /// Against each text compared with each, by the letter.
    void findsWhatComparingEachWithEachFinds()
    {
        std::mt19937 random(11);
        QStringList texts;
        for (int i = 0; i < 400; ++i)
            texts.append(randomWord(4 + Test::below(3, random), random).replace(u'q', u'1').replace(u'z', u'2'));
        for (int i = 0; i < 400; ++i) { // slips of these
            QString text = texts[static_cast<qsizetype>(Test::below(400, random))];
            const auto at = static_cast<qsizetype>(Test::below(static_cast<std::size_t>(text.size()), random));
            text = Test::oneIn(2, random) ? text.remove(at, 1) : text.insert(at, text[0]);
            texts.append(text);
        }
        texts.removeDuplicates();
        const SlipNeighbours slips(texts);
        for (qsizetype a = 0; a < texts.size(); ++a) {
            std::vector<quint32> expected;
            for (qsizetype b = 0; b < texts.size(); ++b) {
                if (texts[a].size() >= 4 && texts[b].size() >= 4
                    && oneSlipApart(texts[a].toStdU32String(), texts[b].toStdU32String()))
                    expected.push_back(static_cast<quint32>(b));
            }
            std::vector<quint32> found = slips.of(static_cast<std::size_t>(a));
            std::ranges::sort(found);
            QVERIFY2(found == expected, qUtf8Printable(texts[a]));
        }
    }

    void comparesFewTexts_data()
    {
        QTest::addColumn<QString>("start"); // of each text
        QTest::addColumn<int>("letters"); // random ones behind it
        QTest::addColumn<qint64>("most"); // comparisons for each text
        QTest::newRow("usual") << "" << 30 << qint64(1);
        QTest::newRow("a common start") << "registry-mirror-of-team-" << 6 << qint64(1);
        const qint64 bound = 30 * static_cast<qint64>(SlipNeighbours::mostCompared);
        QTest::newRow("all alike") << "registry-mirror-of-the-tea" << 3 << bound;
        QTest::newRow("too long") << QString(1000, u'x') << 24 << qint64(0);
    }

    void comparesFewTexts()
    {
        QFETCH(QString, start);
        QFETCH(int, letters);
        QFETCH(qint64, most);
        std::mt19937 random(3);
        QStringList tags;
        for (int i = 0; i < 20000; ++i)
            tags.append(start + randomWord(static_cast<std::size_t>(letters), random));
        tags.removeDuplicates();
        const SlipNeighbours slips(tags);
        QVERIFY2(slips.comparisons() <= most * tags.size(), qPrintable(QString::number(slips.comparisons())));
    }

    void manySpellingsOfOneTagAreBounded()
    {
        std::mt19937 random(5);
        QStringList tags;
        for (int i = 0; i < 5000; ++i) {
            QString tag = QStringLiteral("registry-mirror-of-payments");
            for (QChar &c : tag)
                c = Test::oneIn(2, random) ? c.toUpper() : c;
            tags.append(tag);
        }
        tags.removeDuplicates();
        for (const TagUse &use : tagsOf(offering(tags)))
            QCOMPARE(use.alike.size(), TagUse::mostAlike);
    }

    void eachTagOnce()
    {
        std::mt19937 random(9);
        const Fleet fleet = Test::randomFleet(random, 2000);
        const std::vector<TagUse> tags = tagsOf(fleet);
        for (const TagUse &use : tags) {
            qint64 offered = 0;
            for (const FleetRow &row : fleet.rows)
                offered += row.runner->tags.contains(use.tag) ? 1 : 0;
            QCOMPARE(use.runners.total, offered);
        }
        QCOMPARE(alikeTo(QStringLiteral("docker"), tags), QStringList{QStringLiteral("Docker")});
    }
};

QTEST_GUILESS_MAIN(TestTagList)
#include "tst_taglist.moc"
