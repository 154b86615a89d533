// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuehistory.h"

#include <QJsonObject>

namespace Runnerscope {

// The history of a queue for scripts. The field names are a contract; packaging/man/runnerscopectl.1 documents them.

/// "tag", "group", "project", "runner"; All: "total".
QString facetKindName(FacetKind kind);
/// Nothing: there is no such name.
std::optional<FacetKind> facetKindFrom(const QString &name);

/// \a history holds the depth of all jobs, \a total what all their waits come to.
QJsonObject queueJson(const QueueHistory &history, const WaitPercentiles &total, FacetKind by);
QString queueCsv(const std::vector<FacetPercentiles> &waits);

} // namespace Runnerscope
