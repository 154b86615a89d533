// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/instanceprofile.h"
#include "models/domain/savedview.h"
#include "models/rules/counts.h"

#include <QDateTime>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace Runnerscope {

class InstanceSwitch;
class NavigationItem;

/// The left side of the window: which fleet this is, its facets, and the views that the user has saved, each with a
/// counter over the whole fleet. The number that is clicked is the number of rows that follow.
class NavigationPanel : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationPanel(QWidget *parent = nullptr);

    /// The fleet that is shown, and the profile by which it is reached, where it has one.
    void setSource(const FleetSource &source, const std::optional<InstanceProfile> &profile);
    /// Whose token for changes is held, and until when unless it is used; an invalid time: none is.
    void setChangeToken(const QString &userName, const QDateTime &until);
    InstanceSwitch &instanceSwitch() const { return *m_switch; }
    /// Nothing while no runner has been read: what is not known is not shown as 0, nor is what \a coverage leaves out.
    void setCounts(const std::optional<FleetCounts> &counts, const Coverage &coverage);
    /// The saved views, in their order. One that cannot be used is there, resting; its tool tip says why.
    void setViews(const std::vector<SavedViewEntry> &views);
    /// How many runners each of them matches; nothing where that is not known.
    void setViewCounts(const std::vector<std::optional<qint64>> &counts);
    /// Marks the item that stands for that filter.
    void setFilter(const QString &filter);
    /// What the window shows: runners, their jobs, or the history of the queue.
    enum class Page { Runners, Jobs, Queue };
    /// Marks the item of the page, and none that is about runners while another is shown.
    void setPage(Page page);
    /// How many jobs wait; nothing where that is not known.
    void setWaitingJobs(std::optional<qint64> count);

signals:
    /// In the filter language; empty: all runners.
    void filterChosen(const QString &filter);
    /// Comes after filterChosen(): the item is this saved view, or with an empty \a id none.
    void viewChosen(const QString &id);
    /// To be met beside the filter in force: the item was chosen with Ctrl.
    void filterAdded(const QString &filter);
    void jobsChosen();
    void queueChosen();
    /// What can be done with a saved view is asked for, at this place of the screen.
    void viewMenuRequested(const QString &id, const QPoint &place);
    /// The filter in force is to be saved as a view.
    void saveViewRequested();

private:
    QWidget *makeSourceArea();
    QLayout *makeMarks();
    void addFacets(QVBoxLayout &layout);
    /// What an item counts.
    using CountOf = std::function<qint64(const FleetCounts &)>;
    struct Facet
    {
        NavigationItem *item;
        CountOf count;
        std::optional<RunnerType> type; ///< of a facet by type: one that this user may not see has no count
    };

    NavigationItem *makeItem(const QString &text, const QString &filter);
    NavigationItem *addFacet(QVBoxLayout &layout, const QString &text, const QString &filter, CountOf count);
    void addViewArea(QVBoxLayout &layout);
    void addView(const SavedViewEntry &entry);
    void addHeading(QVBoxLayout &layout, const QString &text);
    void choose(NavigationItem &item);
    QString viewOf(const NavigationItem &item) const;
    bool isChecked(const NavigationItem &item) const;
    void step(const NavigationItem &from, int lines);
    void moveTabStop();

    InstanceSwitch *m_switch;
    QLabel *m_productionMark;
    QLabel *m_readOnlyMark;
    QLabel *m_demoMark;
    QLabel *m_changeTokenMark;
    std::vector<Facet> m_facets;
    std::vector<NavigationItem *> m_items; ///< from the top down
    std::vector<NavigationItem *> m_views; ///< the last ones of them
    QStringList m_viewIds; ///< of m_views
    QVBoxLayout *m_viewArea = nullptr;
    QLabel *m_noViews = nullptr;
    NavigationItem *m_jobs = nullptr;
    NavigationItem *m_queue = nullptr;
    QString m_filter; ///< in force
    Page m_page = Page::Runners;
};

} // namespace Runnerscope
