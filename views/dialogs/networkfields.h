// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace Runnerscope {

class FileField;
struct InstanceProfile;

/// What corporate networks need: a certificate authority of their own, a client certificate, a proxy.
class NetworkFields : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkFields(QWidget *parent = nullptr);

    void showProfile(const InstanceProfile &profile);
    void fill(InstanceProfile &profile) const;

private:
    void setUpProxy();

    FileField *m_ca;
    FileField *m_certificate;
    FileField *m_key;
    QComboBox *m_proxyMode;
    QLineEdit *m_proxy;
};

/// Whether \a profile has anything that stands in these fields.
bool hasNetworkSettings(const InstanceProfile &profile);

} // namespace Runnerscope
