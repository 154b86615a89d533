// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instanceprofile.h"

#include <QAbstractButton>

#include <vector>

class QMenu;

namespace Runnerscope {

/// Names the GitLab whose fleet is shown and offers the others: a button with a menu.
class InstanceSwitch : public QAbstractButton
{
    Q_OBJECT

public:
    explicit InstanceSwitch(QWidget *parent = nullptr);

    /// \a detail stands below the name, such as the version of the server.
    void setLabel(const QString &name, const QString &detail);
    /// \a current is the key of the one that is shown; empty for the demo and for one that is not saved.
    void setInstances(std::vector<InstanceProfile> instances, const QString &current, bool demoIsCurrent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void instanceChosen(const QString &key);
    void demoChosen();
    void connectRequested();
    void editRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openMenu();
    void fillMenu(QMenu &menu);
    QAction *addChoice(QMenu &menu, const QString &text, bool current);
    QRect textRect() const;

    QString m_detail;
    std::vector<InstanceProfile> m_instances;
    QString m_current;
    bool m_demoIsCurrent = false;
};

} // namespace Runnerscope
