// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/rowstext.h"
#include "models/newestwork.h"
#include "models/runnertablemodel.h"

#include <QObject>

namespace Runnerscope {

class MainWindow;

/// Takes rows out of the window: the selected ones, else the row that is chosen, else all of the table. The texts are
/// made off the GUI thread.
class RowsFlow : public QObject
{
    Q_OBJECT

public:
    RowsFlow(RunnerTableModel &model, MainWindow &window);

    void copy(RowsFormat format);
    /// Asks for a file.
    void startExport();
    /// In the fields of runnerscopectl, as JSON where the name of the file ends so, else as CSV. What goes wrong is
    /// said, and the file that was there before stays.
    void exportTo(const QString &file);

signals:
    /// The clipboard has the rows.
    void copied();
    /// The file is written; it holds so many runners.
    void exported(qsizetype rows);

private:
    struct Rows
    {
        OrderedRowsPtr rows;
        RunnerSelection selection;
        std::vector<RunnerColumn> columns;
        RowsFormat format{};
        QString file;
    };
    struct Written
    {
        QString file;
        qsizetype rows = 0;
        QString trouble; ///< empty: none
    };

    static QString textOf(const Rows &rows);
    static Written write(const Rows &rows);
    Rows chosenRows() const;
    std::vector<RunnerColumn> shownColumns() const;
    void tell(const Written &written);

    RunnerTableModel &m_model;
    MainWindow &m_window;
    NewestWork<Rows, QString> m_copying;
    NewestWork<Rows, Written> m_writing;
};

} // namespace Runnerscope
