// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/querytext.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

class Writer
{
public:
    explicit Writer(QueryDocument &document) :
        m_document(document)
    {
    }

    QueryText write(QueryDefinition &operation, qsizetype times)
    {
        m_variable = times > 0 ? repeatedVariable(operation) : QString();
        if (times > 0)
            writeRepeated(operation.selections.front(), times);
        else
            writeSelections(operation.selections);
        for (std::size_t i = 0; i < m_fragments.size(); ++i) { // grows meanwhile
            QueryDefinition &fragment = *m_fragments[i];
            m_made.text += QStringLiteral("fragment %1 on %2").arg(fragment.name, fragment.onType);
            writeSelections(fragment.selections);
        }
        prepend(operation.keyword + u' ' + operation.name + declarations(operation, times));
        return std::move(m_made);
    }

private:
    void writeRepeated(QuerySelection &field, qsizetype times)
    {
        m_made.text += u'{';
        for (qsizetype i = 0; i < times; ++i) {
            m_suffix = QString::number(i);
            writeField(field, QStringLiteral("r") + m_suffix);
        }
        m_suffix.clear();
        m_made.text += u'}';
    }

    void writeSelections(std::vector<QuerySelection> &selections)
    {
        m_made.text += u'{';
        for (QuerySelection &selection : selections) {
            if (isGone(selection, m_document))
                continue;
            if (!m_made.text.endsWith(u'{') && !m_made.text.endsWith(u'}'))
                m_made.text += u' ';
            if (selection.kind == QuerySelection::Kind::Spread)
                writeSpread(selection);
            else
                writeField(selection, selection.alias);
        }
        m_made.text += u'}';
    }

    void writeSpread(QuerySelection &spread)
    {
        const qsizetype begin = m_made.text.size();
        m_made.text += QStringLiteral("...") + spread.name;
        m_made.spots.push_back({begin, m_made.text.size(), &spread, -1});
        QueryDefinition *fragment = findFragment(m_document, spread.name);
        if (std::ranges::find(m_fragments, fragment) == m_fragments.end())
            m_fragments.push_back(fragment);
    }

    void writeField(QuerySelection &field, const QString &alias)
    {
        const qsizetype begin = m_made.text.size();
        m_made.text += alias.isEmpty() ? field.name : alias + u':' + field.name;
        writeArguments(field);
        if (!field.children.empty())
            writeSelections(field.children);
        m_made.spots.push_back({begin, m_made.text.size(), &field, -1});
    }

    void writeArguments(QuerySelection &field)
    {
        bool first = true;
        for (std::size_t i = 0; i < field.arguments.size(); ++i) {
            const QueryArgument &argument = field.arguments[i];
            if (argument.cut)
                continue;
            m_made.text += first ? u'(' : u',';
            first = false;
            const qsizetype begin = m_made.text.size();
            m_made.text += argument.name + u':' + valueOf(argument);
            m_made.spots.push_back({begin, m_made.text.size(), &field, static_cast<int>(i)});
        }
        if (!first)
            m_made.text += u')';
    }

    QString valueOf(const QueryArgument &argument)
    {
        QString value = argument.value;
        for (const QString &name : variablesIn(value)) {
            const bool repeated = name == m_variable && !m_suffix.isEmpty();
            note(repeated ? name + m_suffix : name);
            if (repeated)
                value.replace(u'$' + name, u'$' + name + m_suffix);
        }
        return value;
    }

    void note(const QString &variable)
    {
        if (!m_made.variables.contains(variable))
            m_made.variables.append(variable);
    }

    QString declarations(const QueryDefinition &operation, qsizetype times) const
    {
        QStringList made;
        for (const QueryVariable &variable : operation.variables) {
            const bool repeated = variable.name == m_variable;
            for (qsizetype i = 0; repeated && i < times; ++i)
                made.append(QStringLiteral("$%1%2:%3").arg(variable.name).arg(i).arg(variable.type));
            if (!repeated && m_made.variables.contains(variable.name))
                made.append(QStringLiteral("$%1:%2").arg(variable.name, variable.type));
        }
        return made.isEmpty() ? QString() : u'(' + made.join(u',') + u')';
    }

    void prepend(const QString &head)
    {
        m_made.text.prepend(head);
        for (QuerySpot &spot : m_made.spots) {
            spot.begin += head.size();
            spot.end += head.size();
        }
    }

    QueryDocument &m_document;
    QueryText m_made;
    std::vector<QueryDefinition *> m_fragments;
    QString m_variable;
    QString m_suffix;
};

} // namespace

const QuerySpot *QueryText::at(int line, int column) const
{
    const qsizetype place = column - 1;
    const QuerySpot *best = nullptr;
    for (const QuerySpot &spot : spots) {
        const bool around = line == 1 && spot.begin <= place && place < spot.end;
        if (around && (!best || spot.end - spot.begin < best->end - best->begin))
            best = &spot;
    }
    return best;
}

bool isGone(const QuerySelection &selection, const QueryDocument &document)
{
    const auto gone = [&document](const QuerySelection &one) { return isGone(one, document); };
    if (selection.cut)
        return true;
    if (selection.kind == QuerySelection::Kind::Field)
        return !selection.children.empty() && std::ranges::all_of(selection.children, gone);
    const QueryDefinition *fragment = findFragment(document, selection.name);
    return fragment && std::ranges::all_of(fragment->selections, gone);
}

const QueryDefinition *findFragment(const QueryDocument &document, const QString &name)
{
    const auto found = std::ranges::find_if(
        document, [&name](const QueryDefinition &one) { return one.isFragment() && one.name == name; });
    return found == document.end() ? nullptr : &*found;
}

QueryDefinition *findFragment(QueryDocument &document, const QString &name)
{
    return const_cast<QueryDefinition *>(findFragment(std::as_const(document), name));
}

QString repeatedVariable(const QueryDefinition &operation)
{
    for (const QueryVariable &variable : operation.variables) {
        if (variable.type.endsWith(u'!'))
            return variable.name;
    }
    return {};
}

QueryText writeQuery(QueryDocument &document, QueryDefinition &operation, qsizetype times)
{
    return Writer(document).write(operation, times);
}

} // namespace Runnerscope
