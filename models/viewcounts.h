// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/newestwork.h"
#include "models/rules/filter/filterexpression.h"

#include <QObject>

#include <variant>
#include <vector>

namespace Runnerscope {

/// How many runners a view matches, or why that cannot be told.
using ViewCount = std::variant<qint64, FilterError>;

/// Counts, off the GUI thread, the runners that each of several views matches. Ages are judged at the time at which
/// each row was read, as in the table.
class ViewCounts : public QObject
{
    Q_OBJECT

public:
    explicit ViewCounts(QObject *parent = nullptr);

    /// Nothing is counted again while the rows (see Fleet::rowsRevision) and the views are the same; of other views of
    /// the same rows, only those that are new. Of several requests that wait only the newest is answered.
    void request(const FleetPtr &fleet, const std::vector<FilterExpression> &views);

    /// Those of the views requested last, in their order; of rows before the newest for a moment. None until the views
    /// have been counted in a fleet of that instance.
    const std::vector<ViewCount> &counts() const { return m_counts; }
    bool isBusy() const { return m_work.isBusy(); }

signals:
    /// counts() are there, or are others than before.
    void counted();

private:
    struct Request
    {
        FleetPtr fleet;
        std::vector<FilterExpression> views;
    };
    struct Result
    {
        InstanceId instance{};
        std::vector<FilterExpression> views;
        std::vector<ViewCount> counts;
    };

    void take(const Result &result);

    quint64 m_revision = 0; ///< of the rows requested last; 0: none were
    InstanceId m_instance{};
    std::vector<FilterExpression> m_views;
    std::vector<ViewCount> m_counts;
    NewestWork<Request, Result> m_work;
};

} // namespace Runnerscope
