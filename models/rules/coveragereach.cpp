// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/coveragereach.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using Kind = FleetPart::Kind;

bool reaches(const FleetPart &part, RunnerType type)
{
    if (part.state == FleetPart::State::Refused)
        return false;
    switch (part.kind) {
    case Kind::AllRunners:
        return true;
    case Kind::GroupRunners: // with the projects below
        return type == RunnerType::Group || type == RunnerType::Project;
    case Kind::ProjectRunners:
        return type == RunnerType::Project;
    case Kind::InstanceRunners:
        return type == RunnerType::Instance;
    case Kind::MyRunners: // a list that leaves out in silence what is not the user's own
        break;
    }
    return false;
}

} // namespace

bool tellsNone(const Coverage &coverage, RunnerType type)
{
    return coverage.parts.empty()
        || std::ranges::any_of(coverage.parts, [type](const FleetPart &part) { return reaches(part, type); });
}

bool tellsNone(const Coverage &coverage)
{
    return tellsNone(coverage, RunnerType::Instance) && tellsNone(coverage, RunnerType::Group)
        && tellsNone(coverage, RunnerType::Project);
}

bool holdsAllRunners(const Coverage &coverage)
{
    const auto isAll = [](const FleetPart &part) {
        return part.kind == Kind::AllRunners && part.state == FleetPart::State::Whole;
    };
    return coverage.kind == Coverage::Kind::Whole
        && (coverage.parts.empty() || std::ranges::any_of(coverage.parts, isAll));
}

} // namespace Runnerscope
