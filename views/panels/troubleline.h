// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobtroubles.h"

#include <QWidget>

class QToolButton;

namespace Runnerscope {

/// Counts of what stands out among jobs, each of which leads there. Hidden while nothing does.
class TroubleLine : public QWidget
{
    Q_OBJECT

public:
    explicit TroubleLine(QWidget *parent = nullptr);

    /// Null: nothing is known.
    void showTroubles(const JobTroublesPtr &troubles);

signals:
    /// Jobs that meet a filter are wanted.
    void jobsWanted(const QString &filter);
    /// Runners that do.
    void runnersWanted(const QString &filter);

private:
    static QToolButton *makeButton(const char *name, const QString &toolTip);

    QToolButton *m_silent;
    QToolButton *m_failing;
    QString m_failingFilter;
};

} // namespace Runnerscope
