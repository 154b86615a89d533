// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/errorwording.h"

#include <QSet>
#include <QTest>

using namespace Runnerscope;
using Kind = FetchError::Kind;

class TestErrorWording : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasItsOwnSentenceAndARemedy()
    {
        QSet<QString> sentences;
        int kinds = 0;
        for (int kind = 0; kind <= static_cast<int>(Kind::NothingCached); ++kind, ++kinds) {
            FetchError error;
            error.kind = static_cast<Kind>(kind);
            error.host = QStringLiteral("git.example.com");
            error.detail = QStringLiteral("why");
            const ErrorWords words = explain(error, Retry::ByItself);
            QVERIFY2(words.sentence.contains(error.host), qUtf8Printable(words.sentence));
            QVERIFY(words.sentence.endsWith(u'.') || words.sentence.endsWith(QStringLiteral("why")));
            QVERIFY(words.remedy.endsWith(u'.'));
            sentences.insert(words.sentence);
            error.detail.clear();
            QVERIFY(explain(error, Retry::Never).sentence.endsWith(u'.')); // nothing dangles without a detail
        }
        QCOMPARE(sentences.size(), kinds);
    }

    void waitsAreNamed()
    {
        FetchError error;
        error.kind = Kind::RateLimited;
        error.retryAfter = std::chrono::seconds(90);
        QCOMPARE(
            explain(error, Retry::ByItself).remedy, QStringLiteral("Trying again in 1 minute, as the server asks."));
        QCOMPARE(explain(error, Retry::Never).remedy, QStringLiteral("Try again in 1 minute, as the server asks."));
    }

    void commandsPromiseNoNextRefresh()
    {
        for (int kind = 0; kind <= static_cast<int>(Kind::NothingCached); ++kind) {
            FetchError error;
            error.kind = static_cast<Kind>(kind);
            QVERIFY(!explain(error, Retry::Never).remedy.contains(QStringLiteral("next refresh")));
        }
    }

    void serverTextStaysOnOneLine()
    {
        FetchError error;
        error.kind = Kind::RequestRefused;
        error.detail = QStringLiteral("a\nb\u001b[0m");
        QVERIFY(explain(error, Retry::ByItself).sentence.endsWith(QStringLiteral("a b [0m")));
    }

    void onlyWhatMayPassByItselfIsTransient()
    {
        for (const Kind kind :
            {Kind::ConnectionLost, Kind::TimedOut, Kind::RateLimited, Kind::ServerTrouble, Kind::SignInPage})
            QVERIFY(isTransient(kind));
        for (const Kind kind :
            {Kind::BadAddress, Kind::Unauthorized, Kind::Forbidden, Kind::TlsFailed, Kind::NotGitLab})
            QVERIFY(!isTransient(kind));
    }
};

QTEST_GUILESS_MAIN(TestErrorWording)
#include "tst_errorwording.moc"
