// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/connection.h"
#include "app/window/fleetcontroller.h"
#include "app/window/instancetokens.h"
#include "models/rules/errorwording.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Runnerscope {

/// Opens the fleets of saved instances and of connections that are not saved. The last one asked for wins.
class InstanceOpener : public QObject
{
    Q_OBJECT

public:
    struct Makers
    {
        std::function<std::unique_ptr<FleetService>(const Connection &)> service;
        /// The fleet as it is kept on this computer, which needs no token; null when none is.
        std::function<std::unique_ptr<FleetService>(const InstanceProfile &)> keptFleet;
    };

    /// \a tokens and \a controller outlive this.
    InstanceOpener(Makers makers, InstanceTokens &tokens, FleetController &controller, QObject *parent = nullptr);

    /// Takes the token from where it is kept, which may wait for a person: what is kept of the fleet is shown until
    /// then, and stays when there is no token.
    void open(const InstanceProfile &profile);
    void open(const InstanceProfile &profile, const Secret &token);
    void open(const Connection &connection);
    /// Nothing that is on its way is opened any more.
    void cancel();
    /// The fleet on screen, or on its way there, is one that is kept, since its token is not at hand.
    bool isWithoutToken() const { return !m_keptKey.isEmpty() && m_keptKey == m_shownKey; }

signals:
    /// The token of an instance of this name is being read; an empty name: no more.
    void waiting(const QString &name);
    /// Why the token is not at hand.
    void tokenNeeded(const Runnerscope::InstanceProfile &profile, const Runnerscope::ErrorWords &why);
    void failed(const Runnerscope::FetchError &error);

private:
    void takeToken();
    void showKept();

    Makers m_makers;
    InstanceTokens &m_tokens;
    FleetController &m_controller;
    QFutureWatcher<SecretAnswer> m_token;
    InstanceProfile m_wanted; ///< whose token is being read
    QTimer m_patience; ///< with the key store
    QString m_shownKey; ///< of the instance on screen
    QString m_keptKey; ///< of the one whose kept fleet was opened last, until its token came
};

} // namespace Runnerscope
