// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulator.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Runnerscope;

namespace {

struct Ended
{
    int code = -1;
    QString out;
    QString err;
};

/// The folder for settings and data of the programs that are run.
const QTemporaryDir &home()
{
    static const QTemporaryDir folder;
    return folder;
}

Ended run(const QStringList &arguments, const QString &host = {}, const QByteArray &token = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(folder), home().path());
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    environment.insert(QStringLiteral("GITLAB_HOST"), host);
    environment.insert(QStringLiteral("GITLAB_TOKEN"), QString::fromUtf8(token));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(RUNNERSCOPE_PATH), arguments);
    process.waitForFinished(60000);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

/// The program as a process.
class TestRunnerscope : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

private slots:
    void picturesTheDemoWithoutADisplay()
    {
        const Ended ended = run({QStringLiteral("--picture"), file("demo.png"), QStringLiteral("--size"),
            QStringLiteral("1024x700"), QStringLiteral("--panel")});
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.out.startsWith(QStringLiteral("Demo fleet")));
        QVERIFY(ended.out.contains(file("demo.png")));
        QCOMPARE(QImage(file("demo.png")).size(), QSize(1024, 700));
    }

    void picturesAGitLab()
    {
        const Test::Simulator simulator({QStringLiteral("--runners"), QStringLiteral("230")});
        const Ended ended = run({QStringLiteral("--picture"), file("gitlab.png")}, simulator.url(), simulator.token());
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.out.contains(QStringLiteral("230")), qUtf8Printable(ended.out));
        QVERIFY(!QImage(file("gitlab.png")).isNull());
    }

    void saysWhyAGitLabCannotBeRead()
    {
        const Test::Simulator simulator({QStringLiteral("--runners"), QStringLiteral("1")});
        const Ended ended =
            run({QStringLiteral("--picture"), file("refused.png")}, simulator.url(), "glpat-simulator-expired");
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.err.contains(QStringLiteral("does not accept the token")), qUtf8Printable(ended.err));
        QVERIFY(!ended.err.contains(QStringLiteral("glpat")));
        QVERIFY(!QImage(file("refused.png")).isNull()); // with the message on it
    }

    void saysThatATokenIsMissing()
    {
        const Ended ended = run({QStringLiteral("--picture"), file("tokenless.png")}, QStringLiteral("gitlab.invalid"));
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.err.contains(QStringLiteral("GITLAB_TOKEN")), qUtf8Printable(ended.err));
        QVERIFY(ended.out.isEmpty()); // no figures of the demo in place of those asked for
    }

    void saysThatAnInstanceIsNotSaved()
    {
        const Ended ended = run(
            {QStringLiteral("--instance"), QStringLiteral("acme"), QStringLiteral("--picture"), file("unsaved.png")});
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.err.contains(QStringLiteral("acme")), qUtf8Printable(ended.err));
        QVERIFY(ended.out.isEmpty());
    }

    void saysThatATokenIsNotAtHand()
    {
        QVERIFY(QDir(home().path()).mkpath(QStringLiteral("Runnerscope")));
        QFile file(home().filePath(QStringLiteral("Runnerscope/instances.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[k1]\nname=acme\naddress=gitlab.invalid\n");
        file.close();
        const Ended ended = run({QStringLiteral("--picture"), this->file("locked.png")}); // the only saved one
        QVERIFY(file.remove());
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.err.contains(QStringLiteral("key store")), qUtf8Printable(ended.err));
        QVERIFY(ended.out.isEmpty());
    }

    void wrongUsage()
    {
        const Ended ended = run({QStringLiteral("--colour")});
        QCOMPARE(ended.code, 2);
        QVERIFY(ended.err.contains(QStringLiteral("colour")));
    }

    void unwritablePicture()
    {
        const Ended ended =
            run({QStringLiteral("--demo"), QStringLiteral("--picture"), QStringLiteral("/dev/null/no.png")});
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.err.contains(QStringLiteral("no.png")));
    }
};

QTEST_GUILESS_MAIN(TestRunnerscope)
#include "tst_runnerscope.moc"
