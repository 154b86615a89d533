// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outcome.h"
#include "app/fleet/fleetservice.h"

#include <QElapsedTimer>

#include <optional>

namespace Runnerscope::Cli {

/// Looks at the queue again and again, so that the service keeps its history, until that makes no sense any more. Says
/// what changes: that the queue is seen, is lost, is seen again, and what is wrong with the file.
class QueueWatch : public QObject
{
    Q_OBJECT

public:
    explicit QueueWatch(FleetService &service);

    void start();
    /// Why it ended, once it has.
    const Outcome &outcome() const { return m_outcome; }

signals:
    /// A line for the log.
    void said(const QString &line);
    /// A look went well: when by the server's clock, and what was there.
    void looked(const QString &line);
    void ended();

private:
    void takeJobs(const JobListPtr &jobs);
    void takeFailure(const FetchError &error);
    void takeStoreTrouble(const StoreTrouble &trouble);
    void takeWalkEnd();
    void end(const QString &complaint);

    FleetService &m_service;
    Outcome m_outcome;
    std::optional<Role> m_role;
    QElapsedTimer m_lastLook; ///< begins with the first one
    bool m_isLost = false;
    bool m_hasEnded = false;
};

} // namespace Runnerscope::Cli
