// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"
#include "models/rules/creator.h"

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

} // namespace Runnerscope::EnumNames
