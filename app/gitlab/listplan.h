// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/accesssurvey.h"
#include "app/gitlab/runnerlist.h"

#include <vector>

namespace Runnerscope {

/// The lists to walk over to read everything that a user may see by role. Several lists with an equal part make that
/// part together. They overlap as little as possible; a runner may still come in several of them.
///
/// An administrator reads the instance by type, or in one list where there are runners of an unknown type. An auditor
/// reads every group at the top. A member reads the groups he owns; those he maintains, which some versions allow; his
/// projects outside of the former; what the server itself lists as his; and instance runners by way of one of his
/// groups and one of his projects, since either may keep them out.
std::vector<RunnerList> listsFor(const AccessFindings &findings);

/// Whether GET /runners/all names runners that the lists may not show, such as those of personal projects: what it
/// names and the lists did not bring is read by the query RunnerAgain, repeated.
bool mayHaveFurtherRunners(const AccessFindings &findings);

/// The numbers of the runners on a page of GET /runners/all.
std::vector<qint64> decodeRunnerNumbers(JsonValue body);

} // namespace Runnerscope
