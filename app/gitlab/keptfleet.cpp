// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/keptfleet.h"

#include <utility>

namespace Runnerscope {

KeptFleet::KeptFleet(MakeArchive makeArchive, QString storeKey, FleetArchive::TroubleListener listener) :
    m_makeArchive(std::move(makeArchive)),
    m_storeKey(std::move(storeKey)),
    m_listener(std::move(listener))
{
}

FleetPtr KeptFleet::open(const QString &userName)
{
    if (!m_makeArchive || m_storeKey.isEmpty() || userName.isEmpty() || (m_archive && m_userName == userName))
        return nullptr;
    m_archive.reset(); // before another is made: two never hold the same file
    m_userName = userName;
    m_archive = m_makeArchive(m_storeKey, userName);
    m_archive->setTroubleListener(m_listener);
    return m_archive->load();
}

WalkMemory KeptFleet::memory() const
{
    return m_archive ? WalkMemory::read(*m_archive) : WalkMemory();
}

std::optional<RunnerHistory> KeptFleet::history(RunnerId id) const
{
    return m_archive ? std::optional(m_archive->history(id)) : std::nullopt;
}

void KeptFleet::keep(const FleetPtr &fleet, const WalkMemory &memory)
{
    if (!m_archive)
        return;
    memory.write(*m_archive);
    m_archive->keep(fleet);
}

} // namespace Runnerscope
