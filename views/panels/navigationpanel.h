// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/instanceprofile.h"
#include "models/rules/counts.h"
#include "models/rules/runnerfilter.h"

#include <QDateTime>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace Runnerscope {

class InstanceSwitch;
class NavigationItem;

/// The left side of the window: which fleet this is, and its facets with counters over the whole fleet. One facet at a
/// time, so that the number that is clicked is the number of rows that follow.
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
    /// Marks the facets that \a filter consists of; its text is no facet.
    void setFilter(const RunnerFilter &filter);

signals:
    /// The text of \a facet is empty. An empty facet means all runners.
    void facetChosen(const Runnerscope::RunnerFilter &facet);

private:
    QWidget *makeSourceArea();
    QLayout *makeMarks();
    void addFacets(QVBoxLayout &layout);
    NavigationItem *addItem(QVBoxLayout &layout, const QString &text, const RunnerFilter &facet);
    void addHeading(QVBoxLayout &layout, const QString &text);
    void choose(const NavigationItem &item);
    void step(const NavigationItem &from, int lines);
    void moveTabStop();

    InstanceSwitch *m_switch;
    QLabel *m_productionMark;
    QLabel *m_readOnlyMark;
    QLabel *m_demoMark;
    QLabel *m_changeTokenMark;
    std::vector<NavigationItem *> m_items;
};

} // namespace Runnerscope
