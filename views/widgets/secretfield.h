// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace Runnerscope {

/// A token: typed hidden, shown on request.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    /// \a name for screen readers, \a showName for the box that shows it. \a showText has its key.
    SecretField(const QString &name, const QString &showText, const QString &showName, QWidget *parent = nullptr);

    /// As typed, without blanks around it; empty while the field rests.
    QByteArray secret() const;
    /// Hidden again, and gone from the field.
    void forget();
    /// Stands in the empty field.
    void setHint(const QString &hint);
    /// Of the field and of the box beside it.
    void setObjectNames(const QString &field, const QString &show);

signals:
    void changed();

private:
    QLineEdit *m_field;
    QCheckBox *m_show;
};

} // namespace Runnerscope
