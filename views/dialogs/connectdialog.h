// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/errorwording.h"

#include <QByteArray>
#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace Runnerscope {

class TextBlock;

/// Asks for the address of a GitLab and a token. Connect does not close it: whoever listens to connectRequested() says
/// accept() or showError().
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(QWidget *parent = nullptr);

    /// As typed, without blanks around it.
    QString address() const;
    void setAddress(const QString &address);
    /// The token as typed, without blanks around it. The field is empty afterwards.
    QByteArray takeToken();

    void showError(const ErrorWords &words);
    /// Fields and buttons rest while a connection is tried.
    void setBusy(bool busy);

signals:
    void connectRequested();

protected:
    bool event(QEvent *event) override;

private:
    QFormLayout *makeForm();
    void setUpFields();
    void setUpButtons();
    void updateButton();

    QLineEdit *m_address;
    QLineEdit *m_token;
    QCheckBox *m_show;
    TextBlock *m_errorSentence;
    TextBlock *m_errorRemedy;
    QDialogButtonBox *m_buttons;
    QPushButton *m_connect;
    bool m_busy = false;
};

} // namespace Runnerscope
