// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/coverage.h"
#include "models/domain/job.h"
#include "models/domain/runner.h"
#include "models/rules/creator.h"
#include "models/rules/jobs/runnerrecord.h"
#include "models/rules/places/placetree.h"

#include <QJsonValue>

/// The names of enumerations in JSON and CSV. Never translated and stable; an unknown value is null.
namespace Runnerscope::EnumNames {

QString status(RunnerStatus status);
QJsonValue type(RunnerType type);
QString creatorKind(CreatorKind kind);
QJsonValue creationMethod(CreationMethod method);
QJsonValue jobExecution(JobExecution execution);
QJsonValue userState(UserState state);
QJsonValue userKind(UserKind kind);
/// Such as "all-runners" or "group:acme/payments".
QString fleetPart(const FleetPart &part);
QString fleetPartState(FleetPart::State state);
QString placeKind(PlaceKind kind);
/// As GitLab spells it, with hyphens: "waiting-for-resource".
QJsonValue jobStatus(JobStatus status);
QString runnerVerdict(RunnerVerdict verdict);

} // namespace Runnerscope::EnumNames
