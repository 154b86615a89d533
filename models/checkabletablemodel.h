// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace Runnerscope {

/// How many are selected.
struct CheckCounts
{
    int rows = 0; ///< of the table, selected or not
    int shown = 0; ///< selected, in the table
    int hidden = 0; ///< selected, hidden by the filter
    int gone = 0; ///< selected, no longer there

    int all() const { return shown + hidden + gone; }
    /// Of the box that stands for all rows.
    Qt::CheckState state() const
    {
        if (shown == 0)
            return Qt::Unchecked;
        return shown == rows ? Qt::Checked : Qt::PartiallyChecked;
    }

    friend bool operator==(const CheckCounts &, const CheckCounts &) = default;
};

/// A table whose rows are selected by the boxes of a column. What is selected are the things that the rows stand for,
/// so that it survives every refresh, filter and order.
class CheckableTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    CheckCounts checkCounts() const { return m_checked; }
    /// Selects the rows from \a first to \a last, or no longer.
    virtual void setChecked(int first, int last, bool checked) = 0;
    /// Every row, whether it is on screen or not.
    virtual void checkAll() = 0;
    virtual void clearChecks() = 0;

    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// checkCounts() has changed.
    void selectionChanged();

protected:
    explicit CheckableTableModel(int checkColumn, QObject *parent = nullptr);

    virtual CheckCounts countChecks() const = 0;
    /// The rows from \a first to \a last are selected, or no longer; none of them where \a last is before \a first.
    void repaintChecks(int first, int last);
    /// countChecks() may say something else.
    void tellChecks();

private:
    const int m_checkColumn;
    CheckCounts m_checked;
};

} // namespace Runnerscope
