// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/dialogs/addressreading.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace Runnerscope {

struct InstanceProfile;
class TextBlock;

/// Which GitLab: a name for people, its address and what is understood of it, and how to treat it.
class ServerFields : public QWidget
{
    Q_OBJECT

public:
    explicit ServerFields(ReadAddress readAddress, QWidget *parent = nullptr);

    /// Without blanks around it.
    QString address() const;
    AddressReading reading() const;
    bool isReadOnly() const;

    void showProfile(const InstanceProfile &profile);
    /// Writes the fields that stand here into \a profile.
    void fill(InstanceProfile &profile) const;
    void focusAddress();

signals:
    void changed();

private:
    void setUpFields();
    void sayWhatIsUnderstood();

    ReadAddress m_readAddress;
    QLineEdit *m_name;
    QLineEdit *m_address;
    TextBlock *m_understood;
    QCheckBox *m_production;
    QCheckBox *m_readOnly;
};

} // namespace Runnerscope
