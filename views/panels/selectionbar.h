// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checkabletablemodel.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace Runnerscope {

/// Below a table while rows of it are selected: how many, and what can be done with them.
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    enum class Of { Runners, Jobs };

    explicit SelectionBar(Of what, QWidget *parent = nullptr);

    /// Shows itself while anything is selected.
    void setCounts(const CheckCounts &counts);
    /// What stands in its menu for copying, and what its button for files does; they outlive this.
    void setActions(const QList<QAction *> &copying, QAction &exporting);
    /// Something else that can be done with them, as a button of its own; outlives this.
    void addAction(QAction &action);

signals:
    void selectAllRequested();
    void clearRequested();

private:
    QString countText(const CheckCounts &counts) const;

    const Of m_what;
    QLabel *m_count;
    QPushButton *m_all;
    QToolButton *m_copy;
    QToolButton *m_export;
    QHBoxLayout *m_line;
};

} // namespace Runnerscope
