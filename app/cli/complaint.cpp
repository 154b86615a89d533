// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"

namespace Runnerscope::Cli {

namespace {

QString oneLine(const ErrorWords &words)
{
    return words.sentence + u' ' + words.remedy;
}

} // namespace

QString complaintAbout(const FetchError &error)
{
    return oneLine(explain(error, Retry::Never));
}

QString complaintAbout(const InstanceTrouble &trouble)
{
    return oneLine(explain(trouble));
}

QString complaintAbout(const SecretTrouble &trouble)
{
    return oneLine(explain(trouble));
}

QString complaintAbout(const StoreTrouble &trouble)
{
    return oneLine(explain(trouble));
}

} // namespace Runnerscope::Cli
