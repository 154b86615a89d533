// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/counts.h"
#include "models/rules/runnerfilter.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace Runnerscope {

class ElidedLabel;
class NavigationItem;

/// The left side of the window: which fleet this is, and its facets with counters over the whole fleet. One facet at a
/// time, so that the number that is clicked is the number of rows that follow.
class NavigationPanel : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationPanel(QWidget *parent = nullptr);

    void setSource(const FleetSource &source);
    /// Nothing while no runner has been read: what is not known is not shown as 0.
    void setCounts(const std::optional<FleetCounts> &counts);
    /// Marks the facets that \a filter consists of; its text is no facet.
    void setFilter(const RunnerFilter &filter);

signals:
    /// The text of \a facet is empty. An empty facet means all runners.
    void facetChosen(const Runnerscope::RunnerFilter &facet);

private:
    QWidget *makeSourceArea();
    void addFacets(QVBoxLayout &layout);
    NavigationItem *addItem(QVBoxLayout &layout, const QString &text, const RunnerFilter &facet);
    void addHeading(QVBoxLayout &layout, const QString &text);
    void choose(const NavigationItem &item);
    void step(const NavigationItem &from, int lines);
    void moveTabStop();

    ElidedLabel *m_label;
    QLabel *m_detail;
    QLabel *m_demoMark;
    std::vector<NavigationItem *> m_items;
};

} // namespace Runnerscope
