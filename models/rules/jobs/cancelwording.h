// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcancel.h"
#include "models/rules/jobs/cancelpreview.h"

#include <QString>
#include <QStringList>

#include <span>

/// Canceling jobs, in words: translated plain text.
namespace Runnerscope::CancelWording {

/// "Cancel 12 jobs?"
QString question(const CancelPreview &preview);
/// What it would do and what is left out, a sentence each.
QStringList effects(const CancelPreview &preview);

/// "canceled", "told to stop", … and what GitLab or the network said.
QString fate(const JobCancelOutcome &outcome);
/// "12 jobs: 10 are canceled, 2 failed.": how many came to which end.
QString summary(std::span<const JobCancelOutcome> outcomes);
/// What to do about those that were not canceled; empty when all were.
QString remedy(std::span<const JobCancelOutcome> outcomes);
/// Whether nothing more is to be done: the job is canceled, will be, or had ended before.
bool isOver(const JobCancelOutcome &outcome);

/// A list for a ticket. \a jobs and \a outcomes are in the same order.
QString reportMarkdown(std::span<const JobPtr> jobs, std::span<const JobCancelOutcome> outcomes);

} // namespace Runnerscope::CancelWording
