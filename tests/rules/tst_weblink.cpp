// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/weblink.h"

#include <QTest>

using namespace Runnerscope;

class TestWebLink : public QObject
{
    Q_OBJECT

private slots:
    void onlyPagesOfTheInstanceAreOpened_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("instance");
        QTest::addColumn<bool>("opened");
        const auto row = [](const char *text, const char *instance, bool opened) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(instance) << opened;
        };
        row("https://git.example.com/admin/runners/1", "https://git.example.com", true);
        row("https://git.example.com:443/x", "https://git.example.com", true);
        row("http://localhost:3000/gitlab/x", "http://localhost:3000/gitlab", true);
        row("https://GIT.example.com/x", "https://git.example.com", true);
        row("https://git.example.com:8443/x", "https://git.example.com", false);
        row("http://git.example.com/x", "https://git.example.com", false);
        row("https://evil.example.com/x", "https://git.example.com", false);
        row("https://git.example.com.evil.com/x", "https://git.example.com", false);
        row("https://git.example.com@evil.com/x", "https://git.example.com", false);
        row("https://user@git.example.com/x", "https://git.example.com", false);
        row("file:///etc/passwd", "https://git.example.com", false);
        row("javascript:alert(1)", "https://git.example.com", false);
        row("smb://git.example.com/x", "https://git.example.com", false);
        row("//git.example.com/x", "https://git.example.com", false);
        row("/admin/runners/1", "https://git.example.com", false);
        row("https://git.example.com/a b", "https://git.example.com", false);
        row("", "https://git.example.com", false);
        QTest::newRow("demo") << QStringLiteral("https://gitlab.example.com/x") << QString() << false;
    }

    void onlyPagesOfTheInstanceAreOpened()
    {
        QFETCH(QString, text);
        QFETCH(QString, instance);
        QTEST(webLink(text, instance).has_value(), "opened");
    }
};

QTEST_GUILESS_MAIN(TestWebLink)
#include "tst_weblink.moc"
