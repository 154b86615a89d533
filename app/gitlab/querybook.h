// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/query.h"
#include "app/gitlab/querycut.h"
#include "app/gitlab/querytext.h"
#include "app/gitlab/schemaoffer.h"

#include <QHash>

#include <map>
#include <memory>
#include <utility>

namespace Runnerscope {

/// The queries of resources/queries as one server understands them: one book per connection, used on one thread.
///
/// A file holds operations and the fragments they spread; an operation is sent with its fragments only. What a
/// supported server may lack carries a mark: "creationState # since CiRunner.creationState"; behind the opening of a
/// block the mark speaks of the whole block, and "# since Query.groups(topLevelOnly)" of that argument. What is marked,
/// and what stands directly in a fragment and so is a field of a known type, goes when the SchemaOffer says that the
/// server lacks it. What a server refuses all the same goes when it says so, with its arguments, its block, and
/// whatever is left empty by that; variables that nothing uses any more go as well.
///
/// Some things never go, since nothing works without them: ids, nodes, the information about pages, runners. Where they
/// stand below something that can go, that goes with them. Nor do arguments go that say what is asked for, such as type
/// or after: their field goes as a whole, or nothing does.
class QueryBook
{
public:
    QueryBook();
    Q_DISABLE_COPY_MOVE(QueryBook)

    /// The body of the request. Variables that the text does not use, or uses no longer, are left out of it.
    QByteArray body(const GraphQlQuery &query);

    /// The query that asks the server for its SchemaOffer.
    GraphQlQuery offerQuery() const;
    /// Takes the data of its answer.
    void adapt(JsonValue data);

    /// The server refused the query with these errors. True: something was cut from it, or had been cut since it was
    /// sent, and it makes sense to send it again. A server names at most five errors at once, so that several rounds
    /// may follow; they come to an end.
    bool refused(const GraphQlQuery &query, JsonValue errors);

    /// False when the server is known to lack what the operation is about.
    bool isOffered(const QString &operation) const;

    /// What this server does not know of what was to be asked, such as "CiRunner.creationState"; sorted. For people.
    QStringList unknownToServer() const { return m_unknown; }

    QStringList operations() const { return m_operations.keys(); }

private:
    struct Operation
    {
        QueryDocument *document = nullptr;
        QueryDefinition *definition = nullptr;
        int fruitless = 0; ///< refusals that led to no cut
    };
    using TextKey = std::pair<QString, qsizetype>; ///< the operation, and how often it is repeated

    void read(const QString &path);
    Operation &operation(const QString &name);
    const QueryText &textOf(const GraphQlQuery &query);
    Cut cutRefused(const GraphQlQuery &query, JsonValue error);
    Cut cutAtPlace(const GraphQlQuery &query, JsonValue error);
    void note(const QString &name);

    std::vector<std::unique_ptr<QueryDocument>> m_documents;
    QHash<QString, Operation> m_operations;
    std::map<TextKey, std::vector<QueryText>> m_texts; ///< as they were sent; the newest is last
    QStringList m_unknown;
};

/// The answers to a query with repeatedFor, in its order; undefined where there is none.
std::vector<JsonValue> repeatedAnswers(JsonValue data, qsizetype count);

/// Whether \a data holds an answer to each of them, be it null.
bool answersAll(JsonValue data, qsizetype count);

} // namespace Runnerscope
