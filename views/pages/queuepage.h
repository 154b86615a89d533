// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/errorwording.h"
#include "models/waittablemodel.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace Runnerscope {

class EmptyState;
class ListTable;
class QueueCharts;

/// How the queue was: charts of its depth over a span of time, and below them how long jobs waited by tag set, group,
/// project or runner. Asks questions, and is shown their answers.
class QueuePage : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePage(QWidget *parent = nullptr);

    /// Runners have their names from it.
    void setFleet(const FleetPtr &fleet);
    /// Asks again for what is shown: more may have been seen.
    void renew();
    /// Another fleet: nothing is known of it.
    void forget();

    /// Answers to questions that are no longer those of the page are dropped.
    void showHistory(const QueueQuestion &question, const QueueHistory &history);
    /// No history is kept of this fleet.
    void showNotKept();
    void showTrouble(const ErrorWords &words);

    /// Picks how jobs are told apart, as by the choice above.
    void chooseKind(FacetKind kind);
    void chooseSpan(std::chrono::milliseconds span);
    const QueueFacet &facet() const { return m_facet; }
    QueueCharts &charts() const { return *m_charts; }
    ListTable &table() const { return *m_table; }
    WaitTableModel &model() { return m_model; }
    /// Of what is shown; empty before the first answer.
    Period period() const { return m_period; }

signals:
    void asked(const Runnerscope::QueueQuestion &question);
    /// The user has picked a span of time; nothing: lets it go.
    void spanChosen(const std::optional<Runnerscope::Period> &span);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QLayout *makeChoices();
    QLayout *makeTitle();
    void joinParts();
    QueueQuestion question() const;
    void ask();
    void askDepth();
    void takeSpan(const Period &span);
    void letSpanGo();
    void chooseRow();
    void showAll();
    void takeRows();
    void sayWhose();
    void setParts(bool shown);

    WaitTableModel m_model;
    QComboBox *m_kinds;
    QButtonGroup *m_spans;
    QToolButton *m_own; ///< the span that was picked
    QLabel *m_whose;
    QToolButton *m_all;
    QueueCharts *m_charts;
    QLabel *m_remark;
    ListTable *m_table;
    QSplitter *m_splitter;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    QTimer m_settle; ///< while the window is being resized
    QueueFacet m_facet;
    QString m_facetName;
    FacetKind m_kind = FacetKind::All;
    std::chrono::milliseconds m_span{std::chrono::hours(3)};
    std::optional<Period> m_picked;
    Period m_period;
    QElapsedTimer m_sinceAsked;
    int m_scrolled = 0;
    bool m_taking = false; ///< rows are being put in
};

} // namespace Runnerscope
