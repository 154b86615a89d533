// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"
#include "models/domain/instanceprofile.h"
#include "views/dialogs/addressreading.h"

#include <QByteArray>
#include <QDialog>
#include <QPointer>

#include <optional>

class QDialogButtonBox;
class QPushButton;
class QScrollArea;

namespace Runnerscope {

class AccessSummary;
class Expander;
class NetworkFields;
class RefreshFields;
class ServerFields;
class TokenFields;

/// Everything needed to reach one GitLab, a new one or one that is saved. Neither button closes it: whoever listens
/// says showAccess(), showError() or accept(). It keeps no token once it is closed.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(ReadAddress readAddress, QWidget *parent = nullptr);

    /// For a new one: a profile without a key.
    void showProfile(const InstanceProfile &profile, bool tokenIsKept);
    /// As the fields say. What stands in no field is as it was shown.
    InstanceProfile profile() const;
    /// As typed, without blanks around it. Empty when the kept one is meant, which is offered only as long as the
    /// address is the one it was kept for.
    QByteArray token() const;
    bool tokenIsToBeKept() const;
    /// Likewise; empty when none was given, and while the instance is read-only.
    QByteArray changeToken() const;

    /// \a changing: what the token for changes is, where one was given.
    void showAccess(const Access &access, const std::optional<Access> &changing, QDate today);
    void showError(const ErrorWords &words);
    /// The buttons rest while a server is asked.
    void setBusy(bool busy);

    QSize sizeHint() const override;
    void done(int result) override;

signals:
    /// Ask the server who the token is; save nothing.
    void testRequested();
    void connectRequested();

private:
    QWidget *makeFields();
    void setUpButtons();
    void followFields();
    void updateButtons();
    bool isKeptTokenMeant() const;
    void reveal(QWidget *widget);

    InstanceProfile m_shown;
    ServerFields *m_server;
    TokenFields *m_token;
    NetworkFields *m_network;
    RefreshFields *m_refresh;
    Expander *m_more;
    Expander *m_often;
    AccessSummary *m_summary;
    AccessSummary *m_changeSummary;
    QScrollArea *m_scroll;
    QDialogButtonBox *m_buttons;
    QPushButton *m_test;
    QPushButton *m_connect;
    QPointer<QWidget> m_focusBefore; ///< of the fields, while they rest
    QUrl m_shownBase;
    bool m_tokenIsKept = false;
    bool m_busy = false;
};

} // namespace Runnerscope
