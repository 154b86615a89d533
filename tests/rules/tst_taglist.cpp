// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/similartags.h"
#include "models/rules/places/taglist.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

class TestTagList : public QObject
{
    Q_OBJECT

    static QStringList names(const std::vector<TagRow> &tags)
    {
        QStringList result;
        for (const TagRow &tag : tags)
            result.append(tag.tag);
        return result;
    }

private slots:
    void tagsAreCountedByWhoOffersThem()
    {
        const Fleet fleet = Test::fleet(u"1 a contact=1m tags=docker,linux\n2 b contact=1m paused tags=docker\n"
                                        u"3 c contact=30d tags=docker,Docker\n4 d contact=1m tags=hidden");
        const auto tags = tagRows(fleet, {1, 1, 1, 0});
        QCOMPARE(
            names(tags), (QStringList{QStringLiteral("docker"), QStringLiteral("Docker"), QStringLiteral("linux")}));
        QCOMPARE(tags[0].runners, 3);
        QCOMPARE(tags[0].online, 2);
        QCOMPARE(tags[0].ready, 1);
        QCOMPARE(tags[0].stale, 1);
        QCOMPARE(tags[0].similar, QStringList{QStringLiteral("Docker")});
        QCOMPARE(tags[1].similar, QStringList{QStringLiteral("docker")});
        QVERIFY(tags[2].similar.isEmpty());
        QVERIFY(tagRows({}, {}).empty());
    }

    void similarTagsAreFound_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("similar");
        const auto row = [](const char *a, const char *b, bool similar) {
            QTest::newRow(qPrintable(QString::fromUtf8(a) + u'~' + QString::fromUtf8(b)))
                << QString::fromUtf8(a) << QString::fromUtf8(b) << similar;
        };
        row("docker", "Docker", true);
        row("docker", "dokcer", true);
        row("docker", "doker", true);
        row("docker", "dockers", true);
        row("docker", "dacker", true);
        row("docker", "dcoekr", false);
        row("gpu-large", "gpu_large", true);
        row("gpu-large", "gpularge", true);
        row("GPU Large", "gpu.large", true);
        row("linux-1", "linux-2", false);
        row("linux-1", "linux-12", false);
        row("v17.4", "v174", false);
        row("v17-4", "V17-4", true);
        row("arm64", "amd64", false); // two letters
        row("arm", "art", false); // too short
        row("ARM", "arm", true);
        row("büild", "BÜILD", true);
    }

    void similarTagsAreFound()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const auto alike = similarTags({a, QStringLiteral("else"), b});
        QTEST(!alike[0].empty() && alike[0].front() == 2, "similar");
        QCOMPARE(alike[0].empty(), alike[2].empty()); // each of the other
        QVERIFY(alike[1].empty());
    }

    void manyTagsTakeNoLongerThanTheirLetters()
    {
        QStringList tags;
        for (int i = 0; i < 20000; ++i)
            tags.append(QStringLiteral("%1-runner-of-team-%2").arg(i * 7919 % 100003, 6, 36).arg(i, 6, 26));
        tags.append(QString(1024, u'x'));
        tags.append(QString(1024, u'X'));
        const auto alike = similarTags(tags);
        QCOMPARE(alike[20000], std::vector<quint32>{20001});
    }

    void columnsSort()
    {
        auto tags = tagRows(Test::fleet(u"1 a contact=1m tags=b10,b9\n2 b tags=b9,c"), {1, 1});
        sortTags(tags, TagSortKey::Tag, Qt::AscendingOrder);
        QCOMPARE(names(tags), (QStringList{QStringLiteral("b9"), QStringLiteral("b10"), QStringLiteral("c")}));
        sortTags(tags, TagSortKey::Runners, Qt::AscendingOrder);
        QCOMPARE(names(tags), (QStringList{QStringLiteral("b10"), QStringLiteral("c"), QStringLiteral("b9")}));
        sortTags(tags, TagSortKey::Online, Qt::DescendingOrder);
        QCOMPARE(names(tags), (QStringList{QStringLiteral("b9"), QStringLiteral("b10"), QStringLiteral("c")}));
    }
};

QTEST_GUILESS_MAIN(TestTagList)
#include "tst_taglist.moc"
