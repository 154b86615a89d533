// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

namespace Runnerscope::Cli {

QCommandLineOption valueOption(const char *name)
{
    return {QString::fromLatin1(name), QString(), QStringLiteral("value")};
}

Options::Options()
{
    parser.addOptions({demo, cached, instance, partial, filter, groupBy, by, since, statuses, why, most, jobs, verbose,
        output, caFile, clientCertificate, clientKey, proxy, tokenDescriptor, production, readWrite, help, version});
    for (const RefreshOption &option : refreshOptions)
        parser.addOption(valueOption(option.name));
}

} // namespace Runnerscope::Cli
