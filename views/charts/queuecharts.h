// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuehistory.h"
#include "models/rules/queue/queuelines.h"

#include <QWidget>

class QLabel;

namespace Runnerscope {

class ChartLegend;
class TimeChart;

/// How many jobs waited and ran, and below it how long the oldest one waited, over the same time.
class QueueCharts : public QWidget
{
    Q_OBJECT

public:
    explicit QueueCharts(QWidget *parent = nullptr);

    /// \a whose: for screen readers, which jobs these are. Nothing waits for a runner alone: \a waits.
    void show(const QueueHistory &history, const QString &whose, bool waits);
    /// How many points there is room for.
    std::size_t mostPoints() const;
    TimeChart &depth() const { return *m_depth; }
    TimeChart &age() const { return *m_age; }
    QString readout() const;

signals:
    void spanTaken(const Runnerscope::Period &span);
    void backWanted();
    /// There is room for more points, or for fewer.
    void resized();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void join(TimeChart &chart, TimeChart &other);
    void draw();
    void showLegend(const QueueLines &lines);
    void showReadout(const TimeChart &chart);

    ChartLegend *m_legend;
    QLabel *m_readout;
    TimeChart *m_depth;
    TimeChart *m_age;
    QueueHistory m_history; ///< without its waits
    QString m_whose;
    bool m_waits = true;
};

} // namespace Runnerscope
