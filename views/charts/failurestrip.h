// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/runnerrecord.h"

#include <QWidget>

namespace Runnerscope {

/// How many jobs finished and failed over time: a bar for each stretch, hollow for what succeeded, filled for what
/// failed.
class FailureStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FailureStrip(QWidget *parent = nullptr);

    void setRecord(const RunnerRecord &record);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF barOf(std::size_t place) const;

    std::vector<RecordSpan> m_spans;
};

} // namespace Runnerscope
