// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret.h"
#include "models/domain/instanceprofile.h"
#include "models/domain/job.h"
#include "models/domain/jobreference.h"
#include "models/domain/queuefacet.h"
#include "models/rules/filter/filterexpression.h"
#include "models/rules/places/hostgroups.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace Runnerscope::Cli {

enum class Verb {
    Status,
    Runners,
    Runner,
    Managers,
    Tags,
    Groups,
    Jobs,
    Job,
    Queue,
    Watch,
    Instances,
    AddInstance,
    RemoveInstance,
    SetToken,
};
enum class Format { Table, Json, Csv };

/// How to reach a server, where that is said in this call; the rest is as it was saved.
struct TransportRequest
{
    QString caFile;
    QString clientCertificateFile;
    QString clientKeyFile;
    std::optional<ProxyMode> proxyMode;
    QString proxy; ///< of ProxyMode::Given
};

/// What the user asks for.
struct Request
{
    Verb verb = Verb::Status;
    Format format = Format::Table;
    bool demo = false; ///< the simulated fleet instead of a server
    bool cached = false; ///< what is kept on this computer, without asking the server
    bool partial = false; ///< print what could be read of a fleet, too
    qint64 runner = 0; ///< of Verb::Runner
    bool jobs = false; ///< of Verb::Runner: its recent jobs, too
    QString link; ///< of Verb::Job, as the user wrote it
    JobReference job; ///< what that means
    bool markdown = false; ///< of Verb::Job, instead of the format
    QString server; ///< of Verb::Job: base address of the server that is asked; empty for the demo fleet
    FilterExpression filter; ///< of the verbs that list
    std::optional<HostGrouping> grouping; ///< of Verb::Managers
    std::vector<JobStatus> statuses{JobStatus::Pending, JobStatus::Running, JobStatus::Canceling}; ///< of Verb::Jobs
    bool why = false; ///< of Verb::Jobs
    std::optional<int> most; ///< of Verb::Jobs: how many to print
    bool verbose = false; ///< of Verb::Watch: a line for each look
    FacetKind queueBy = FacetKind::All; ///< of Verb::Queue
    std::chrono::seconds queueSince = std::chrono::hours(24); ///< of Verb::Queue: up to now
    QString instance; ///< the saved instance to ask; or the one to add, to remove, to give a token
    QString address; ///< of Verb::AddInstance
    bool production = false; ///< of Verb::AddInstance
    bool readOnly = true; ///< of Verb::AddInstance
    RefreshSettings refresh; ///< of Verb::AddInstance
    TransportRequest transport;
    std::optional<int> tokenDescriptor; ///< where to read the token from
    Secret token; ///< what was read there
};

} // namespace Runnerscope::Cli
