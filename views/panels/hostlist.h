// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace Runnerscope {

class ManagerTableModel;

/// The hosts of one runner, two lines each. Scrolls by itself once there are more than a few.
class HostList : public QListView
{
    Q_OBJECT

public:
    explicit HostList(ManagerTableModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    void copyCurrent() const;
};

} // namespace Runnerscope
