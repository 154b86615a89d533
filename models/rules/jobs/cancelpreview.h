// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"
#include "models/domain/job.h"
#include "models/rules/errorwording.h"

#include <chrono>
#include <optional>
#include <vector>

namespace Runnerscope {

/// More jobs than these are canceled only by somebody who types their number.
inline constexpr qint64 mostWithoutNumber = 50;

/// What canceling jobs would do, before anything is done.
struct CancelPreview
{
    std::vector<JobPtr> jobs; ///< that would be canceled: the running ones first, in both parts the oldest first
    qint64 running = 0; ///< of these
    qint64 waiting = 0; ///< of these
    qint64 projects = 0; ///< of these, as far as they are known
    qint64 people = 0; ///< who started these, likewise
    std::optional<std::chrono::seconds> longestRun;
    qint64 canceling = 0; ///< left out: they are being canceled
    qint64 notCancelable = 0; ///< left out: GitLab says that they cannot be
    qint64 gone = 0; ///< left out: they neither wait nor run any more
    bool asksNumber = false; ///< it takes the number of jobs, typed, to go on
};

/// \a selected: each once. \a gone: how many more were selected and have left the list since. \a now: the server's
/// time.
CancelPreview previewCancel(const std::vector<JobPtr> &selected, qint64 gone, ServerTime now, bool production);

/// What decides whether jobs can be canceled at all.
struct CancelMeans
{
    bool kept = false; ///< the fleet is one that is kept on this computer: no server is asked
    bool readOnly = false; ///< the instance is marked so
    bool saved = false; ///< the instance is a saved one, for which a token for changes can be entered
    bool changeToken = false; ///< a token for changes is held
    std::optional<TokenFacts> token; ///< of the token that reads, where the server tells
};

/// Why no job can be canceled, and what would change that; nothing where it can be tried.
std::optional<ErrorWords> whyNotCancel(const CancelMeans &means);
/// Whether a token for changes would do.
bool lacksChangeToken(const CancelMeans &means);

} // namespace Runnerscope
