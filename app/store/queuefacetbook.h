// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/queuetrack.h"

#include <QHash>

#include <optional>
#include <vector>

namespace Runnerscope {

/// The numbers that facets have in a file. Gone before the file is closed.
class QueueFacetBook
{
public:
    explicit QueueFacetBook(Database &database);

    /// Nothing: it has none.
    std::optional<FacetNumber> find(const QueueFacet &facet);
    /// Gives it one if it has none, within a transaction of the caller. Nothing: it could not be written.
    std::optional<FacetNumber> add(const QueueFacet &facet);
    /// All of a kind that have one.
    QHash<FacetNumber, QueueFacet> all(FacetKind kind);
    std::optional<QueueFacet> facet(FacetNumber number);

    /// After a transaction that was not committed.
    void forget() { m_numbers.clear(); }

private:
    Database &m_database;
    QSqlQuery m_find;
    QSqlQuery m_add;
    QSqlQuery m_name;
    QHash<QueueFacet, FacetNumber> m_numbers; ///< what never changes
};

} // namespace Runnerscope
