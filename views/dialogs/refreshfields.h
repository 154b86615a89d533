// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QSpinBox;

namespace Runnerscope {

struct InstanceProfile;

/// How often an instance is asked by itself.
class RefreshFields : public QWidget
{
    Q_OBJECT

public:
    explicit RefreshFields(QWidget *parent = nullptr);

    void showProfile(const InstanceProfile &profile);
    void fill(InstanceProfile &profile) const;

private:
    std::vector<QSpinBox *> m_boxes; ///< in the order of refreshFields
};

/// Whether \a profile has anything unusual in these fields.
bool hasRefreshSettings(const InstanceProfile &profile);

} // namespace Runnerscope
