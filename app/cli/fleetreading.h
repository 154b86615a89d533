// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"

#include <optional>

namespace Runnerscope::Cli {

/// Reads a whole fleet once, or as much of it as can be read. What a service that asks a server has kept from before is
/// no part of that; see FleetRow::kept.
class FleetReading : public QObject
{
    Q_OBJECT

public:
    explicit FleetReading(FleetService &service);

    void start();

    /// What was read, to be asked for when the reading has finished; null when that is nothing.
    const FleetPtr &fleet() const { return m_fleet; }
    /// Who this user is, when the server has said so.
    const std::optional<Access> &access() const { return m_access; }
    /// Why the reading has ended early.
    const std::optional<FetchError> &error() const { return m_error; }

signals:
    void progressChanged(const Runnerscope::FleetProgress &progress);
    /// Once: nothing more is read.
    void finished();

private:
    void finish(std::optional<FetchError> error);

    FleetService &m_service;
    FleetPtr m_fleet;
    std::optional<Access> m_access;
    std::optional<FetchError> m_error;
    bool m_finished = false;
};

} // namespace Runnerscope::Cli
