// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storelocation.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Runnerscope;

namespace {

/// A folder for data of its own, while it lives.
class HomeForData
{
public:
    HomeForData() { qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.path())); }
    ~HomeForData()
    {
        if (m_before.isNull())
            qunsetenv("XDG_DATA_HOME");
        else
            qputenv("XDG_DATA_HOME", m_before);
    }
    Q_DISABLE_COPY_MOVE(HomeForData)

private:
    QTemporaryDir m_folder;
    QByteArray m_before = qgetenv("XDG_DATA_HOME");
};

/// A file in the folder of the stores, as if it had been written some minutes ago; its path.
QString made(const QString &name, int minutesAgo)
{
    const QString path = storeFolder() + u'/' + name;
    QFile file(path);
    if (!makePrivateFolder(storeFolder()) || !file.open(QIODevice::WriteOnly) || file.write("x") != 1)
        return {};
    file.flush();
    file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo), QFileDevice::FileModificationTime);
    return path;
}

} // namespace

class TestStoreLocation : public QObject
{
    Q_OBJECT

private slots:
    void anyTextGivesASafeName()
    {
        const QStringList texts{QString(), QStringLiteral("."), QStringLiteral(".."),
            QStringLiteral("../../etc/passwd"), QStringLiteral("a/b"), QStringLiteral("a\\b"), QStringLiteral("CON"),
            QStringLiteral("con"), QStringLiteral("-rf"), QString(QChar(u'\0')), QString(QChar(0xd800)),
            QString(5000, u'x'), QStringLiteral("https://git.example.com:8443/gitlab"), QStringLiteral("\u4e2d\u6587"),
            QStringLiteral("a b")};
        static const QRegularExpression safe(QStringLiteral("^[a-z0-9_][a-z0-9._-]{1,200}\\.sqlite$"));
        QSet<QString> names;
        for (const QString &instance : texts) {
            for (const QString &user : texts) {
                const QString name = storeFileName(instance, user);
                QVERIFY2(safe.match(name).hasMatch(), qUtf8Printable(name));
                names.insert(name);
            }
        }
        QCOMPARE(names.size(), texts.size() * texts.size());
        QVERIFY(storeFileName(QStringLiteral("ab"), QStringLiteral("c"))
            != storeFileName(QStringLiteral("a"), QStringLiteral("bc")));
    }

    void namesAreTheSameInEveryRun()
    {
        QCOMPARE(storeFileName(QStringLiteral("git.example.com"), QStringLiteral("Anna")),
            QStringLiteral("git.example.com_anna_25cee1a7ea5d9f10.sqlite"));
    }

    void foldersAreForTheirUserOnly()
    {
        const QTemporaryDir base;
        const QString folder = base.filePath(QStringLiteral("a/b"));
        QVERIFY(makePrivateFolder(folder));
        const QFile::Permissions others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(folder).permissions() & others));
        QVERIFY(QFile::setPermissions(folder, QFileInfo(folder).permissions() | others));
        QVERIFY(makePrivateFolder(folder)); // taken back
        QVERIFY(!(QFileInfo(folder).permissions() & others));
    }

    void theNewestFileOfAnInstanceIsFound()
    {
        const HomeForData home;
        QVERIFY(newestStoreFile(QStringLiteral("key")).isEmpty());
        const QString anna = made(storeFileName(QStringLiteral("key"), QStringLiteral("anna")), 3);
        const QString ben = made(storeFileName(QStringLiteral("key"), QStringLiteral("ben")), 2);
        made(storeFileName(QStringLiteral("key-2"), QStringLiteral("anna")), 1);
        QCOMPARE(newestStoreFile(QStringLiteral("key")), ben);
        made(QFileInfo(anna).fileName() + QStringLiteral("-wal"), 1); // what was written is not in the file yet
        QCOMPARE(newestStoreFile(QStringLiteral("key")), anna);
    }

    void removedStoresTakeAllAlongThatIsTheirs()
    {
        const HomeForData home;
        const QString anna = made(storeFileName(QStringLiteral("key"), QStringLiteral("anna")), 1);
        for (const auto &part : {QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral(".damaged-20260325"),
                 QStringLiteral(".damaged-20260325-wal")})
            made(QFileInfo(anna).fileName() + part, 1);
        made(storeFileName(QStringLiteral("key"), {}), 1);
        const QString other = made(storeFileName(QStringLiteral("key-2"), QStringLiteral("anna")), 1);
        QCOMPARE(removeStoreFiles(QStringLiteral("key")), QStringList());
        QCOMPARE(QDir(storeFolder()).entryList(QDir::Files), QStringList(QFileInfo(other).fileName()));
    }

    void storesInUseStayAndAreNamed()
    {
        const HomeForData home;
        const QString anna = made(storeFileName(QStringLiteral("key"), QStringLiteral("anna")), 1);
        const QString ben = made(storeFileName(QStringLiteral("key"), QStringLiteral("ben")), 1);
        QLockFile writer(anna + QStringLiteral(".lock"));
        QVERIFY(writer.lock());
        QCOMPARE(removeStoreFiles(QStringLiteral("key")), QStringList(QDir::toNativeSeparators(anna)));
        QVERIFY(QFileInfo::exists(anna));
        QVERIFY(!QFileInfo::exists(ben));
        writer.unlock();
        QCOMPARE(removeStoreFiles(QStringLiteral("key")), QStringList());
        QVERIFY(QDir(storeFolder()).isEmpty());
    }

    void aFileIsNoFolder()
    {
        const QTemporaryDir base;
        QVERIFY(makePrivateFile(base.filePath(QStringLiteral("f"))));
        QVERIFY(!makePrivateFolder(base.filePath(QStringLiteral("f/g"))));
        QVERIFY(!makePrivateFolder(base.filePath(QStringLiteral("f"))));
    }
};

QTEST_GUILESS_MAIN(TestStoreLocation)
#include "tst_storelocation.moc"
