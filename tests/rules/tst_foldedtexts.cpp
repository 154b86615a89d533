// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/foldedtexts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Runnerscope;

namespace {

/// Few letters, so that words overlap themselves and stand in many texts.
QString randomText(QRandomGenerator &random, int longest)
{
    QString text;
    for (int i = random.bounded(longest + 1); i > 0; --i)
        text += QChar(u'a' + static_cast<char16_t>(random.bounded(3)));
    return text;
}

std::string_view viewOf(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

std::vector<quint8> marked(const FoldedTexts &texts, const QString &word)
{
    std::vector<quint8> marks(texts.size());
    const QByteArray folded = foldedForSearch(word);
    texts.markContaining(viewOf(folded), marks);
    return marks;
}

} // namespace

class FoldedTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void findsAWordWhereverItStands();
    void findsNothingAcrossTwoTexts();
    void foldsCaseAndLineEnds();
    void findsWhatASearchTextByTextFinds();
};

void FoldedTextsTest::findsAWordWhereverItStands()
{
    FoldedTexts texts;
    for (const char *text : {"build-1", "", "a build", "nothing", "build"}) {
        texts.add(QString::fromLatin1(text));
        texts.endEntry();
    }
    QCOMPARE(marked(texts, QStringLiteral("build")), (std::vector<quint8>{1, 0, 1, 0, 1}));
    QCOMPARE(marked(texts, QStringLiteral("g")), (std::vector<quint8>{0, 0, 0, 1, 0}));
    QCOMPARE(marked(texts, QString()), (std::vector<quint8>{1, 1, 1, 1, 1}));
    QCOMPARE(marked(texts, QStringLiteral("build-1 and more than the texts hold")), std::vector<quint8>(5));
    QCOMPARE(marked(FoldedTexts(), QStringLiteral("build")), std::vector<quint8>());
}

void FoldedTextsTest::findsNothingAcrossTwoTexts()
{
    FoldedTexts texts;
    texts.add(QStringLiteral("one"));
    texts.add(QStringLiteral("two"));
    texts.endEntry();
    texts.add(QStringLiteral("three"));
    texts.endEntry();
    QCOMPARE(marked(texts, QStringLiteral("two")), (std::vector<quint8>{1, 0}));
    QCOMPARE(marked(texts, QStringLiteral("onetwo")), (std::vector<quint8>{0, 0}));
    QCOMPARE(marked(texts, QStringLiteral("twothree")), (std::vector<quint8>{0, 0}));
}

void FoldedTextsTest::foldsCaseAndLineEnds()
{
    FoldedTexts texts;
    texts.add(QStringLiteral("Two\nLines"));
    texts.endEntry();
    texts.add(QString::fromUtf8("STRA\u1e9eE"));
    texts.endEntry();
    QCOMPARE(marked(texts, QStringLiteral("two LINES")), (std::vector<quint8>{1, 0}));
    QCOMPARE(marked(texts, QString::fromUtf8("stra\u00dfe")), (std::vector<quint8>{0, 1}));
}

void FoldedTextsTest::findsWhatASearchTextByTextFinds()
{
    QRandomGenerator random(2026);
    for (int round = 0; round < 2000; ++round) {
        FoldedTexts texts;
        QStringList all;
        for (int count = random.bounded(40); count > 0; --count) {
            all += randomText(random, 12);
            texts.add(all.back());
            texts.endEntry();
        }
        const QString word = randomText(random, 5);
        std::vector<quint8> expected;
        for (const QString &text : all)
            expected.push_back(text.contains(word) ? 1 : 0);
        QVERIFY2(marked(texts, word) == expected, qPrintable(word + u" in " + all.join(u' ')));
    }
}

QTEST_GUILESS_MAIN(FoldedTextsTest)
#include "tst_foldedtexts.moc"
