// SPDX-License-Identifier: GPL-3.0-or-later
//
// Holds the house together: which room may know which, what lies at the top, what every source file has.
#include <QDir>
#include <QDirIterator>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

struct Room
{
    QString folder; ///< the longest match names the room of a file
    QStringList mayInclude; ///< rooms
    QStringList mayUse; ///< Qt modules
};

const QList<Room> &rooms()
{
    static const QString core = QStringLiteral("QtCore");
    static const QString network = QStringLiteral("QtNetwork");
    static const QString sql = QStringLiteral("QtSql");
    static const QString dbus = QStringLiteral("QtDBus");
    static const QString gui = QStringLiteral("QtGui");
    static const QString widgets = QStringLiteral("QtWidgets");
    static const QString charts = QStringLiteral("QtCharts");
    static const QString domain = QStringLiteral("models/domain");
    static const QString rules = QStringLiteral("models/rules");
    static const QString models = QStringLiteral("models");
    static const QString views = QStringLiteral("views");
    static const QString seam = QStringLiteral("app/fleet");
    static const QString gitlab = QStringLiteral("app/gitlab");
    static const QString demo = QStringLiteral("app/demo");
    static const QString store = QStringLiteral("app/store");
    static const QString report = QStringLiteral("app/report");
    static const QString secrets = QStringLiteral("app/secrets");
    static const QString settings = QStringLiteral("app/settings");
    static const QString cli = QStringLiteral("app/cli");
    static const QString window = QStringLiteral("app/window");
    static const QList<Room> all{
        {domain, {}, {core}},
        {rules, {domain}, {core}},
        {models, {domain, rules}, {core}},
        {views, {domain, rules, models}, {core, gui, widgets, charts}},
        {secrets, {domain}, {core, dbus}},
        {settings, {domain, rules, secrets, gitlab}, {core}},
        {seam, {domain, rules, secrets}, {core}},
        {gitlab, {domain, rules, seam, secrets}, {core, network}},
        {demo, {domain, rules, seam}, {core}},
        {store, {domain, rules, seam}, {core, sql}},
        {report, {domain, rules}, {core}},
        {cli, {domain, rules, seam, gitlab, demo, store, report, secrets, settings}, {core}},
        {window, {domain, rules, models, views, seam, gitlab, demo, store, report, secrets, settings},
            {core, gui, widgets}},
    };
    return all;
}

const Room *roomOf(const QString &path)
{
    const Room *best = nullptr;
    for (const Room &room : rooms()) {
        if (path.startsWith(room.folder + u'/') && (!best || room.folder.size() > best->folder.size()))
            best = &room;
    }
    return best;
}

QStringList filesBelow(const QString &folder, const QStringList &patterns)
{
    const QDir root(QStringLiteral(SOURCE_ROOT));
    QStringList files;
    QDirIterator it(root.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = root.relativeFilePath(it.next());
        if (!path.contains(QStringLiteral("node_modules")))
            files.append(path);
    }
    files.sort();
    return files;
}

QStringList sourcesOfProgram()
{
    QStringList files;
    for (const char *folder : {"app", "models", "views"})
        files += filesBelow(QLatin1String(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
    return files;
}

QString contentOf(const QString &path)
{
    QFile file(QDir(QStringLiteral(SOURCE_ROOT)).filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Header name → Qt module.
const QHash<QString, QString> &qtHeaders()
{
    static const auto headers = [] {
        QHash<QString, QString> result;
        QFile list(QStringLiteral(QT_MODULES));
        if (!list.open(QIODevice::ReadOnly))
            return result;
        const QStringList lines = QString::fromUtf8(list.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            const QString module = line.section(u'=', 0, 0);
            const QStringList names = QDir(line.section(u'=', 1)).entryList(QDir::Files);
            for (const QString &name : names)
                result.insert(name, module);
        }
        return result;
    }();
    return headers;
}

QString qtModuleOf(const QString &include)
{
    return include.contains(u'/') ? include.section(u'/', 0, 0) : qtHeaders().value(include);
}

struct Include
{
    QString name;
    bool ofProject;
};

QList<Include> includesOf(const QString &content)
{
    static const QRegularExpression line(
        QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"), QRegularExpression::MultilineOption);
    QList<Include> includes;
    for (auto it = line.globalMatch(content); it.hasNext();) {
        const auto match = it.next();
        includes.append({match.captured(2), match.captured(1) == QStringLiteral("\"")});
    }
    return includes;
}

bool isAllowed(const Room &room, const Include &include)
{
    if (include.ofProject) {
        const Room *other = roomOf(include.name);
        return include.name.endsWith(QStringLiteral(".moc"))
            || (other && (other == &room || room.mayInclude.contains(other->folder)));
    }
    const QString module = qtModuleOf(include.name);
    return !module.startsWith(u'Q') || room.mayUse.contains(module);
}

} // namespace

class TestHouse : public QObject
{
    Q_OBJECT

private slots:
    void qtHeadersAreKnown()
    {
        QCOMPARE(qtModuleOf(QStringLiteral("QWidget")), QStringLiteral("QtWidgets"));
        QCOMPARE(qtModuleOf(QStringLiteral("QNetworkReply")), QStringLiteral("QtNetwork"));
        QCOMPARE(qtModuleOf(QStringLiteral("QtGui/QColor")), QStringLiteral("QtGui"));
    }

    void forbiddenArrowsAreSeen()
    {
        const Room &models = *roomOf(QStringLiteral("models/roles.h"));
        QVERIFY(!isAllowed(models, {QStringLiteral("QWidget"), false}));
        QVERIFY(!isAllowed(models, {QStringLiteral("app/gitlab/connection.h"), true}));
        QVERIFY(isAllowed(models, {QStringLiteral("models/rules/status.h"), true}));
        QVERIFY(!isAllowed(
            *roomOf(QStringLiteral("models/domain/runner.h")), {QStringLiteral("models/rules/status.h"), true}));
        QVERIFY(!isAllowed(*roomOf(QStringLiteral("app/gitlab/query.h")), {QStringLiteral("models/roles.h"), true}));
        QVERIFY(!isAllowed(*roomOf(QStringLiteral("views/pages/x.h")), {QStringLiteral("QNetworkReply"), false}));
    }

    void includesFollowTheArrows()
    {
        const QStringList files = sourcesOfProgram();
        QVERIFY(files.size() > 50);
        QStringList wrong;
        for (const QString &path : files) {
            const Room *room = roomOf(path);
            if (!room) {
                wrong += path + QStringLiteral(" stands in no room");
                continue;
            }
            for (const Include &include : includesOf(contentOf(path))) {
                if (!isAllowed(*room, include))
                    wrong += path + QStringLiteral(" includes ") + include.name;
            }
        }
        QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong.join(u'\n')));
    }

    void topLevelIsFixed()
    {
        const QSet<QString> allowed{QStringLiteral("CMakeLists.txt"), QStringLiteral("CMakePresets.json"),
            QStringLiteral("CMakeUserPresets.json"), QStringLiteral("LICENSE"), QStringLiteral("README.md"),
            QStringLiteral("app"), QStringLiteral("build"), QStringLiteral("models"), QStringLiteral("packaging"),
            QStringLiteral("resources"), QStringLiteral("tests"), QStringLiteral("views")};
        const QStringList entries =
            QDir(QStringLiteral(SOURCE_ROOT)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); // no dot files
        for (const QString &entry : entries)
            QVERIFY2(allowed.contains(entry), qUtf8Printable(entry));
    }

    void sourcesNameTheirLicence()
    {
        QStringList files = sourcesOfProgram();
        files += filesBelow(
            QStringLiteral("tests"), {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.mjs")});
        for (const QString &path : std::as_const(files))
            QVERIFY2(contentOf(path).contains(QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later")),
                qUtf8Printable(path));
    }

    void filesStayReadable()
    {
        for (const QString &path : sourcesOfProgram())
            QVERIFY2(contentOf(path).count(u'\n') <= 500,
                qUtf8Printable(path + QStringLiteral(" is longer than 500 lines")));
    }

    void everyQueryIsInTheProgram()
    {
        const QString list = contentOf(QStringLiteral("resources/queries.qrc"));
        const QStringList queries = filesBelow(QStringLiteral("resources/queries"), {QStringLiteral("*.graphql")});
        QVERIFY(!queries.isEmpty());
        for (const QString &path : queries)
            QVERIFY2(list.contains(path.section(u'/', 1)), qUtf8Printable(path));
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
