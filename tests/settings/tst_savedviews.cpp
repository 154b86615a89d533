// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/identity.h"
#include "app/settings/savedinstances.h"
#include "app/settings/savedviews.h"
#include "tests/support/ticks.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <memory>

using namespace Runnerscope;
using Kind = SavedViewTrouble::Kind;

namespace {

SavedView view(const QString &name, const QString &filter = QStringLiteral("is:paused"))
{
    return {{}, name, filter, {}};
}

QString added(SavedViews &saved, const QString &name)
{
    const auto result = saved.add(view(name));
    return std::holds_alternative<SavedView>(result) ? std::get<SavedView>(result).id : QString();
}

QString namesIn(const SavedViews &saved)
{
    QStringList names;
    for (const SavedViewEntry &entry : saved.list().entries)
        names += entry.view.name;
    return names.join(u' ');
}

std::optional<Kind> kindOf(const std::optional<SavedViewTrouble> &trouble)
{
    return trouble ? std::optional(trouble->kind) : std::nullopt;
}

template <typename Value>
std::optional<Kind> kindOf(const std::variant<Value, SavedViewTrouble> &result)
{
    const auto *trouble = std::get_if<SavedViewTrouble>(&result);
    return trouble ? std::optional(trouble->kind) : std::nullopt;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// Adds, renames, moves and removes views of its own, as a program beside others would.
int changeMany(const QString &file, const QString &prefix)
{
    SavedViews saved(file);
    for (int i = 0; i < 10; ++i) {
        const QString name = prefix + QString::number(i);
        const QString id = added(saved, name + u'x');
        if (id.isEmpty() || saved.rename(id, name) || saved.moveBy(id, -1) || (i % 2 == 1 && saved.remove(id)))
            return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}

} // namespace

class TestSavedViews : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = path("views.json");
    }

    void theFileIsBesideTheOtherSettings()
    {
        QStandardPaths::setTestModeEnabled(true);
        setIdentity();
        const QFileInfo file(SavedViews().file());
        QCOMPARE(file.fileName(), QStringLiteral("views.json"));
#ifdef Q_OS_LINUX
        QCOMPARE(file.path(), QFileInfo(SavedInstances().file()).path());
#endif
        QVERIFY(file.path().startsWith(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)));
    }

    void whatIsSavedIsThereNextTime()
    {
        m_file = path("new/folder/views.json");
        SavedViews saved(m_file);
        QVERIFY(saved.list().entries.empty() && !saved.list().trouble);
        SavedView wanted = view(QStringLiteral("  Silent   ones "), QStringLiteral("is:silent"));
        wanted.layout = QByteArray("\0\1", 2);
        const auto result = std::get<SavedView>(saved.add(wanted));
        const auto entries = SavedViews(m_file).list().entries;
        QCOMPARE(entries.size(), 1U);
        QVERIFY(entries.front().view == result);
        QCOMPARE(result.name, QStringLiteral("Silent ones"));
        QCOMPARE(result.layout, wanted.layout);
    }

    void viewsAreChanged()
    {
        SavedViews saved(m_file);
        const QString a = added(saved, QStringLiteral("A"));
        const QString b = added(saved, QStringLiteral("B"));
        QVERIFY(!saved.rename(a, QStringLiteral("Z")));
        QVERIFY(!saved.setFilter(a, QStringLiteral("tag:docker"), QByteArray("layout")));
        QVERIFY(!saved.moveBy(b, -1));
        QCOMPARE(namesIn(saved), QStringLiteral("B Z"));
        QVERIFY(!saved.remove(b));
        const SavedViewList list = saved.list();
        QVERIFY(list.entries.front().view
            == (SavedView{a, QStringLiteral("Z"), QStringLiteral("tag:docker"), QByteArray("layout")}));
        QVERIFY(kindOf(saved.remove(b)) == Kind::NotSaved);
    }

    void nothingIsWrittenWhereNothingChanges()
    {
        SavedViews saved(m_file);
        const QString id = added(saved, QStringLiteral("A"));
        const QByteArray byHand = contentOf(m_file).replace("\n", "\n\n");
        write(m_file, byHand);
        QVERIFY(!saved.moveBy(id, -5));
        QVERIFY(kindOf(saved.rename(id, {})) == Kind::NameUnusable);
        QCOMPARE(contentOf(m_file), byHand);
    }

    void filesThatAreNotUnderstoodStay_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        QTest::newRow("newer") << Test::ticks("{`format`:`runnerscope-views`,`version`:2,`views`:[]}")
                               << static_cast<int>(Kind::FileNewer);
        QTest::newRow("truncated") << Test::ticks("{`format`:`runnerscope-views`,`version`:1,`vie")
                                   << static_cast<int>(Kind::FileDamaged);
        QTest::newRow("nothing in it") << QByteArray() << static_cast<int>(Kind::FileDamaged);
        QTest::newRow("foreign") << Test::ticks("{`name`:`package`}") << static_cast<int>(Kind::FileForeign);
        QTest::newRow("huge") << QByteArray(5 * 1024 * 1024, '[') << static_cast<int>(Kind::FileTooLarge);
    }

    void filesThatAreNotUnderstoodStay()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, kind);
        const auto expected = static_cast<Kind>(kind);
        write(m_file, content);
        SavedViews saved(m_file);
        QVERIFY(kindOf(saved.list().trouble) == expected);
        QCOMPARE(saved.list().trouble->file, QDir::toNativeSeparators(m_file));
        QVERIFY(!saved.list().trouble->chosen);
        QVERIFY(kindOf(saved.add(view(QStringLiteral("A")))) == expected);
        QVERIFY(kindOf(saved.remove(QStringLiteral("x"))) == expected);
        QVERIFY(kindOf(saved.exportTo(path("out.json"))) == expected);
        QVERIFY(!QFileInfo::exists(path("out.json")));
        SavedViews others(path("others.json"));
        added(others, QStringLiteral("B"));
        QVERIFY(kindOf(saved.importFrom(others.file())) == expected);
        QCOMPARE(contentOf(m_file), content);
        QVERIFY(QFile::rename(m_file, path("away.json")));
        QVERIFY(!added(saved, QStringLiteral("A")).isEmpty());
    }

    void foldersThatCannotBeWrittenAreSaid()
    {
        for (const QString &file : {QStringLiteral("/dev/null/views.json"), QStringLiteral("/proc/views.json")}) {
            SavedViews saved(file);
            QVERIFY(saved.list().entries.empty());
            QVERIFY(kindOf(saved.add(view(QStringLiteral("A")))) == Kind::FileUnwritable);
        }
    }

    void readOnlyFoldersAreRead()
    {
        SavedViews saved(m_file);
        const QString id = added(saved, QStringLiteral("A"));
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
        const auto again = qScopeGuard([this] {
            QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        });
        if (QFile(path("probe")).open(QIODevice::WriteOnly))
            QSKIP("this user may write everywhere");
        QCOMPARE(namesIn(saved), QStringLiteral("A"));
        QVERIFY(kindOf(saved.rename(id, QStringLiteral("B"))) == Kind::FileUnwritable);
        QCOMPARE(namesIn(saved), QStringLiteral("A"));
    }

    void filesInTheWayAreSaid()
    {
        QVERIFY(QDir().mkpath(m_file));
        SavedViews saved(m_file);
        QVERIFY(kindOf(saved.list().trouble) == Kind::FileUnreadable);
        QVERIFY(kindOf(saved.add(view(QStringLiteral("A")))) == Kind::FileUnreadable);
    }

    void aProgramThatChangesIsWaitedFor()
    {
        SavedViews saved(m_file);
        added(saved, QStringLiteral("A"));
        QLockFile other(m_file + QStringLiteral(".change"));
        QVERIFY(other.lock());
        QVERIFY(kindOf(saved.add(view(QStringLiteral("B")))) == Kind::FileBusy);
        QCOMPARE(namesIn(saved), QStringLiteral("A"));
        other.unlock();
        QVERIFY(!added(saved, QStringLiteral("B")).isEmpty());
    }

    void whatTwoProgramsKnowIsNotOld()
    {
        SavedViews one(m_file);
        SavedViews two(m_file);
        const QString a = added(one, QStringLiteral("A"));
        const QString b = added(two, QStringLiteral("B"));
        QVERIFY(!one.rename(b, QStringLiteral("C")));
        QVERIFY(!two.setFilter(b, QStringLiteral("tag:x")));
        QVERIFY(kindOf(two.add(view(QStringLiteral("c")))) == Kind::NameTaken);
        QVERIFY(!one.remove(a));
        QVERIFY(kindOf(two.rename(a, QStringLiteral("D"))) == Kind::NotSaved);
        const auto entries = two.list().entries;
        QCOMPARE(entries.size(), 1U);
        QVERIFY(entries.front().view == (SavedView{b, QStringLiteral("C"), QStringLiteral("tag:x"), {}}));
    }

    void manyProgramsLoseNothing()
    {
        std::vector<std::unique_ptr<QProcess>> programs;
        for (const char *prefix : {"a", "b", "c"}) {
            programs.push_back(std::make_unique<QProcess>());
            programs.back()->start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("change"), m_file, QString::fromLatin1(prefix)});
        }
        QStringList expected;
        for (const auto &program : programs) {
            QVERIFY(program->waitForFinished());
            QCOMPARE(program->exitCode(), EXIT_SUCCESS);
        }
        for (const char *prefix : {"a", "b", "c"}) {
            for (int i = 0; i < 10; i += 2)
                expected.append(QString::fromLatin1(prefix) + QString::number(i));
        }
        QStringList names = namesIn(SavedViews(m_file)).split(u' ');
        names.sort();
        QCOMPARE(names, expected);
    }

    void viewsTravel()
    {
        SavedViews mine(m_file);
        added(mine, QStringLiteral("A"));
        const QString b = added(mine, QStringLiteral("B"));
        QVERIFY(!mine.exportTo(path("some.json"), {b}));
        write(path("all.json"), "something old");
        QVERIFY(!mine.exportTo(path("all.json")));
        SavedViews others(path("others.json"));
        added(others, QStringLiteral("b"));
        const auto some = std::get<ViewImport>(others.importFrom(path("some.json")));
        QCOMPARE(some.added.size(), 1U);
        QVERIFY(some.renamed == (std::vector<ViewImport::Renaming>{{QStringLiteral("B"), QStringLiteral("B (2)")}}));
        QVERIFY(some.refused.empty());
        QCOMPARE(std::get<ViewImport>(others.importFrom(path("all.json"))).added.size(), 2U);
        QCOMPARE(namesIn(others), QStringLiteral("b B (2) A B (3)"));
        QCOMPARE(namesIn(mine), QStringLiteral("A B"));
    }

    void theOwnFileIsNoneToChoose()
    {
        SavedViews saved(m_file);
        const QString id = added(saved, QStringLiteral("A"));
        added(saved, QStringLiteral("B"));
        QVERIFY(QFile::link(m_file, path("link.json")));
        const QString around =
            m_folder->filePath(QStringLiteral("../%1/views.json").arg(QDir(m_folder->path()).dirName()));
        for (const QString &same : {m_file, path("link.json"), around}) {
            QVERIFY(kindOf(saved.exportTo(same, {id})) == Kind::FileSame);
            QVERIFY(kindOf(saved.importFrom(same)) == Kind::FileSame);
        }
        QCOMPARE(namesIn(saved), QStringLiteral("A B"));
    }

    void chosenFilesThatDoNotWorkAreSaid()
    {
        SavedViews saved(m_file);
        added(saved, QStringLiteral("A"));
        write(path("damaged.json"), "{");
        write(path("huge.json"), QByteArray(2 * 1024 * 1024, ' '));
        QVERIFY(kindOf(saved.importFrom(path("none.json"))) == Kind::FileUnreadable);
        QVERIFY(kindOf(saved.importFrom(QStringLiteral("/dev/zero"))) == Kind::FileUnreadable);
        QVERIFY(kindOf(saved.importFrom(m_folder->path())) == Kind::FileUnreadable);
        QVERIFY(kindOf(saved.importFrom(path("huge.json"))) == Kind::FileTooLarge);
        const auto damaged = std::get<SavedViewTrouble>(saved.importFrom(path("damaged.json")));
        QVERIFY(damaged.kind == Kind::FileDamaged);
        QVERIFY(damaged.chosen);
        QCOMPARE(damaged.file, QDir::toNativeSeparators(path("damaged.json")));
        const auto unwritten = saved.exportTo(QStringLiteral("/proc/out.json"));
        QVERIFY(kindOf(unwritten) == Kind::FileUnwritable);
        QVERIFY(unwritten->chosen);
        QCOMPARE(namesIn(saved), QStringLiteral("A"));
    }

    void whatWouldNotBeReadAgainIsNotWritten()
    {
        SavedViews saved(m_file);
        SavedView large = view(QStringLiteral("A"));
        large.layout = QByteArray(700 * 1024, 'x');
        QVERIFY(!kindOf(saved.add(large)));
        large.name = QStringLiteral("B");
        QVERIFY(kindOf(saved.add(large)) == Kind::TooLarge);
        QVERIFY(!added(saved, QStringLiteral("C")).isEmpty());
        QCOMPARE(namesIn(saved), QStringLiteral("A C"));
    }

private:
    QString path(const char *name) const
    {
        return m_folder->filePath(QLatin1String(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "change") == 0)
        return changeMany(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    TestSavedViews test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_savedviews.moc"
