// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetarchive.h"
#include "app/gitlab/walkmemory.h"

#include <functional>
#include <memory>
#include <optional>

namespace Runnerscope {

/// The fleet of one user of an instance, as it is kept from one run of the program to the next; nowhere when there is
/// no archive to be made, or the user is not known.
class KeptFleet
{
public:
    /// Makes the archive for the fleet of one user of an instance.
    using MakeArchive = std::function<std::unique_ptr<FleetArchive>(const QString &storeKey, const QString &userName)>;

    KeptFleet(MakeArchive makeArchive, QString storeKey, FleetArchive::TroubleListener listener);

    bool isOpen() const { return m_archive != nullptr; }
    const QString &userName() const { return m_userName; }

    /// Opens the archive of that user, in place of another's. The fleet that was kept there; null when there is none,
    /// and when that archive is open already.
    FleetPtr open(const QString &userName);
    void close() { m_archive.reset(); }

    /// Empty while nothing is open.
    WalkMemory memory() const;
    /// None while nothing is open.
    std::optional<RunnerHistory> history(RunnerId id) const;
    /// Null while nothing is open, and where no queue is kept.
    QueueArchive *queue() const { return m_archive ? m_archive->queue() : nullptr; }
    /// Keeps both together.
    void keep(const FleetPtr &fleet, const WalkMemory &memory);

private:
    MakeArchive m_makeArchive;
    QString m_storeKey;
    FleetArchive::TroubleListener m_listener;
    QString m_userName; ///< whose fleet is kept
    std::unique_ptr<FleetArchive> m_archive;
};

} // namespace Runnerscope
