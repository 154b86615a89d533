// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/foldedtexts.h"
#include "models/rules/jobs/jobverdicts.h"

namespace Runnerscope {

/// The searchable texts of each of JobVerdictInput::jobs, with the words for its status and the sentence on why it
/// waits. Grows with the jobs: not for the GUI thread.
FoldedTexts jobSearchTexts(const JobVerdicts &verdicts);

} // namespace Runnerscope
