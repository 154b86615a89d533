// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"

#include "models/rules/errorwording.h"

namespace Runnerscope::Cli {

QString complaintAbout(const FetchError &error)
{
    const ErrorWords words = explain(error, Retry::Never);
    return words.sentence + u' ' + words.remedy;
}

} // namespace Runnerscope::Cli
