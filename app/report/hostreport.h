// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/places/hostgroups.h"

#include <QJsonArray>

namespace Runnerscope {

// Managers for scripts. The field names are a contract; packaging/man/runnerscopectl.1 documents them. The columns of
// CSV are fields of JSON.

QJsonArray hostsJson(const Fleet &fleet, const std::vector<HostRef> &hosts);
QString hostsCsv(const Fleet &fleet, const std::vector<HostRef> &hosts);

QJsonArray hostGroupsJson(const Fleet &fleet, const HostGroups &groups);
QString hostGroupsCsv(const Fleet &fleet, const HostGroups &groups);

} // namespace Runnerscope
