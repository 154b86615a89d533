// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instanceprofile.h"

#include <QDialog>

#include <vector>

class QListWidget;
class QPushButton;

namespace Runnerscope {

/// The saved GitLabs: edit one, remove one, add one. It changes nothing itself.
class InstancesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit InstancesDialog(QWidget *parent = nullptr);

    void setInstances(const std::vector<InstanceProfile> &instances);

    QSize sizeHint() const override;

signals:
    void addRequested();
    void editRequested(const QString &key);
    /// The user has been asked already.
    void removeRequested(const QString &key);

private:
    QLayout *makeButtons();
    QPushButton *addButton(QLayout &layout, const QString &text, const char *name);
    QString currentKey() const;
    void edit();
    void askToRemove();
    void updateButtons();

    std::vector<InstanceProfile> m_instances;
    QListWidget *m_list;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace Runnerscope
