// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/querydocument.h"

#include <QHash>
#include <QRegularExpression>

#include <utility>

namespace Runnerscope {

namespace {

struct Token
{
    QString text;
    int line = 0;
};

struct Tokens
{
    std::vector<Token> list;
    QHash<int, QString> marks; ///< by line
};

Tokens tokensOf(const QString &text)
{
    static const QRegularExpression piece(
        QStringLiteral("(?<mark>#\\s*since\\s+(?<since>\\S+)[^\\n]*)|(?<comment>#[^\\n]*)|(?<newline>\\n)"
                       "|(?<token>\\.\\.\\.|[{}()\\[\\]:!$]|\"(?:[^\"\\\\\\n]|\\\\.)*\"|[-\\w.]+)"));
    Tokens tokens;
    int line = 1;
    for (auto found = piece.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (match.hasCaptured(QStringLiteral("newline")))
            ++line;
        else if (match.hasCaptured(QStringLiteral("mark")))
            tokens.marks.insert(line, match.captured(QStringLiteral("since")));
        else if (match.hasCaptured(QStringLiteral("token")))
            tokens.list.push_back({match.captured(QStringLiteral("token")), line});
    }
    return tokens;
}

class Parser
{
public:
    Parser(const QString &text, QString fileName) :
        m_tokens(tokensOf(text)),
        m_fileName(std::move(fileName))
    {
    }

    QueryDocument document()
    {
        QueryDocument definitions;
        while (m_at < m_tokens.list.size())
            definitions.push_back(definition());
        return definitions;
    }

private:
    QString peek() const { return m_at < m_tokens.list.size() ? m_tokens.list[m_at].text : QString(); }
    int line() const { return m_at < m_tokens.list.size() ? m_tokens.list[m_at].line : 0; }

    QString next()
    {
        if (m_at >= m_tokens.list.size())
            fail();
        return m_tokens.list[m_at++].text;
    }

    bool accept(QLatin1String text)
    {
        if (peek() != text)
            return false;
        ++m_at;
        return true;
    }

    void expect(QLatin1String text)
    {
        if (!accept(text))
            fail();
    }

    [[noreturn]] void fail() const
    {
        qFatal("%s, line %d: “%s” is not understood in a query of the program", qUtf8Printable(m_fileName), line(),
            qUtf8Printable(peek()));
    }

    QueryDefinition definition()
    {
        QueryDefinition made;
        made.keyword = next();
        made.name = next();
        if (made.keyword == QLatin1String("fragment")) {
            expect(QLatin1String("on"));
            made.onType = next();
        } else if (made.keyword != QLatin1String("query") && made.keyword != QLatin1String("mutation")) {
            fail();
        }
        if (accept(QLatin1String("("))) {
            while (!accept(QLatin1String(")")))
                made.variables.push_back(variable());
        }
        made.selections = selections();
        for (QuerySelection &selection : made.selections) {
            if (made.isFragment() && selection.kind == QuerySelection::Kind::Field && selection.since.isEmpty())
                selection.since = made.onType + u'.' + selection.name;
        }
        return made;
    }

    QueryVariable variable()
    {
        expect(QLatin1String("$"));
        QueryVariable made;
        made.name = next();
        expect(QLatin1String(":"));
        made.type = next();
        if (made.type == QLatin1String("[")) {
            while (!made.type.endsWith(u']'))
                made.type += next();
        }
        if (accept(QLatin1String("!")))
            made.type += u'!';
        return made;
    }

    std::vector<QuerySelection> selections()
    {
        std::vector<QuerySelection> made;
        expect(QLatin1String("{"));
        while (!accept(QLatin1String("}")))
            made.push_back(selection());
        return made;
    }

    QuerySelection selection()
    {
        QuerySelection made;
        const QString mark = m_tokens.marks.value(line());
        if (accept(QLatin1String("..."))) {
            made.kind = QuerySelection::Kind::Spread;
            made.name = next();
            return made;
        }
        made.name = next();
        if (accept(QLatin1String(":")))
            made.alias = std::exchange(made.name, next());
        if (accept(QLatin1String("("))) {
            while (!accept(QLatin1String(")")))
                made.arguments.push_back(argument());
        }
        setMark(made, mark);
        if (peek() == QLatin1String("{"))
            made.children = selections();
        return made;
    }

    /// One mark names one thing of its line.
    static void setMark(QuerySelection &selection, const QString &mark)
    {
        const QString field = mark.section(u'(', 0, 0).section(u'.', 1);
        if (field != selection.name)
            return;
        selection.since = mark.section(u'(', 0, 0);
        selection.marked = !mark.contains(u'(');
        for (QueryArgument &argument : selection.arguments) {
            if (mark == selection.since + u'(' + argument.name + u')')
                argument.since = mark;
        }
    }

    QueryArgument argument()
    {
        QueryArgument made;
        made.name = next();
        expect(QLatin1String(":"));
        made.value = value();
        return made;
    }

    QString value()
    {
        QString text;
        int depth = 0;
        do {
            const QString token = next();
            const bool opens = token == QLatin1String("{") || token == QLatin1String("[");
            const bool closes = token == QLatin1String("}") || token == QLatin1String("]");
            depth += opens ? 1 : closes ? -1 : 0;
            const bool joins = text.isEmpty() || text.endsWith(u'$') || opens || closes || token == QLatin1String(":");
            text += joins ? token : u' ' + token;
        } while (depth > 0 || text.endsWith(u'$'));
        return text;
    }

    Tokens m_tokens;
    QString m_fileName;
    std::size_t m_at = 0;
};

} // namespace

QueryDocument parseQueries(const QString &text, const QString &fileName)
{
    return Parser(text, fileName).document();
}

QStringList variablesIn(const QString &value)
{
    static const QRegularExpression variable(QStringLiteral("\\$(\\w+)"));
    QStringList names;
    for (auto found = variable.globalMatch(value); found.hasNext();)
        names.append(found.next().captured(1));
    return names;
}

} // namespace Runnerscope
