// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runnertablemodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace Runnerscope {

/// Below the table while runners are selected: how many, and what can be done with them.
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent = nullptr);

    /// Shows itself while anything is selected.
    void setCounts(const CheckCounts &counts);
    /// What stands in its menu for copying, and what its button for files does; they outlive this.
    void setActions(const QList<QAction *> &copying, QAction &exporting);

signals:
    void selectAllRequested();
    void clearRequested();

private:
    QLabel *m_count;
    QPushButton *m_all;
    QToolButton *m_copy;
    QToolButton *m_export;
};

} // namespace Runnerscope
