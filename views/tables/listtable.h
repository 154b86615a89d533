// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <vector>

namespace Runnerscope {

class CheckableTableModel;
class RowChecking;
class RunnerDelegate;

/// A table that looks like that of the runners, over a model of lists: one height for all rows, nothing measured. Rows
/// lead to runners by their FilterRole.
class ListTable : public QTableView
{
    Q_OBJECT

public:
    /// \a widths: of the columns, in average letters.
    ListTable(
        QAbstractItemModel &model, const QString &name, std::initializer_list<int> widths, QWidget *parent = nullptr);

    /// Rows are selected by boxes in \a checkColumn of \a rows, the model; it stands first.
    void setCheckable(CheckableTableModel &rows, int checkColumn, int textColumn);

    void keyboardSearch(const QString &search) override;

signals:
    /// The runners of a row are wanted: Return or a double click.
    void filterWanted(const QString &filter);
    /// Likewise.
    void rowActivated(int row);
    /// Escape was pressed.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void fitFont();
    void activate(const QModelIndex &index);
    void hover(int row);

    RunnerDelegate *m_delegate;
    RowChecking *m_checking = nullptr; ///< null: rows have no boxes
    std::vector<int> m_widths; ///< of the columns, in average letters
};

} // namespace Runnerscope
