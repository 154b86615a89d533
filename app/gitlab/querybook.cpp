// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/querybook.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

static void initializeQueryResource()
{
    Q_INIT_RESOURCE(queries); // needed where this room is a static library
}

namespace Runnerscope {

namespace {

/// Requests that were under way when something was cut are refused like the one that led to it.
constexpr int mostFruitlessRefusals = 32;

/// What a server says is wrong, in the words of the graphql-ruby library.
struct Refusal
{
    QString code;
    QString typeName;
    QString field;
    QString argument;
    QString variable;
    QString fragment; ///< its name, or the type it is on
};

Refusal refusalOf(JsonValue error)
{
    const JsonValue extensions = error.value(QLatin1String("extensions"));
    const auto text = [extensions](QLatin1String key) { return extensions.value(key).toString(); };
    Refusal refusal;
    refusal.code = text(QLatin1String("code"));
    refusal.typeName = text(QLatin1String("typeName"));
    refusal.field = text(QLatin1String("fieldName"));
    refusal.argument = text(QLatin1String("argumentName"));
    refusal.variable = text(QLatin1String("variableName"));
    refusal.fragment = text(QLatin1String("fragmentName"));
    if (refusal.code == QLatin1String("undefinedType"))
        refusal.fragment = refusal.typeName;
    if (refusal.code == QLatin1String("missingRequiredArguments"))
        refusal.field = text(QLatin1String("name"));
    if (refusal.code == QLatin1String("selectionMismatch"))
        refusal.field = text(QLatin1String("nodeName")).section(u'\'', 1, 1);
    return refusal;
}

QString plainName(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("^\\w{1,80}$"));
    return name.match(text).hasMatch() ? text : QString();
}

QString knownAs(const QuerySpot &spot, const Refusal &refusal)
{
    const QString type = refusal.code == QLatin1String("undefinedField") ? plainName(refusal.typeName) : QString();
    const QuerySelection &selection = *spot.selection;
    QString name = !selection.since.isEmpty() ? selection.since
        : type.isEmpty()                      ? selection.name
                                              : type + u'.' + selection.name;
    if (spot.argument >= 0)
        name += u'(' + selection.arguments[static_cast<std::size_t>(spot.argument)].name + u')';
    return name;
}

/// Whether what stands at an error's place is what the error speaks of.
bool fits(const QuerySpot &spot, const Refusal &refusal)
{
    const QuerySelection &selection = *spot.selection;
    if (spot.argument >= 0)
        return selection.arguments[static_cast<std::size_t>(spot.argument)].name == refusal.argument;
    return refusal.argument.isEmpty() && selection.kind == QuerySelection::Kind::Field
        && selection.name == refusal.field;
}

/// Errors of an argument may point at its field.
QuerySpot narrowed(QuerySpot spot, const Refusal &refusal)
{
    for (std::size_t i = 0; spot.argument < 0 && i < spot.selection->arguments.size(); ++i) {
        if (spot.selection->arguments[i].name == refusal.argument)
            spot.argument = static_cast<int>(i);
    }
    return spot;
}

} // namespace

QueryBook::QueryBook()
{
    initializeQueryResource();
    for (QDirIterator files(QStringLiteral(":/queries")); files.hasNext();)
        read(files.next());
}

void QueryBook::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without %s", qUtf8Printable(path));
    m_documents.push_back(std::make_unique<QueryDocument>(parseQueries(QString::fromUtf8(file.readAll()), path)));
    QueryDocument &document = *m_documents.back();
    for (QueryDefinition &definition : document) {
        if (definition.isFragment())
            continue;
        if (m_operations.contains(definition.name))
            qFatal("%s: there are two operations %s", qUtf8Printable(path), qUtf8Printable(definition.name));
        m_operations.insert(definition.name, {&document, &definition});
    }
}

QueryBook::Operation &QueryBook::operation(const QString &name)
{
    const auto found = m_operations.find(name);
    if (found == m_operations.end())
        qFatal("The program was built without the query %s", qUtf8Printable(name));
    return *found;
}

const QueryText &QueryBook::textOf(const GraphQlQuery &query)
{
    const Operation &found = operation(query.name);
    std::vector<QueryText> &texts = m_texts[{query.name, query.repeatedFor.size()}];
    QueryText text = writeQuery(*found.document, *found.definition, query.repeatedFor.size());
    if (texts.empty() || texts.back().text != text.text)
        texts.push_back(std::move(text));
    return texts.back();
}

QByteArray QueryBook::body(const GraphQlQuery &query)
{
    const QueryText &text = textOf(query);
    QJsonObject variables;
    for (auto variable = query.variables.begin(); variable != query.variables.end(); ++variable) {
        if (text.variables.contains(variable.key()))
            variables.insert(variable.key(), variable.value());
    }
    const QString repeated = repeatedVariable(*operation(query.name).definition);
    for (qsizetype i = 0; i < query.repeatedFor.size(); ++i)
        variables.insert(repeated + QString::number(i), query.repeatedFor.at(i));
    const QJsonObject body{
        {QStringLiteral("operationName"), query.name},
        {QStringLiteral("query"), text.text},
        {QStringLiteral("variables"), variables},
    };
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

GraphQlQuery QueryBook::offerQuery() const
{
    QStringList types;
    for (const auto &document : m_documents) {
        for (const QString &name : knownNames(*document))
            types.append(name.section(u'.', 0, 0));
    }
    types.removeDuplicates();
    types.sort();
    return {QStringLiteral("SchemaOffer"), {}, types};
}

void QueryBook::adapt(JsonValue data)
{
    const SchemaOffer offer = SchemaOffer::decode(data, offerQuery().repeatedFor);
    for (const auto &document : m_documents) {
        for (const QString &name : knownNames(*document)) {
            const bool lacking = offer.has(name) == SchemaOffer::Answer::Lacking;
            if (lacking && cutByName(*document, name) != Cut::Impossible)
                note(name);
        }
    }
}

bool QueryBook::refused(const GraphQlQuery &query, JsonValue errors)
{
    Operation &asked = operation(query.name);
    const std::vector<bool> before = cutsOf(*asked.document);
    const QStringList knownBefore = m_unknown;
    bool cutAll = !errors.isEmpty();
    bool cutAny = false;
    for (const JsonValue error : errors) {
        const Cut cut = cutRefused(query, error);
        cutAll = cutAll && cut != Cut::Impossible;
        cutAny = cutAny || cut == Cut::Now;
    }
    if (!isOffered(query.name)) { // nothing worth sending is left
        restoreCuts(*asked.document, before);
        m_unknown = knownBefore;
        return false;
    }
    asked.fruitless += cutAny ? 0 : 1;
    return cutAll && asked.fruitless <= mostFruitlessRefusals;
}

Cut QueryBook::cutRefused(const GraphQlQuery &query, JsonValue error)
{
    const Refusal refusal = refusalOf(error);
    if (refusal.code.isEmpty())
        return Cut::Impossible;
    QueryDocument &document = *operation(query.name).document;
    if (!refusal.variable.isEmpty())
        return cutUsesOf(document, refusal.variable);
    if (!refusal.fragment.isEmpty())
        return cutFragments(document, refusal.fragment);
    const Cut cut = cutAtPlace(query, error);
    if (cut != Cut::Impossible || refusal.code != QLatin1String("undefinedField"))
        return cut;
    const QString name = plainName(refusal.typeName) + u'.' + refusal.field;
    const Cut byName = cutByName(document, name);
    if (byName != Cut::Impossible)
        note(name);
    return byName;
}

Cut QueryBook::cutAtPlace(const GraphQlQuery &query, JsonValue error)
{
    const Refusal refusal = refusalOf(error);
    const JsonValue place = error.value(QLatin1String("locations")).first();
    const int line = place.value(QLatin1String("line")).toInt();
    const int column = place.value(QLatin1String("column")).toInt();
    std::vector<QueryText> &texts = m_texts[{query.name, query.repeatedFor.size()}];
    for (auto text = texts.rbegin(); text != texts.rend(); ++text) {
        const QuerySpot *found = text->at(line, column);
        if (!found || !fits(narrowed(*found, refusal), refusal))
            continue;
        const QuerySpot spot = narrowed(*found, refusal);
        QueryDocument &document = *operation(query.name).document;
        QuerySelection &selection = *spot.selection;
        const Cut cut = spot.argument < 0
            ? cutSelection(document, selection)
            : cutArgument(document, selection, selection.arguments[static_cast<std::size_t>(spot.argument)]);
        if (cut == Cut::Now)
            note(knownAs(spot, refusal));
        return cut;
    }
    return Cut::Impossible;
}

void QueryBook::note(const QString &name)
{
    if (m_unknown.contains(name))
        return;
    m_unknown.append(name);
    m_unknown.sort();
}

bool QueryBook::isOffered(const QString &operation) const
{
    const auto found = m_operations.constFind(operation);
    return found != m_operations.constEnd() && isUsable(*found->document, *found->definition);
}

namespace {

QByteArray repeatedKey(qsizetype place)
{
    return 'r' + QByteArray::number(place);
}

} // namespace

bool answersAll(JsonValue data, qsizetype count)
{
    for (qsizetype i = 0; i < count; ++i) {
        if (!data.contains(QLatin1String(repeatedKey(i))))
            return false;
    }
    return true;
}

std::vector<JsonValue> repeatedAnswers(JsonValue data, qsizetype count)
{
    std::vector<JsonValue> answers;
    for (qsizetype i = 0; i < count; ++i)
        answers.push_back(data.value(QLatin1String(repeatedKey(i))));
    return answers;
}

} // namespace Runnerscope
