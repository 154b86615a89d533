// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/instancesverb.h"
#include "app/secrets/sessionsecrets.h"
#include "app/store/storelocation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Runnerscope;
using namespace Runnerscope::Cli;

namespace {

/// A store that has trouble.
class BadStore : public SecretStore
{
public:
    SecretTrouble::Kind kind = SecretTrouble::Kind::Unavailable;

    QFuture<SecretAnswer> read(const QString &) override { return QtFuture::makeReadyFuture(SecretAnswer(trouble())); }
    QFuture<SecretOutcome> write(const QString &, const Secret &) override
    {
        return QtFuture::makeReadyFuture(SecretOutcome(trouble()));
    }
    QFuture<SecretOutcome> remove(const QString &) override
    {
        return QtFuture::makeReadyFuture(SecretOutcome(trouble()));
    }

private:
    SecretTrouble trouble() const { return {kind, {}}; }
};

Request addition(const char *name, const char *address = "git.example.com")
{
    Request request;
    request.verb = Verb::AddInstance;
    request.instance = QString::fromUtf8(name);
    request.address = QString::fromUtf8(address);
    return request;
}

Request named(Verb verb, const char *name)
{
    Request request;
    request.verb = verb;
    request.instance = QString::fromUtf8(name);
    return request;
}

} // namespace

class TestInstancesVerb : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->path()));
        m_saved = std::make_unique<SavedInstances>(m_folder->filePath(QStringLiteral("instances.ini")));
        m_secrets = std::make_unique<SessionSecrets>();
    }

    void cleanup()
    {
        qunsetenv("GITLAB_TOKEN");
        qunsetenv("XDG_DATA_HOME");
    }

    void addedInstancesAreSavedWithTheirToken()
    {
        Request request = addition("work", "https://git.example.com/gitlab");
        request.token = Secret("glpat-sesame");
        request.production = true;
        request.readOnly = false;
        request.transport.proxyMode = ProxyMode::Given;
        request.transport.proxy = QStringLiteral("http://proxy:3128");
        request.refresh.walkMinutes = 120;
        const Outcome outcome = run(request);
        QVERIFY2(outcome.code == ExitCode::Done, qUtf8Printable(outcome.complaint));
        QVERIFY(!outcome.output.contains(QStringLiteral("sesame")));
        const InstanceProfile profile = *m_saved->list().find(QStringLiteral("work"));
        QCOMPARE(profile.address, QStringLiteral("https://git.example.com/gitlab"));
        QVERIFY(profile.production);
        QVERIFY(!profile.readOnly);
        QVERIFY(profile.proxyMode == ProxyMode::Given);
        QCOMPARE(profile.proxy, QStringLiteral("http://proxy:3128"));
        QCOMPARE(profile.refresh.walkMinutes, 120);
        QCOMPARE(tokenOf("work"), QByteArray("glpat-sesame"));
    }

    void theEnvironmentGivesATokenToo()
    {
        qputenv("GITLAB_TOKEN", "glpat-env");
        QVERIFY(run(addition("work")).code == ExitCode::Done);
        QCOMPARE(tokenOf("work"), QByteArray("glpat-env"));
        Request request = named(Verb::SetToken, "WORK");
        request.token = Secret("glpat-new");
        QVERIFY(run(request).code == ExitCode::Done);
        QCOMPARE(tokenOf("work"), QByteArray("glpat-new"));
    }

    void withoutATokenThatIsSaid()
    {
        const Outcome outcome = run(addition("work"));
        QVERIFY(outcome.code == ExitCode::Done);
        QVERIFY(outcome.output.contains(QStringLiteral("without a token")));
        QVERIFY(run(named(Verb::SetToken, "work")).code == ExitCode::WrongUsage);
    }

    void withoutAKeyStoreTheProfileIsSavedAndThatIsSaid()
    {
        BadStore bad;
        Request request = addition("work");
        request.token = Secret("glpat-sesame");
        const Outcome outcome = runInstances(request, *m_saved, bad);
        QVERIFY(outcome.code == ExitCode::ChangeFailed);
        QVERIFY(outcome.complaint.contains(QStringLiteral("saved without its token")));
        QVERIFY(!outcome.complaint.contains(QStringLiteral("sesame")));
        QVERIFY(m_saved->list().find(QStringLiteral("work")));
    }

    void whatCouldNeverBeUsedIsNotSaved_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("proxy");
        QTest::addColumn<QString>("caFile");
        QTest::addColumn<QString>("word");
        QTest::newRow("address") << "ftp://x" << QString() << QString() << "not the address";
        QTest::newRow("insecure") << "http://git.example.com" << QString() << QString() << "Plain http";
        QTest::newRow("token in the address")
            << "https://x:glpat-sesame@git.example.com" << QString() << QString() << "not the address";
        QTest::newRow("proxy") << "git.example.com"
                               << "nonsense" << QString() << "proxy";
        QTest::newRow("password of a proxy") << "git.example.com"
                                             << "http://u:sesame@p:1" << QString() << "password";
        QTest::newRow("CA file") << "git.example.com" << QString() << "/nonexistent/ca.pem"
                                 << "/nonexistent/ca.pem";
    }

    void whatCouldNeverBeUsedIsNotSaved()
    {
        QFETCH(QString, address);
        QFETCH(QString, proxy);
        QFETCH(QString, caFile);
        QFETCH(QString, word);
        Request request = addition("work");
        request.address = address;
        request.transport.caFile = caFile;
        if (!proxy.isEmpty()) {
            request.transport.proxyMode = ProxyMode::Given;
            request.transport.proxy = proxy;
        }
        const Outcome outcome = run(request);
        QVERIFY(outcome.code == ExitCode::WrongUsage);
        QVERIFY2(outcome.complaint.contains(word), qUtf8Printable(outcome.complaint));
        QVERIFY(!outcome.complaint.contains(QStringLiteral("sesame")));
        QVERIFY(m_saved->list().profiles.empty());
    }

    void takenNamesAreSaid()
    {
        QVERIFY(run(addition("work")).code == ExitCode::Done);
        const Outcome outcome = run(addition("Work"));
        QVERIFY(outcome.code == ExitCode::WrongUsage);
        QVERIFY(outcome.complaint.contains(QStringLiteral("already")));
    }

    void removedInstancesTakeTheirTokenAlong()
    {
        qputenv("GITLAB_TOKEN", "glpat-env");
        QVERIFY(run(addition("work")).code == ExitCode::Done);
        const QString key = m_saved->list().find(QStringLiteral("work"))->key;
        const Outcome outcome = run(named(Verb::RemoveInstance, "work"));
        QVERIFY(outcome.code == ExitCode::Done);
        QVERIFY(outcome.output.contains(QStringLiteral("until it is revoked")));
        QVERIFY(m_saved->list().profiles.empty());
        QVERIFY(!m_secrets->has(key));
        QVERIFY(run(named(Verb::RemoveInstance, "work")).code == ExitCode::No);
    }

    void removedInstancesTakeTheirFleetAlong()
    {
        QVERIFY(run(addition("work")).code == ExitCode::Done);
        QVERIFY(run(addition("home")).code == ExitCode::Done);
        const QString kept = fileOf("work");
        const QString other = fileOf("home");
        const Outcome outcome = run(named(Verb::RemoveInstance, "work"));
        QVERIFY2(outcome.code == ExitCode::Done, qUtf8Printable(outcome.complaint));
        QVERIFY(outcome.output.contains(QStringLiteral("its fleet")));
        QVERIFY(!QFile::exists(kept));
        QVERIFY(QFile::exists(other));
    }

    void fleetsInUseStayAndThatIsSaid()
    {
        QVERIFY(run(addition("work")).code == ExitCode::Done);
        const QString kept = fileOf("work");
        QLockFile writer(kept + QStringLiteral(".lock"));
        QVERIFY(writer.lock());
        const Outcome outcome = run(named(Verb::RemoveInstance, "work"));
        QVERIFY(outcome.code == ExitCode::ChangeFailed);
        QVERIFY(outcome.output.contains(QStringLiteral("Removed “work” and its token")));
        QVERIFY2(outcome.complaint.contains(kept), qUtf8Printable(outcome.complaint));
        QVERIFY(QFile::exists(kept));
        QVERIFY(m_saved->list().profiles.empty());
    }

    void aLockedKeyStoreLeavesAllInPlace()
    {
        QVERIFY(run(addition("work")).code == ExitCode::Done);
        BadStore bad;
        bad.kind = SecretTrouble::Kind::Locked;
        const Outcome outcome = runInstances(named(Verb::RemoveInstance, "work"), *m_saved, bad);
        QVERIFY(outcome.code == ExitCode::ChangeFailed);
        QVERIFY(outcome.complaint.contains(QStringLiteral("Nothing was removed")));
        QVERIFY(m_saved->list().find(QStringLiteral("work")));
        bad.kind = SecretTrouble::Kind::Unavailable;
        QVERIFY(runInstances(named(Verb::RemoveInstance, "work"), *m_saved, bad).code == ExitCode::Done);
        QVERIFY(m_saved->list().profiles.empty());
    }

    void instancesAreListed()
    {
        Request list;
        list.verb = Verb::Instances;
        QVERIFY(run(list).output.contains(QStringLiteral("No instance is saved")));
        list.format = Format::Json;
        QCOMPARE(run(list).output.trimmed().remove(u'\n'), QStringLiteral("[]"));
        Request request = addition("work");
        request.production = true;
        run(request);
        run(addition("=home", "home.example.com"));
        const QJsonArray array = QJsonDocument::fromJson(run(list).output.toUtf8()).array();
        QCOMPARE(array.size(), 2);
        const QJsonObject expected{{QStringLiteral("name"), QStringLiteral("work")},
            {QStringLiteral("address"), QStringLiteral("git.example.com")}, {QStringLiteral("user"), QJsonValue::Null},
            {QStringLiteral("production"), true}, {QStringLiteral("readOnly"), true},
            {QStringLiteral("proxy"), QStringLiteral("system")}, {QStringLiteral("caFile"), QJsonValue::Null},
            {QStringLiteral("clientCertificate"), QJsonValue::Null}, {QStringLiteral("clientKey"), QJsonValue::Null},
            {QStringLiteral("requestsPerMinute"), 60}, {QStringLiteral("visibleSeconds"), 15},
            {QStringLiteral("newsSeconds"), 60}, {QStringLiteral("walkMinutes"), 30},
            {QStringLiteral("readBackRequests"), 200}};
        QCOMPARE(array.first().toObject(), expected);
        list.format = Format::Csv;
        QCOMPARE(run(list).output,
            QStringLiteral("name,address,user,production,readOnly,proxy,caFile,clientCertificate,clientKey,"
                           "requestsPerMinute,visibleSeconds,newsSeconds,walkMinutes,readBackRequests\r\n"
                           "work,git.example.com,,true,true,system,,,,60,15,60,30,200\r\n"
                           "'=home,home.example.com,,false,true,system,,,,60,15,60,30,200\r\n"));
        list.format = Format::Table;
        QVERIFY(run(list).output.contains(QStringLiteral("production")));
    }

private:
    Outcome run(const Request &request) { return runInstances(request, *m_saved, *m_secrets); }

    /// What is kept of a saved instance, by the look of it.
    QString fileOf(const char *name)
    {
        const QString key = m_saved->list().find(QString::fromUtf8(name))->key;
        const QString path = storeFolder() + u'/' + storeFileName(key, QStringLiteral("anna"));
        return makePrivateFolder(storeFolder()) && makePrivateFile(path) ? path : QString();
    }

    QByteArray tokenOf(const char *name)
    {
        const InstanceProfile *profile = nullptr;
        const auto list = m_saved->list();
        profile = list.find(QString::fromUtf8(name));
        const SecretAnswer answer = profile ? m_secrets->read(profile->key).result() : SecretAnswer(NoSecret{});
        const auto *secret = std::get_if<Secret>(&answer);
        return secret ? secret->reveal() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SavedInstances> m_saved;
    std::unique_ptr<SessionSecrets> m_secrets;
};

QTEST_GUILESS_MAIN(TestInstancesVerb)
#include "tst_instancesverb.moc"
