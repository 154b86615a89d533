// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

#include <QWidget>

namespace Runnerscope {

/// The glyph of a status as a widget; the word stands beside it.
class StatusMark : public QWidget
{
    Q_OBJECT

public:
    explicit StatusMark(QWidget *parent = nullptr);

    void setStatus(RunnerStatus status, bool paused);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int glyphHeight() const;

    RunnerStatus m_status = RunnerStatus::Offline;
    bool m_paused = false;
};

} // namespace Runnerscope
