// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/options.h"

#include <QTest>

using namespace Runnerscope;

class TestOptions : public QObject
{
    Q_OBJECT

    static std::variant<WindowOptions, TextAsked, WrongUsage> read(const QString &words)
    {
        return readWindowOptions(QStringLiteral("runnerscope %1").arg(words).split(u' ', Qt::SkipEmptyParts));
    }

private slots:
    void understands()
    {
        const auto options = std::get<WindowOptions>(
            read(QStringLiteral("--demo --picture out.png --size 1024x700 --theme dark --panel")));
        QVERIFY(options.demo && options.panel);
        QCOMPARE(options.picture, QStringLiteral("out.png"));
        QCOMPARE(options.size, std::optional(QSize(1024, 700)));
        QCOMPARE(options.appearance, QStringLiteral("dark"));
        QVERIFY(!std::get<WindowOptions>(read({})).demo);
        QCOMPARE(std::get<WindowOptions>(read(QStringLiteral("--instance acme"))).instance, QStringLiteral("acme"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("names"); // what the sentence must name
        QTest::newRow("unknown option") << "--frobnicate"
                                        << "frobnicate";
        QTest::newRow("no filter") << "shape:round"
                                   << "shape";
        QTest::newRow("size") << "--size big"
                              << "--size";
        QTest::newRow("size that no picture can have") << "--size 99999x99999"
                                                       << "--size";
        QTest::newRow("theme") << "--theme pink"
                               << "--theme";
        QTest::newRow("two fleets") << "--demo --instance acme"
                                    << "--instance";
        QTest::newRow("missing value") << "--picture"
                                       << "picture";
    }

    void refuses()
    {
        QFETCH(QString, words);
        QFETCH(QString, names);
        const auto wrong = std::get<WrongUsage>(read(words));
        QVERIFY2(wrong.sentence.contains(names), qUtf8Printable(wrong.sentence));
    }

    void aFilterMayBeGiven()
    {
        const auto options = std::get<WindowOptions>(read(QStringLiteral("--demo status:stale tag:docker")));
        QCOMPARE(options.filter, QStringLiteral("status:stale tag:docker"));
        QVERIFY(std::get<WindowOptions>(read(QStringLiteral("--demo"))).filter.isEmpty());
    }

    void helpNamesEveryOption()
    {
        const QString help = std::get<TextAsked>(read(QStringLiteral("--help"))).text;
        for (const char *option :
            {"--demo", "--instance", "--picture", "--size", "--theme", "--panel", "GITLAB_HOST", "GITLAB_TOKEN"})
            QVERIFY2(help.contains(QLatin1String(option)), option);
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
