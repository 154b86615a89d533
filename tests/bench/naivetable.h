// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace Runnerscope::Bench {

/// The baseline: the same rows the usual way, a model below Qt's own proxy that filters and sorts, in a plain view.
class NaiveTable : public QTableView
{
    Q_OBJECT

public:
    explicit NaiveTable(QWidget *parent = nullptr);

    void take(const FleetPtr &fleet, const FleetDelta &delta);
    int rows() const { return m_proxy.rowCount(); }
    /// Rows with \a text in some column: fewer texts than a word in the filter language looks at.
    void setFilter(const QString &text) { m_proxy.setFilterFixedString(text); }

private:
    class Model;

    Model *m_model;
    QSortFilterProxyModel m_proxy;
};

} // namespace Runnerscope::Bench
