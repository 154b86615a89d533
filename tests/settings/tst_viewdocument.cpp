// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/viewdocument.h"
#include "models/rules/filter/filterparser.h"
#include "tests/support/ticks.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Runnerscope;
using Kind = SavedViewTrouble::Kind;
using Test::ticks;

Q_DECLARE_METATYPE(Kind)

namespace {

ViewDocument document(const QByteArray &json)
{
    auto read = ViewDocument::read(json);
    if (const auto *trouble = std::get_if<SavedViewTrouble>(&read))
        qFatal("not read: %s", qPrintable(trouble->detail));
    return std::get<ViewDocument>(read);
}

/// With \a views as they stand between the brackets.
QByteArray file(const QByteArray &views)
{
    return ticks("{`format`:`runnerscope-views`,`version`:1,`views`:[") + ticks(views.constData()) + "]}";
}

/// "A", "b!" for one that cannot be used, joined by blanks.
QString summary(const ViewDocument &document)
{
    QStringList names;
    for (const SavedViewEntry &entry : document.entries())
        names += entry.view.name + (entry.trouble ? QStringLiteral("!") : QString());
    return names.join(u' ');
}

QString idOf(const ViewDocument &document, const char *name)
{
    for (const SavedViewEntry &entry : document.entries()) {
        if (entry.view.name == QString::fromUtf8(name))
            return entry.view.id;
    }
    return {};
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

SavedView view(const QString &name, const QString &filter = {}, const QByteArray &layout = {})
{
    return {{}, name, filter, layout};
}

ViewDocument documentOf(const QStringList &names)
{
    ViewDocument result;
    for (const QString &name : names)
        result.add(view(name));
    return result;
}

QByteArray repeated(const QByteArray &entry, int times)
{
    QByteArray all = entry;
    for (int i = 1; i < times; ++i)
        all += "," + entry;
    return all;
}

} // namespace

class TestViewDocument : public QObject
{
    Q_OBJECT

private slots:
    void filesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Kind>("kind");
        const QByteArray whole = file("{`name`:`A`,`filter`:`is:paused`}");
        const auto row = [](const char *label, const QByteArray &json, Kind kind) {
            QTest::newRow(label) << json << kind;
        };
        row("empty", {}, Kind::FileDamaged);
        row("no JSON", "views", Kind::FileDamaged);
        row("truncated", whole.chopped(3), Kind::FileDamaged);
        row("something behind it", whole + "}", Kind::FileDamaged);
        row("no UTF-8", QByteArray(whole).replace("A", "\xff"), Kind::FileDamaged);
        row("deep", file(QByteArray(2000, '[') + QByteArray(2000, ']')), Kind::FileDamaged);
        row("very deep", QByteArray(500'000, '[') + QByteArray(500'000, ']'), Kind::FileDamaged);
        row("huge", whole + QByteArray(ViewDocument::mostBytes, ' '), Kind::FileTooLarge);
        row("too many", file(repeated("1", ViewDocument::mostViews + 1)), Kind::FileTooLarge);
        row("a list", "[]", Kind::FileForeign);
        row("another format", QByteArray(whole).replace("runnerscope-views", "other"), Kind::FileForeign);
        row("newer", QByteArray(whole).replace(":1", ":2"), Kind::FileNewer);
        row("newer and different", ticks("{`format`:`runnerscope-views`,`version`:7}"), Kind::FileNewer);
        row("no version", QByteArray(whole).replace("version", "v"), Kind::FileDamaged);
        row("half a version", QByteArray(whole).replace(":1", ":1.5"), Kind::FileDamaged);
        row("views are none", ticks("{`format`:`runnerscope-views`,`version`:1,`views`:{}}"), Kind::FileDamaged);
    }

    void filesThatAreNone()
    {
        QFETCH(QByteArray, json);
        QFETCH(Kind, kind);
        QVERIFY(kindOf(ViewDocument::read(json)) == kind);
    }

    void everyFieldComesBack()
    {
        ViewDocument written;
        const QByteArray layout("\0\xff layout", 9);
        const auto added =
            written.add(view(QString::fromUtf8("Übung <b>%1\\\""), QStringLiteral("a \"b\" -c"), layout));
        const auto entries = document(written.json()).entries();
        QCOMPARE(entries.size(), 1U);
        QVERIFY(entries.front() == (SavedViewEntry{std::get<SavedView>(added), std::nullopt}));
        QCOMPARE(entries.front().view.layout, layout);
        QVERIFY(!entries.front().view.id.isEmpty());
    }

    void entriesAreJudged_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char *entry, Kind kind) { QTest::newRow(entry) << QByteArray(entry) << kind; };
        row("5", Kind::EntryUnusable);
        row("{`name`:`B`}", Kind::EntryUnusable);
        row("{`filter`:`is:paused`}", Kind::EntryUnusable);
        row("{`name`:`B`,`filter`:{`all`:[]}}", Kind::EntryUnusable);
        row("{`name`:`B`,`filter`:`moon:full`}", Kind::FilterUnusable);
        row("{`name`:`  `,`filter`:``}", Kind::NameUnusable);
        row("{`name`:`a\\u202eb`,`filter`:``}", Kind::NameUnusable);
        row("{`name`:`a\\u0000b`,`filter`:``}", Kind::NameUnusable);
        row("{`name`:`a`,`filter`:``}", Kind::NameTaken);
    }

    void entriesAreJudged()
    {
        QFETCH(QByteArray, entry);
        QFETCH(Kind, kind);
        ViewDocument views = document(file("{`name`:`A`,`filter`:``}," + entry + ",{`name`:`C`,`filter`:``}"));
        const auto entries = views.entries();
        QCOMPARE(entries.size(), 3U);
        QVERIFY(!entries[0].trouble && !entries[2].trouble);
        QVERIFY(kindOf(entries[1].trouble) == kind);
        views.add(view(QStringLiteral("D")));
        QVERIFY(document(views.json()).entries()[1] == entries[1]);
        QVERIFY(!views.moveBy(entries[1].view.id, 1));
        QVERIFY(views.entries()[2] == entries[1]);
        QVERIFY(!views.remove(entries[1].view.id));
        QCOMPARE(summary(views), QStringLiteral("A C D"));
    }

    void filtersTellWhatIsWrong()
    {
        const auto entries = document(file("{`name`:`B`,`filter`:`moon:full`}")).entries();
        const auto parsed = parseFilter(QStringLiteral("moon:full"));
        QCOMPARE(entries.front().trouble->detail, std::get<FilterError>(parsed).sentence);
    }

    void whatIsNotKnownStays()
    {
        ViewDocument views =
            document(ticks("{`format`:`runnerscope-views`,`version`:1,`theme`:{`x`:[1,null]},`views`:["
                           "{`id`:`one`,`name`:`A`,`filter`:``,`layout`:7,`colour`:`red`},"
                           "{`id`:`two`,`name`:`B`,`filter`:{`future`:true},`pin`:9007199254740993}]}"));
        QVERIFY(!views.rename(QStringLiteral("one"), QStringLiteral("Z")));
        QVERIFY(!views.setFilter(QStringLiteral("one"), QStringLiteral("is:paused"), std::nullopt));
        QVERIFY(!views.rename(QStringLiteral("two"), QStringLiteral("Y")));
        const auto compact = QJsonDocument::fromJson(views.json()).toJson(QJsonDocument::Compact);
        for (const char *kept : {"`theme`:{`x`:[1,null]}", "`layout`:7", "`colour`:`red`", "`filter`:{`future`:true}",
                 "`pin`:9007199254740993", "`id`:`one`", "`id`:`two`"})
            QVERIFY2(compact.contains(ticks(kept)), kept);
        QCOMPARE(summary(views), QStringLiteral("Z Y!"));
    }

    void entriesWithoutIdHaveOneThatLasts()
    {
        const QByteArray twin = "{`name`:`A`,`filter`:``}";
        ViewDocument views =
            document(file(twin + ",{`id`:`x`,`name`:`B`,`filter`:``},{`id`:`x`,`name`:`C`,`filter`:``},"
                + "{`id`:`../x`,`name`:`D`,`filter`:``}," + twin));
        QSet<QString> ids;
        for (const SavedViewEntry &entry : views.entries())
            ids.insert(entry.view.id);
        QCOMPARE(ids.size(), 5);
        QCOMPARE(idOf(views, "B"), QStringLiteral("x"));
        const QString second = views.entries()[4].view.id;
        const QString c = idOf(views, "C");
        QVERIFY(!views.moveBy(QStringLiteral("x"), 1)); // behind the other that is named so
        QCOMPARE(idOf(document(views.json()), "B"), QStringLiteral("x"));
        QCOMPARE(idOf(document(views.json()), "C"), c);
        QVERIFY(!views.remove(QStringLiteral("x")));
        QVERIFY(!views.rename(second, QStringLiteral("E")));
        QCOMPARE(summary(document(views.json())), QStringLiteral("A C D E"));
        QCOMPARE(idOf(document(views.json()), "E"), second);
    }

    void layoutsAreLeftSetAndRemoved()
    {
        ViewDocument views;
        const QString id = std::get<SavedView>(views.add(view(QStringLiteral("A"), {}, "old"))).id;
        const auto layout = [&] { return views.entries().front().view.layout; };
        QVERIFY(!views.setFilter(id, QStringLiteral("x"), std::nullopt));
        QCOMPARE(layout(), QByteArray("old"));
        QVERIFY(!views.setFilter(id, QStringLiteral("x"), QByteArray("new")));
        QCOMPARE(layout(), QByteArray("new"));
        QVERIFY(!views.setFilter(id, QStringLiteral("x"), QByteArray()));
        QCOMPARE(layout(), QByteArray());
        QCOMPARE(views.entries().front().view.filter, QStringLiteral("x"));
    }

    void changesThatAreRefusedChangeNothing()
    {
        ViewDocument views = documentOf({QStringLiteral("A"), QStringLiteral("B")});
        const ViewDocument before = views;
        const QString id = idOf(views, "A");
        const QString bad = QStringLiteral("is:(");
        const QString gone = QStringLiteral("gone");
        QVERIFY(kindOf(views.add(view(QStringLiteral(" a ")))) == Kind::NameTaken);
        QVERIFY(kindOf(views.add(view(QStringLiteral("\u202e")))) == Kind::NameUnusable);
        QVERIFY(kindOf(views.add(view(QStringLiteral("C"), bad))) == Kind::FilterUnusable);
        QVERIFY(kindOf(views.add(view(QStringLiteral("C"), QString(4097, u'x')))) == Kind::FilterUnusable);
        QVERIFY(kindOf(views.rename(id, QStringLiteral("b"))) == Kind::NameTaken);
        QVERIFY(kindOf(views.rename(id, QString(101, u'x'))) == Kind::NameUnusable);
        QVERIFY(kindOf(views.rename(gone, QStringLiteral("b"))) == Kind::NotSaved);
        QVERIFY(kindOf(views.setFilter(id, bad, QByteArray("x"))) == Kind::FilterUnusable);
        QVERIFY(kindOf(views.setFilter(gone, {}, std::nullopt)) == Kind::NotSaved);
        QVERIFY(kindOf(views.remove(gone)) == Kind::NotSaved);
        QVERIFY(kindOf(views.remove({})) == Kind::NotSaved);
        QVERIFY(kindOf(views.moveBy(gone, 1)) == Kind::NotSaved);
        QVERIFY(kindOf(views.part({id, gone})) == Kind::NotSaved);
        QVERIFY(views == before);
        QVERIFY(!views.rename(id, QStringLiteral(" a "))); // of its own
        QCOMPARE(summary(views), QStringLiteral("a B"));
    }

    void viewsMove_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<QString>("order");
        QTest::newRow("up") << -1 << QStringLiteral("B A C D");
        QTest::newRow("down") << 1 << QStringLiteral("A C B D");
        QTest::newRow("to the end") << std::numeric_limits<int>::max() << QStringLiteral("A C D B");
        QTest::newRow("to the beginning") << std::numeric_limits<int>::min() << QStringLiteral("B A C D");
        QTest::newRow("nowhere") << 0 << QStringLiteral("A B C D");
    }

    void viewsMove()
    {
        QFETCH(int, steps);
        ViewDocument views =
            documentOf({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D")});
        QVERIFY(!views.moveBy(idOf(views, "B"), steps));
        QTEST(summary(views), "order");
    }

    void thereIsNoRoomForever()
    {
        ViewDocument views;
        const ViewDocument many = document(file(repeated("{`name`:`A`,`filter`:``}", ViewDocument::mostViews)));
        QCOMPARE(views.import(many).added.size(), std::size_t(ViewDocument::mostViews));
        QVERIFY(kindOf(views.add(view(QStringLiteral("one more")))) == Kind::TooMany);
        const ViewImport result = views.import(documentOf({QStringLiteral("one more")}));
        QVERIFY(result.added.empty());
        QVERIFY(result.refused.front().kind == Kind::TooMany);
        QCOMPARE(result.refused.front().name, QStringLiteral("one more"));
        QCOMPARE(document(views.json()).entries().size(), std::size_t(ViewDocument::mostViews));
    }

    void importsTellWhatBecameOfEach()
    {
        ViewDocument views = documentOf({QStringLiteral("A"), QStringLiteral("a (2)"), QStringLiteral("B")});
        const ViewDocument other = document(file("{`id`:`i`,`name`:`A`,`filter`:`is:paused`,`colour`:`red`},"
                                                 "{`id`:`j`,`name`:`a`,`filter`:``,`layout`:`bGF5`},"
                                                 "{`name`:`New`,`filter`:``},{`name`:`Bad`,`filter`:`moon:full`},7"));
        const ViewImport result = views.import(other);
        QCOMPARE(summary(views), QStringLiteral("A a (2) B A (3) a (4) New"));
        QCOMPARE(result.added.size(), 3U);
        QVERIFY(result.added[1] == views.entries()[4].view);
        QCOMPARE(result.added[1].layout, QByteArray("lay"));
        QCOMPARE(result.renamed.size(), 2U);
        QVERIFY(result.renamed[0] == (ViewImport::Renaming{QStringLiteral("A"), QStringLiteral("A (3)")}));
        QCOMPARE(result.refused.size(), 2U);
        QVERIFY(result.refused[0].kind == Kind::FilterUnusable);
        QVERIFY(!result.refused[0].detail.isEmpty());
        QVERIFY(result.refused[1].kind == Kind::EntryUnusable);
        QVERIFY(views.json().contains("red"));
    }

    void importsHaveIdsOfTheirOwn()
    {
        ViewDocument views = document(file("{`id`:`i`,`name`:`A`,`filter`:``}"));
        views.import(document(file("{`id`:`i`,`name`:`B`,`filter`:``}")));
        QCOMPARE(idOf(views, "A"), QStringLiteral("i"));
        QVERIFY(idOf(views, "B") != QStringLiteral("i"));
    }

    void partsAreWholeEntries()
    {
        const ViewDocument views = document(file("{`id`:`a`,`name`:`A`,`filter`:``},"
                                                 "{`id`:`b`,`name`:`B`,`filter`:`moon:full`,`colour`:`red`},"
                                                 "{`id`:`c`,`name`:`C`,`filter`:``}"));
        const auto part = std::get<ViewDocument>(views.part({QStringLiteral("c"), QStringLiteral("b")}));
        QCOMPARE(summary(part), QStringLiteral("B! C"));
        QVERIFY(part.json().contains("red"));
        QCOMPARE(summary(std::get<ViewDocument>(views.part({}))), QStringLiteral("A B! C"));
    }

    void whatWasReadCanBeReadAgain_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("large number") << QByteArray("-92233720368547760000");
        QTest::newRow("half of a pair") << ticks("`\\ud800`");
        QTest::newRow("deep") << QByteArray(500, '[') + QByteArray(500, ']');
        QTest::newRow("deep and wide") << QByteArray(500, '[') + repeated("1", 400'000) + QByteArray(500, ']');
    }

    void whatWasReadCanBeReadAgain()
    {
        QFETCH(QByteArray, more);
        const QByteArray json = file("{`name`:`A`,`filter`:``,`more`:" + more + "},{`name`:`B`,`filter`:``}");
        const ViewDocument views = document(json);
        QVERIFY(views.json().size() < json.size() + 200);
        QVERIFY(document(views.json()) == views);
    }

    void everyViewHasItsLine()
    {
        const ViewDocument views = documentOf({QStringLiteral("A"), QStringLiteral("B\\n")});
        QCOMPARE(views.json().count('\n'), 4);
        QVERIFY(views.json().split('\n')[2].contains(ticks("`name`:`B\\\\n`")));
        QVERIFY(document(ViewDocument().json()) == ViewDocument());
    }
};

QTEST_GUILESS_MAIN(TestViewDocument)
#include "tst_viewdocument.moc"
