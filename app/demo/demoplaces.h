// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demorandom.h"
#include "models/domain/owner.h"

#include <memory>
#include <vector>

namespace Runnerscope {

/// The groups and projects of the demo fleet: a tree with one deep branch.
class DemoPlaces
{
public:
    using OwnerPtr = std::shared_ptr<const Owner>;

    explicit DemoPlaces(DemoRandom &random);

    const std::vector<OwnerPtr> &groups() const { return m_groups; }
    const std::vector<OwnerPtr> &projects() const { return m_projects; }

private:
    void addProjects(DemoRandom &random, const Owner &group);

    std::vector<OwnerPtr> m_groups;
    std::vector<OwnerPtr> m_projects;
};

} // namespace Runnerscope
