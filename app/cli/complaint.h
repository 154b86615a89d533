// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/joblist.h"
#include "models/rules/errorwording.h"
#include "models/rules/filter/filterexpression.h"
#include "models/rules/instancewording.h"
#include "models/rules/secretwording.h"
#include "models/rules/storewording.h"

namespace Runnerscope::Cli {

// What happened and what to do about it, in one line.

QString complaintAbout(const FetchError &error);
QString complaintAbout(const InstanceTrouble &trouble);
QString complaintAbout(const SecretTrouble &trouble);
QString complaintAbout(const StoreTrouble &trouble);

/// That this user is not shown the queue.
QString complaintAboutHiddenQueue(const JobList &jobs = {});

/// With the place in \a filter.
QString complaintAbout(const FilterError &error, const QString &filter);

} // namespace Runnerscope::Cli
