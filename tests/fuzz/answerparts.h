// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetbuilder.h"
#include "app/gitlab/graphqlanswer.h"
#include "app/gitlab/runnerdecoder.h"

#include <QByteArray>

namespace Runnerscope::Fuzz {

/// A line with the status, lines "header: value", an empty line, the body.
HttpAnswer httpAnswer(const QByteArray &input);

/// Pages as a walk takes them, into a fleet that has seen two walks.
FleetBuilder::Publication builtFrom(const RunnerPage &page, ServerTime readAt);

/// Every order, a few filters.
void checkOrders(const FleetPtr &fleet);

/// What runnerscopectl prints of a fleet and of a runner, in every format.
void checkOutputs(const FleetPtr &fleet);
void checkOutputs(const RunnerDetails &details);

} // namespace Runnerscope::Fuzz
