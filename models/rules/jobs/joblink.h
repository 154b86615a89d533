// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobreference.h"

#include <variant>

namespace Runnerscope {

/// Why a text names no job.
struct JobLinkTrouble
{
    enum class Kind {
        Nothing, ///< there is no text
        OtherInstance, ///< a link to another server than the one that is asked; host names it
        MergeRequest,
        Pipeline,
        Commit,
        OtherPage, ///< some other page of the server
        NoJob, ///< neither a link nor a name of a job
    };

    Kind kind = Kind::NoJob;
    QString host; ///< as in the link, with the port where it is not the usual one; not to be trusted

    friend bool operator==(const JobLinkTrouble &, const JobLinkTrouble &) = default;
};

using JobLink = std::variant<JobReference, JobLinkTrouble>;

/// The job that \a text names: by the link to its page, its log, its artifacts or its entry in the API, as
/// "group/project#123", or by its number alone. Around a link there may be other text. \a instance is the base address
/// of the server that will be asked, with its path where it has one; empty for the demo fleet, to which no link leads.
JobLink parseJobLink(const QString &text, const QString &instance);

/// Whether \a text has a link in it, or names a job; for what was not written into a field for jobs.
bool looksLikeJobLink(const QString &text);

} // namespace Runnerscope
