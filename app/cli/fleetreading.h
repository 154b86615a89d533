// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"

#include <optional>

namespace Runnerscope::Cli {

/// Reads a whole fleet once, or as much of it as can be read.
class FleetReading : public QObject
{
    Q_OBJECT

public:
    explicit FleetReading(FleetService &service);

    void start();

    /// The newest snapshot; null when nothing was read.
    const FleetPtr &fleet() const { return m_fleet; }
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
    std::optional<FetchError> m_error;
    bool m_finished = false;
};

} // namespace Runnerscope::Cli
