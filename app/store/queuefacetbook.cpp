// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/queuefacetbook.h"

namespace Runnerscope {

namespace {

/// Any other name of a number that damaged bytes tell.
std::optional<FacetKind> kindFrom(int number)
{
    if (number <= static_cast<int>(FacetKind::All) || number > static_cast<int>(FacetKind::Runner))
        return std::nullopt;
    return static_cast<FacetKind>(number);
}

QVariant nameOf(const QueueFacet &facet)
{
    return facet.name.isNull() ? QStringLiteral("") : facet.name; // a null text would be bound as NULL
}

} // namespace

QueueFacetBook::QueueFacetBook(Database &database) :
    m_database(database),
    m_find(database.prepared(QStringLiteral("SELECT number FROM queue_facet WHERE kind = ? AND name = ?"))),
    m_add(database.prepared(QStringLiteral("INSERT INTO queue_facet (kind, name) VALUES (?, ?)"))),
    m_name(database.prepared(QStringLiteral("SELECT kind, name FROM queue_facet WHERE number = ?")))
{
}

std::optional<FacetNumber> QueueFacetBook::find(const QueueFacet &facet)
{
    if (facet.kind == FacetKind::All)
        return 0;
    if (const auto known = m_numbers.constFind(facet); known != m_numbers.cend())
        return *known;
    m_find.bindValue(0, static_cast<int>(facet.kind));
    m_find.bindValue(1, nameOf(facet));
    std::optional<FacetNumber> number;
    if (m_database.execute(m_find) && m_find.next())
        number = m_find.value(0).toLongLong();
    m_find.finish();
    if (number)
        m_numbers.insert(facet, *number);
    return number;
}

std::optional<FacetNumber> QueueFacetBook::add(const QueueFacet &facet)
{
    if (const auto number = find(facet))
        return number;
    m_add.bindValue(0, static_cast<int>(facet.kind));
    m_add.bindValue(1, nameOf(facet));
    if (!m_database.execute(m_add))
        return std::nullopt;
    const FacetNumber number = m_add.lastInsertId().toLongLong();
    m_numbers.insert(facet, number);
    return number;
}

QHash<FacetNumber, QueueFacet> QueueFacetBook::all(FacetKind kind)
{
    QSqlQuery query = m_database.prepared(QStringLiteral("SELECT number, name FROM queue_facet WHERE kind = ?"));
    query.bindValue(0, static_cast<int>(kind));
    QHash<FacetNumber, QueueFacet> facets;
    if (!m_database.execute(query))
        return facets;
    while (query.next())
        facets.insert(query.value(0).toLongLong(), {kind, query.value(1).toString()});
    return facets;
}

std::optional<QueueFacet> QueueFacetBook::facet(FacetNumber number)
{
    if (number == 0)
        return QueueFacet{};
    m_name.bindValue(0, number);
    std::optional<QueueFacet> facet;
    if (m_database.execute(m_name) && m_name.next()) {
        if (const auto kind = kindFrom(m_name.value(0).toInt()))
            facet = {*kind, m_name.value(1).toString()};
    }
    m_name.finish();
    return facet;
}

} // namespace Runnerscope
