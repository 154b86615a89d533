// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/composition.h"

#include "app/cli/complaint.h"
#include "app/demo/demofleetservice.h"
#include "app/gitlab/gitlabfleetservice.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

std::variant<std::unique_ptr<FleetService>, NoFleet> fleetFor(const Request &request)
{
    if (request.demo)
        return std::make_unique<DemoFleetService>();
    auto named = connectionFromEnvironment();
    if (const auto *error = std::get_if<FetchError>(&named))
        return NoFleet{complaintAbout(*error)};
    auto &connection = std::get<std::optional<Connection>>(named);
    if (!connection) {
        return NoFleet{QCoreApplication::translate("Runnerscope::Cli",
            "No GitLab is named. Set GITLAB_HOST to its host or address and GITLAB_TOKEN to a token with the scope "
            "read_api, or use --demo.")};
    }
    return std::make_unique<GitLabFleetService>(std::move(*connection));
}

} // namespace Runnerscope::Cli
