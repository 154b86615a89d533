// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterparser.h"

#include <QTest>

using namespace Runnerscope;

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

FilterError errorOf(const QString &filter)
{
    const auto parsed = parseFilter(filter);
    const auto *error = std::get_if<FilterError>(&parsed);
    return error ? *error : FilterError();
}

/// The tree as text: All(…), Any(…), Not(…), Manager(…), Known(…), and of a condition its place in the filter.
QString tree(const FilterNode &node, const QString &filter)
{
    if (node.kind == FilterNode::Kind::Condition)
        return filter.mid(node.condition.position, node.condition.length);
    const bool known = node.managers == FilterNode::Managers::Known;
    static const QStringList names{text("All"), text("Any"), text("Not"), text("Manager")};
    QStringList children;
    for (const FilterNode &child : node.children)
        children.append(tree(child, filter));
    return (known ? text("Known") : names.value(static_cast<int>(node.kind))) + u'(' + children.join(u' ') + u')';
}

} // namespace

class TestFilterParser : public QObject
{
    Q_OBJECT

private slots:
    void structure_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << ""
                                 << "All()";
        QTest::newRow("blanks") << "  \t"
                                << "All()";
        QTest::newRow("word") << "docker"
                              << "docker";
        QTest::newRow("blank is AND") << "a b c"
                                      << "All(a b c)";
        QTest::newRow("AND written out") << "a AND b"
                                         << "All(a b)";
        QTest::newRow("AND binds tighter than OR") << "a b OR c d"
                                                   << "Any(All(a b) All(c d))";
        QTest::newRow("minus binds tightest") << "-a b"
                                              << "All(Not(a) b)";
        QTest::newRow("NOT binds tightest") << "NOT a b OR c"
                                            << "Any(All(Not(a) b) c)";
        QTest::newRow("twice") << "--a"
                               << "Not(Not(a))";
        QTest::newRow("brackets") << "(a OR b) c"
                                  << "All(Any(a b) c)";
        QTest::newRow("minus before brackets") << "-(a b)"
                                               << "Not(All(a b))";
        QTest::newRow("keywords are upper case") << "a or b"
                                                 << "All(a or b)";
        QTest::newRow("quoted keyword") << "a \"OR\" b"
                                        << "All(a \"OR\" b)";
        QTest::newRow("quotes") << "\"a b\" name:\"c d\",e"
                                << "All(\"a b\" name:\"c d\",e)";
        QTest::newRow("guarded quote") << "name:\"a\\\"b)\" c"
                                       << "All(name:\"a\\\"b)\" c)";
        QTest::newRow("expression") << "/a b\\/c/ x"
                                    << "All(/a b\\/c/ x)";
        QTest::newRow("address as a word") << "fe80::1 fe::1 10.0.0.1"
                                           << "All(fe80::1 fe::1 10.0.0.1)";
        QTest::newRow("bracket ends a value") << "(tag:a)"
                                              << "tag:a";
        QTest::newRow("managers of a plain condition") << "version:18"
                                                       << "Manager(version:18)";
        QTest::newRow("negated") << "-version:18"
                                 << "Not(Manager(version:18))";
        QTest::newRow("tied") << "manager(version:18 -executor:shell)"
                              << "Manager(All(version:18 Not(executor:shell)))";
        QTest::newRow("any manager") << "managers:any version:18 ip:10.0.0.1"
                                     << "All(Known(version:18) Manager(ip:10.0.0.1))";
        QTest::newRow("any manager, tied") << "-managers:any manager(a)"
                                           << "Not(Known(a))";
        QTest::newRow("any manager, brackets") << "managers:any (version:18 OR arch:arm)"
                                               << "Any(Known(version:18) Known(arch:arm))";
        QTest::newRow("count of managers") << "managers:2"
                                           << "managers:2";
        QTest::newRow("values of several fields") << "is:paused,online"
                                                  << "Any(is:paused,online is:paused,online)";
        QTest::newRow("field in any letter case") << "OWNER:acme"
                                                  << "OWNER:acme";
    }

    void structure()
    {
        QFETCH(QString, filter);
        QFETCH(QString, expected);
        const auto parsed = parseFilter(filter);
        const auto *error = std::get_if<FilterError>(&parsed);
        QVERIFY2(!error, error ? qUtf8Printable(error->sentence) : "");
        QCOMPARE(tree(std::get<FilterExpression>(parsed).root(), filter), expected);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("place"); // under the filter: where the error is
        QTest::addColumn<QString>("part"); // of the sentence
        const auto row = [](const char *filter, const char *place, const char *part) {
            QTest::newRow(filter) << text(filter) << text(place) << text(part);
        };
        row("executer:shell", "^^^^^^^^", "There is no field `executer`: did you mean `executor`?");
        row("group:acme", "^^^^^", "did you mean `owner`?");
        row("foobarbaz:1", "^^^^^^^^^", "put it in quotes");
        row("a finding:any", "  ^^^^^^^", "not available yet");
        row("behind:>=3", "^^^^^^", "not available yet");
        row("is:mixed", "   ^^^^^", "not available yet");
        row("is:pausd", "   ^^^^^", "did you mean `paused`?");
        row("type:x", "     ^", "it takes instance, group and project");
        row("owner:", "     ^", "`owner:acme/payments/*`");
        row("owner: a", "     ^", "A value is missing");
        row("tag:a,,b", "     ^", "A value is missing");
        row("contact:soon", "        ^^^^", "no age");
        row("contact:2026-13", "        ^^^^^^^", "no date");
        row("contact:30d", "        ^^^", "write `>30d`, `<30d`");
        row("contact:>", "        ^", "A value is missing");
        row("created:2026-03..2026-01", "        ^^^^^^^^^^^^^^^^", "write `2026-01..2026-03`");
        row("contact:1d..2026", "        ^^^^^^^^", "no date");
        row("version:18.1..17.4", "        ^^^^^^^^^^", "write `17.4..18.1`");
        row("version:17.4..", "        ^^^^^^", "two ends");
        row("version:main", "        ^^^^", "use ~");
        row("jobs:many", "     ^^^^", "no number");
        row("jobs:>2000", "     ^^^^^", "up to 1000 only");
        row("jobs~1", "     ^", "is no text");
        row("jobs:/1/", "     ^^^", "is no text");
        row("ip:10.2.0.0/33", "   ^^^^^^^^^^^", "no address");
        row("ip:<10.2.0.0", "   ^^^^^^^^^", "not compared");
        row("timeout:1x", "        ^^", "no duration");
        row("name:build-*", "     ^^^^^^^", "write `name~build-`");
        row("owner:acme/*/x", "      ^^^^^^^^", "at the end of a path");
        row("owner:/*", "      ^^", "slash at the end");
        row("name:\"\"", "     ^^", "`-name:*`");
        row("\"\"", "^^", "nothing to search for");
        row("a (b", "  ^", "bracket that closes");
        row("a) b", " ^", "closes none");
        row("()", " ^", "A condition is missing");
        row("a OR", "    ", "A condition is missing");
        row("OR a", "^^", "A condition is missing");
        row("a AND OR b", "      ^^", "A condition is missing");
        row("AND", "^^^", "A condition is missing");
        row("a - b", "  ^", "right before");
        row("NOT", "   ", "A condition is missing");
        row("a \"b", "  ^^", "quote at the end");
        row("\"a\"b", "   ^", "After a quote stands a blank");
        row("build(1)", "     ^", "within a word");
        row("name:/a/b/", "        ^", "slash in it");
        row("/a(/", "   ^", "no regular expression");
        row("/(*LIMIT_MATCH=9)a/", " ^^^^^^^^^^^^^^^^^^", "cannot begin with (*");
        row("//", " ^", "stands a regular expression");
        row("manager(owner:a)", "        ^^^^^", "is of the runner");
        row("manager(is:paused)", "           ^^^^^^", "is no value of `is`");
        row("manager(manager(a))", "        ^^^^^^^^", "cannot stand within");
        row("managers:any", "^^^^^^^^^^^^", "right before conditions on managers");
        row("managers:any tag:a", "^^^^^^^^^^^^", "right before conditions on managers");
    }

    void errors()
    {
        QFETCH(QString, filter);
        QFETCH(QString, place);
        QFETCH(QString, part);
        const FilterError error = errorOf(filter);
        QVERIFY2(error.sentence.contains(part), qUtf8Printable(error.sentence));
        const QString marked = QString(error.position, u' ') + QString(error.length, u'^');
        if (place.contains(u'^'))
            QVERIFY2(marked.startsWith(place), qUtf8Printable(marked));
        else
            QCOMPARE(marked, place);
    }

    void spellingsOfGitLab_data()
    {
        QTest::addColumn<QString>("gitlab");
        QTest::addColumn<QString>("ours");
        const auto row = [](const char *gitlab, const char *ours) {
            QTest::newRow(gitlab) << text(gitlab) << text(ours);
        };
        row("status:NEVER_CONTACTED", "never-contacted");
        row("status:never_contacted", "never-contacted");
        row("type:group_type", "group");
        row("type:INSTANCE_TYPE", "instance");
        row("runner-type:project_type", "project");
        row("access-level:ref_protected", "ref-protected");
        row("access:NOT_PROTECTED", "not-protected");
        row("method:REGISTRATION_TOKEN", "registration-token");
        row("creation-method:authenticated_user", "authenticated-user");
        row("running:ACTIVE", "yes");
        row("is:run_untagged", "untagged");
    }

    void spellingsOfGitLab()
    {
        QFETCH(QString, gitlab);
        QFETCH(QString, ours);
        const auto parsed = parseFilter(gitlab);
        QVERIFY(std::holds_alternative<FilterExpression>(parsed));
        const FilterCondition &condition = std::get<FilterExpression>(parsed).root().condition;
        QCOMPARE(QString(std::get<ChoiceTest>(condition.tests.front()).word), ours);
    }

    void limits()
    {
        const QString longest(FilterLimits::characters, u'a');
        QVERIFY(std::holds_alternative<FilterExpression>(parseFilter(longest)));
        QCOMPARE(errorOf(longest + u'b').position, FilterLimits::characters);

        const auto nested = [](int levels) -> QString { return QString(levels, u'(') + u'a' + QString(levels, u')'); };
        QVERIFY(std::holds_alternative<FilterExpression>(parseFilter(nested(FilterLimits::depth))));
        QVERIFY(errorOf(nested(FilterLimits::depth + 1)).sentence.contains(text("nested too deeply")));
        QVERIFY(errorOf(QString(4000, u'-') + u'a').sentence.contains(text("nested too deeply")));
        QVERIFY(errorOf(text("NOT ").repeated(1000) + u'a').sentence.contains(text("nested too deeply")));

        const auto list = [](int values) -> QString { return text("id:1") + text(",1").repeated(values - 1); };
        QVERIFY(std::holds_alternative<FilterExpression>(parseFilter(list(FilterLimits::values))));
        QVERIFY(errorOf(list(FilterLimits::values + 1)).sentence.contains(text("at most 500 values")));
    }

    void isAValue()
    {
        const auto a = std::get<FilterExpression>(parseFilter(u"tag:a"));
        const FilterExpression copy = a;
        QCOMPARE(copy.text(), text("tag:a"));
        QVERIFY(copy == a);
        QVERIFY(!(copy == std::get<FilterExpression>(parseFilter(u"tag:b"))));
        QVERIFY(FilterExpression().isEmpty());
        QVERIFY(std::get<FilterExpression>(parseFilter(u"")) == FilterExpression());
        QVERIFY(!copy.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFilterParser)
#include "tst_filterparser.moc"
