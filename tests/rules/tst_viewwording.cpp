// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/viewwording.h"

#include <QSet>
#include <QTest>

using namespace Runnerscope;
using Kind = SavedViewTrouble::Kind;

namespace {

constexpr int lastKind = static_cast<int>(Kind::FileSame);

bool isOneHarmlessLine(const QString &text)
{
    return !text.contains(u'\n') && !text.contains(u'\u202e') && !text.contains(u'\u001b');
}

SavedViewTrouble fileTrouble(Kind kind, bool chosen)
{
    return {kind, {}, QStringLiteral("/home/views.json"), {}, chosen};
}

ViewImport imported(int added, int renamed, int refused)
{
    ViewImport result;
    result.added.resize(static_cast<std::size_t>(added));
    for (int i = 0; i < renamed; ++i)
        result.renamed.push_back({QStringLiteral("a"), QStringLiteral("a (2)")});
    result.refused.resize(static_cast<std::size_t>(refused));
    return result;
}

} // namespace

class TestViewWording : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasItsOwnSentenceAndARemedy()
    {
        QSet<QString> sentences;
        for (int kind = 0; kind <= lastKind; ++kind) {
            const SavedViewTrouble trouble{static_cast<Kind>(kind), QStringLiteral("a"), {}, {}, false};
            const ErrorWords words = explain(trouble);
            QVERIFY2(words.sentence.endsWith(u'.'), qUtf8Printable(words.sentence));
            QVERIFY2(words.remedy.endsWith(u'.'), qUtf8Printable(words.remedy));
            sentences.insert(words.sentence);
        }
        QCOMPARE(sentences.size(), lastKind); // writing to the file itself is a matter of chosen files
    }

    void filesAreNamed()
    {
        for (const Kind kind :
            {Kind::FileNewer, Kind::FileDamaged, Kind::FileForeign, Kind::FileTooLarge, Kind::FileUnwritable}) {
            QVERIFY(explain(fileTrouble(kind, false)).remedy.contains(QStringLiteral("/home/views.json")));
            QVERIFY(explain(fileTrouble(kind, true)).sentence.contains(QStringLiteral("/home/views.json")));
        }
    }

    void onlyTheKeptFileIsToBeMovedAway()
    {
        QVERIFY(explain(fileTrouble(Kind::FileNewer, false)).remedy.contains(QStringLiteral("move")));
        for (int kind = static_cast<int>(Kind::FileNewer); kind <= lastKind; ++kind)
            QVERIFY(!explain(fileTrouble(static_cast<Kind>(kind), true)).remedy.contains(QStringLiteral("move")));
    }

    void reasonsAreTold()
    {
        const SavedViewTrouble trouble{
            Kind::FilterUnusable, QStringLiteral("Mine"), {}, QStringLiteral("There is no field “moon”."), false};
        const QString sentence = explain(trouble).sentence;
        QVERIFY(sentence.contains(QStringLiteral("“Mine”")));
        QVERIFY(sentence.endsWith(trouble.detail));
    }

    void namesWithoutTextAreNotQuoted()
    {
        for (const Kind kind : {Kind::NameUnusable, Kind::FilterUnusable, Kind::EntryUnusable})
            QVERIFY(!explain({kind, {}, {}, {}, false}).sentence.contains(u'“'));
    }

    void strangersDecideNothing()
    {
        const QString hostile = QStringLiteral("%1<b>\n\u202eevil\u001b[0m%2") + QString(10000, u'x');
        for (int kind = 0; kind <= lastKind; ++kind) {
            for (const bool chosen : {false, true}) {
                const ErrorWords words = explain({static_cast<Kind>(kind), hostile, hostile, {}, chosen});
                QVERIFY2(isOneHarmlessLine(words.sentence + words.remedy), qUtf8Printable(words.sentence));
                if (static_cast<Kind>(kind) < Kind::FileNewer)
                    QVERIFY(words.sentence.size() < 300);
            }
        }
    }

    void importsAreCounted_data()
    {
        QTest::addColumn<int>("added");
        QTest::addColumn<int>("renamed");
        QTest::addColumn<int>("refused");
        QTest::addColumn<QString>("sentence");
        const auto row = [](int added, int renamed, int refused, const char *sentence) {
            QTest::newRow(sentence) << added << renamed << refused << QString::fromLatin1(sentence);
        };
        row(0, 0, 0, "No view was added.");
        row(0, 0, 1, "No view was added; 1 was refused.");
        row(1, 0, 0, "1 view was added.");
        row(1, 1, 0, "1 view was added, under another name.");
        row(3, 1, 2, "3 views were added, 1 of them under another name; 2 were refused.");
    }

    void importsAreCounted()
    {
        QFETCH(int, added);
        QFETCH(int, renamed);
        QFETCH(int, refused);
        QTEST(importSentence(imported(added, renamed, refused)), "sentence");
    }

    void importsAreToldOneByOne()
    {
        const ViewImport result = imported(3, 1, 2);
        const QStringList details = importDetails(result);
        QCOMPARE(details.size(), 3);
        QVERIFY(details[0].contains(QStringLiteral("“a” is saved as “a (2)”")));
        QVERIFY(details[1].contains(explain(result.refused[0]).remedy));
    }
};

QTEST_GUILESS_MAIN(TestViewWording)
#include "tst_viewwording.moc"
