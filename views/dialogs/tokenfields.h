// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

class QCheckBox;
class QPushButton;

namespace Runnerscope {

class SecretField;

/// The token, with what it needs to be able to do and where to get one, and, where it is wanted, a second one for
/// changes.
class TokenFields : public QWidget
{
    Q_OBJECT

public:
    explicit TokenFields(QWidget *parent = nullptr);

    /// As typed, without blanks around it.
    QByteArray token() const;
    bool isEmpty() const;
    /// Empty as well while the instance is read-only.
    QByteArray changeToken() const;
    /// Hidden again, and gone from the fields.
    void forget();
    /// A token is in the key store already: the field may stay empty.
    void setTokenIsKept(bool kept);
    bool isToBeKept() const;
    /// The server whose page for new tokens the button opens, and the scope preselected there. Without a base the
    /// button rests.
    void setServer(const QUrl &base, bool readOnly);
    void focusToken();

signals:
    void changed();

private:
    void setUpFields();

    SecretField *m_token;
    SecretField *m_changeToken;
    QPushButton *m_create;
    QCheckBox *m_keep;
    QUrl m_page;
};

/// The page of a GitLab at \a base where a user makes a token; name and scope are filled in there.
QUrl tokenPage(const QUrl &base, bool readOnly);

} // namespace Runnerscope
