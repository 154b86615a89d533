// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/connection.h"
#include "app/secrets/changetokens.h"
#include "app/settings/savedinstances.h"
#include "app/window/instancetokens.h"
#include "models/domain/access.h"
#include "models/rules/errorwording.h"
#include "views/dialogs/addressreading.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace Runnerscope {

class ConnectDialog;

/// Asks for what it takes to reach a GitLab, tries it, and saves it only when the server has answered: what is on
/// screen stays until then.
class ConnectFlow : public QObject
{
    Q_OBJECT

public:
    using AskAccess = std::function<QFuture<AccessAnswer>(const Connection &)>;

    /// Where what the user gives is kept; all outlive the flow.
    struct Places
    {
        SavedInstances &saved;
        InstanceTokens &tokens;
        ChangeTokens &changeTokens;
    };

    /// \a window becomes its parent.
    ConnectFlow(AskAccess askAccess, const Places &places, QWidget &window);
    ~ConnectFlow() override;

    /// For a GitLab that is not saved yet.
    void start(const QString &address);
    void edit(const InstanceProfile &profile);
    /// The token of a saved one is not at hand, for a reason that is said.
    void askForToken(const InstanceProfile &profile, const ErrorWords &why);

signals:
    /// The server has answered, and \a profile is saved.
    void connected(const Runnerscope::InstanceProfile &profile, const Runnerscope::Secret &token);
    /// Saved without asking the server: nothing that it takes to connect is different.
    void changed(const Runnerscope::InstanceProfile &profile);
    /// A token could not be kept as wished, or is somebody else's.
    void tokenTroubled(const Runnerscope::ErrorWords &words);

private:
    enum class Purpose { Test, Connect };

    void open(const InstanceProfile &profile, bool tokenIsKept);
    void go(Purpose purpose);
    bool saveWithoutAsking();
    void findToken(const Connection &connection);
    void ask(const Connection &connection);
    void takeToken();
    void takeAnswer();
    void takeAccess(const Access &access);
    void finish();
    void save();
    bool saveProfile();
    void keepToken(const InstanceProfile &profile);
    void holdChangeToken();
    void fail(const ErrorWords &words);
    void giveUp();

    AskAccess m_askAccess;
    Places m_places;
    QWidget &m_window;
    std::unique_ptr<ConnectDialog> m_dialog;
    InstanceProfile m_before; ///< as the dialog was opened with
    InstanceProfile m_wanted; ///< as it is being tried
    Connection m_tried; ///< with the token
    Secret m_changeToken; ///< empty: none was given
    std::optional<Access> m_access; ///< by the token, once the server has answered
    std::optional<Access> m_changeAccess; ///< likewise by the one for changes
    bool m_tokenIsNew = false;
    Purpose m_purpose = Purpose::Test;
    QFutureWatcher<SecretAnswer> m_token;
    QFutureWatcher<AccessAnswer> m_answer;
};

/// What \a text means as the address of a GitLab, for dialogs.
AddressReading readAddress(const QString &text);

} // namespace Runnerscope
