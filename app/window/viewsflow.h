// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/savedviews.h"
#include "models/runnertablemodel.h"
#include "models/viewcounts.h"

#include <QObject>
#include <QPoint>

namespace Runnerscope {

class MainWindow;

/// Saves the filter in force under a name, with or without the columns, shows the saved ones with their counters, and
/// changes, exports and imports them. A child of the window.
class ViewsFlow : public QObject
{
    Q_OBJECT

public:
    /// \a saved outlives this.
    ViewsFlow(SavedViews &saved, RunnerTableModel &model, MainWindow &window);

    /// Asks for a name.
    void save();
    enum class Columns { Leave, Keep };
    void saveAs(const QString &name, Columns columns = Columns::Leave);
    void renameTo(const QString &id, const QString &name);
    /// To the filter in force, and to the present columns where the view has columns of its own.
    void takePresent(const QString &id);
    /// The present ones; with Columns::Leave it has none of its own any more.
    void setColumns(const QString &id, Columns columns);
    void remove(const QString &id);
    void moveBy(const QString &id, int steps);
    void exportTo(const QString &file);
    void importFrom(const QString &file);

private:
    void showColumnsOf(const QString &id);
    void showMenu(const QString &id, const QPoint &place);
    void rename(const QString &id);
    void chooseExport();
    void chooseImport();
    void refresh();
    void count();
    void showCounts();
    /// Whether all went well; else it is said.
    bool tell(const std::optional<SavedViewTrouble> &trouble);
    QByteArray layout(Columns columns) const;
    const SavedView *find(const QString &id) const;

    SavedViews &m_saved;
    RunnerTableModel &m_model;
    MainWindow &m_window;
    ViewCounts m_counts;
    SavedViewList m_list;
    std::vector<std::size_t> m_counted; ///< the entries that m_counts counts
};

} // namespace Runnerscope
