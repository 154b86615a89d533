// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetthread.h"
#include "app/gitlab/connection.h"

#include <QObject>

#include <functional>
#include <memory>

class QWidget;

namespace Runnerscope {

class ConnectDialog;

/// Asks for an address and a token, tries them, and hands over the fleet only when its first part has been read: what
/// is on screen stays until then.
class ConnectFlow : public QObject
{
    Q_OBJECT

public:
    using MakeService = std::function<std::unique_ptr<FleetService>(const Connection &)>;

    ConnectFlow(MakeService makeService, QWidget &window);
    ~ConnectFlow() override;

    /// Shows the dialog, or brings it to the front.
    void start(const QString &address);

    /// The service that has just connected; for one call after connected().
    std::unique_ptr<FleetThread> takeThread();

signals:
    void connected(const Runnerscope::FleetPtr &fleet);

private:
    void tryConnection();
    bool endTry(quint64 number);
    void succeed(const FleetPtr &fleet);
    void fail(const FetchError &error);

    MakeService m_makeService;
    QWidget &m_window;
    std::unique_ptr<ConnectDialog> m_dialog;
    std::unique_ptr<FleetThread> m_thread; ///< the one that is tried
    quint64 m_try = 0; ///< counts the tries, and their ends: what is heard of a former one is dropped
};

} // namespace Runnerscope
