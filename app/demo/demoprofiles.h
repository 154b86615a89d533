// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demorandom.h"

#include <QStringList>

#include <vector>

namespace Runnerscope {

/// A kind of runner that a company has several of: how it is called and what its hosts say of themselves.
struct DemoProfile
{
    QString prefix; ///< of its names
    QString executor;
    QString platform;
    QString architecture;
    QStringList tags;
    bool autoscaled = false;
    bool deploys = false; ///< runs jobs on protected branches only
};

const std::vector<DemoProfile> &demoProfiles();
/// Those of demoProfiles() that start hosts as jobs come.
const std::vector<DemoProfile> &demoPoolProfiles();

/// The tags of one runner of \a profile: some more, some spelled in another way, as people do, and sometimes none.
QStringList demoTags(DemoRandom &random, const DemoProfile &profile, const QString &team);
/// What somebody wrote into the description; sometimes nothing.
QString demoDescription(DemoRandom &random, const DemoProfile &profile);

} // namespace Runnerscope
