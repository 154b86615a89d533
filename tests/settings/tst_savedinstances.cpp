// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/savedinstances.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace Runnerscope;
using Kind = InstanceTrouble::Kind;

namespace {

InstanceProfile profile(const char *name, const char *address = "gitlab.example.com")
{
    InstanceProfile result;
    result.name = QString::fromUtf8(name);
    result.address = QString::fromUtf8(address);
    return result;
}

QStringList namesIn(const SavedInstances &saved)
{
    QStringList names;
    for (const InstanceProfile &entry : saved.list().profiles)
        names.append(entry.name);
    return names;
}

InstanceProfile added(SavedInstances &saved, const InstanceProfile &entry)
{
    const auto result = saved.add(entry);
    return std::holds_alternative<InstanceProfile>(result) ? std::get<InstanceProfile>(result) : InstanceProfile();
}

std::optional<Kind> kindOf(const std::variant<InstanceProfile, InstanceTrouble> &result)
{
    const auto *trouble = std::get_if<InstanceTrouble>(&result);
    return trouble ? std::optional(trouble->kind) : std::nullopt;
}

std::optional<Kind> kindOf(const std::optional<InstanceTrouble> &trouble)
{
    return trouble ? std::optional(trouble->kind) : std::nullopt;
}

/// Adds and removes entries of its own, as a program beside others would.
int addMany(const QString &file, const QString &prefix)
{
    SavedInstances saved(file);
    for (int i = 0; i < 10; ++i) {
        const InstanceProfile entry = added(saved, profile(qUtf8Printable(prefix + QString::number(i))));
        if (entry.key.isEmpty() || (i % 2 == 1 && saved.remove(entry.key)))
            return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}

} // namespace

class TestSavedInstances : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("new/instances.ini"));
    }

    void everyFieldComesBack()
    {
        SavedInstances saved(m_file);
        QVERIFY(saved.list().profiles.empty());
        InstanceProfile entry = profile("Übung, 1; [x] = %", "https://example.com/gitlab");
        entry.userName = QStringLiteral("anna");
        entry.caFile = QStringLiteral("/etc/ssl/a, b.pem");
        entry.clientCertificateFile = QStringLiteral("C:\\certs\\new.pem");
        entry.clientKeyFile = QStringLiteral("/k");
        entry.proxy = QStringLiteral("http://proxy:3128");
        entry.proxyMode = ProxyMode::Given;
        entry.refresh = {30, 20, 90, 120};
        entry.production = true;
        entry.readOnly = false;
        entry = added(saved, entry);
        QVERIFY(!entry.key.isEmpty());
        const auto list = SavedInstances(m_file).list();
        QCOMPARE(list.profiles.size(), 1U);
        QVERIFY(list.profiles.front() == entry);
        QVERIFY(list.troubles.empty());
    }

    void intervalsOutOfBoundsAreBroughtBack()
    {
        write("[one]\nname=One\naddress=one.example.com\nrequestsPerMinute=0\nvisibleSeconds=99999\n"
              "newsSeconds=often\nwalkMinutes=45\n");
        const auto list = SavedInstances(m_file).list();
        QCOMPARE(list.profiles.size(), 1U);
        const RefreshSettings expected{1, 3600, RefreshSettings().newsSeconds, 45};
        QVERIFY(list.profiles.front().refresh == expected);
    }

    void theOrderIsThatOfAdding()
    {
        SavedInstances saved(m_file);
        for (const char *name : {"b", "a", "c"})
            added(saved, profile(name));
        QCOMPARE(namesIn(saved), (QStringList{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
        QVERIFY(!saved.remove(saved.list().find(QStringLiteral("a"))->key));
        added(saved, profile("A"));
        QCOMPARE(namesIn(saved), (QStringList{QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("A")}));
    }

    void changesTouchTheirEntryOnly()
    {
        SavedInstances saved(m_file);
        InstanceProfile one = added(saved, profile("one"));
        const InstanceProfile two = added(saved, profile("two"));
        one.name = QStringLiteral("First");
        one.production = true;
        QVERIFY(!saved.update(one));
        QVERIFY(!saved.setUserName(one.key, QStringLiteral("anna")));
        one.userName = QStringLiteral("anna");
        const auto list = saved.list();
        QVERIFY(list.profiles[0] == one);
        QVERIFY(list.profiles[1] == two);
        QVERIFY(list.find(QStringLiteral("FIRST")));
    }

    void namesAreUsableAndUnique()
    {
        SavedInstances saved(m_file);
        const InstanceProfile one = added(saved, profile("one"));
        InstanceProfile two = added(saved, profile("two"));
        QVERIFY(kindOf(saved.add(profile("ONE"))) == Kind::NameTaken);
        QVERIFY(kindOf(saved.add(profile(""))) == Kind::NameUnusable);
        QVERIFY(kindOf(saved.add(profile(" x"))) == Kind::NameUnusable);
        QVERIFY(kindOf(saved.add(profile("a\nb"))) == Kind::NameUnusable);
        QVERIFY(kindOf(saved.add(profile(QByteArray(101, 'a').constData()))) == Kind::NameUnusable);
        two.name = QStringLiteral("One");
        QVERIFY(kindOf(saved.update(two)) == Kind::NameTaken);
        QCOMPARE(namesIn(saved), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    }

    void whatWasRemovedStaysSo()
    {
        SavedInstances saved(m_file);
        const InstanceProfile one = added(saved, profile("one"));
        QVERIFY(!saved.remove(one.key));
        QVERIFY(kindOf(saved.update(one)) == Kind::NotSaved);
        QVERIFY(kindOf(saved.setUserName(one.key, QStringLiteral("anna"))) == Kind::NotSaved);
        QVERIFY(kindOf(saved.remove(one.key)) == Kind::NotSaved);
        QVERIFY(kindOf(saved.remove({})) == Kind::NotSaved);
        QVERIFY(saved.list().profiles.empty());
    }

    void entriesThatAreNoneAreSaidAndKept()
    {
        write("[one]\nname=One\naddress=one.example.com\nposition=2\nfuture=kept\n"
              "[two]\nname=Two\naddress=http://insecure.example.com\n"
              "[three]\naddress=three.example.com\n"
              "[four]\nname=ONE\naddress=four.example.com\nposition=3\n"
              "[five]\nname=Five, by hand\naddress=five.example.com\nposition=1\nreadOnly=perhaps\nproduction=perhaps\n"
              "[six]\nname=Six\naddress=six.example.com\nproxyMode=magic\n"
              "[../seven]\nname=Seven\naddress=seven.example.com\n");
        SavedInstances saved(m_file);
        const auto list = saved.list();
        QCOMPARE(namesIn(saved), (QStringList{QStringLiteral("Five, by hand"), QStringLiteral("One")}));
        QVERIFY(list.profiles.front().readOnly);
        QVERIFY(list.profiles.front().production);
        QStringList left;
        for (const InstanceTrouble &trouble : list.troubles)
            left.append(trouble.name);
        left.sort();
        QCOMPARE(left.size(), 5);
        added(saved, profile("new"));
        QVERIFY(!saved.setUserName(QStringLiteral("one"), QStringLiteral("anna")));
        const QByteArray content = read();
        for (const char *kept : {"future=kept", "http://insecure.example.com", "three.example.com", "name=ONE",
                 "proxyMode=magic", "seven.example.com"})
            QVERIFY2(content.contains(kept), kept);
    }

    void damagedFilesAreNotWritten()
    {
        const QByteArray content = "[one]\nname=One\naddress=one.example.com\nthis is no setting\n[two\n";
        write(content);
        SavedInstances saved(m_file);
        QCOMPARE(namesIn(saved), QStringList{QStringLiteral("One")});
        QCOMPARE(saved.list().troubles.size(), 1U);
        QVERIFY(saved.list().troubles.front().kind == Kind::FileDamaged);
        QVERIFY(kindOf(saved.add(profile("two"))) == Kind::FileDamaged);
        QVERIFY(kindOf(saved.remove(QStringLiteral("one"))) == Kind::FileDamaged);
        QCOMPARE(read(), content);
    }

    void foldersThatCannotBeMadeAreSaid()
    {
        SavedInstances saved(QStringLiteral("/dev/null/instances.ini"));
        QVERIFY(kindOf(saved.add(profile("one"))) == Kind::FileUnusable);
        QVERIFY(saved.list().profiles.empty());
    }

    void twoProgramsLoseNothing()
    {
        std::vector<std::unique_ptr<QProcess>> programs;
        for (const char *prefix : {"a", "b", "c"}) {
            programs.push_back(std::make_unique<QProcess>());
            programs.back()->start(
                QCoreApplication::applicationFilePath(), {QStringLiteral("add"), m_file, QString::fromLatin1(prefix)});
        }
        for (const auto &program : programs) {
            QVERIFY(program->waitForFinished());
            QCOMPARE(program->exitCode(), EXIT_SUCCESS);
        }
        QStringList names = namesIn(SavedInstances(m_file));
        names.sort();
        QStringList expected;
        for (const char *prefix : {"a", "b", "c"}) {
            for (int i = 0; i < 10; i += 2)
                expected.append(QString::fromLatin1(prefix) + QString::number(i));
        }
        QCOMPARE(names, expected);
    }

private:
    void write(const QByteArray &content)
    {
        m_file = m_folder->filePath(QStringLiteral("instances.ini"));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QByteArray read() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "add") == 0)
        return addMany(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    TestSavedInstances test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_savedinstances.moc"
