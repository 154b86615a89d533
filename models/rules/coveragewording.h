// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"
#include "models/domain/coverage.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What a fleet holds and what it misses, in words; said once, with the role that could see the rest. Paths come from
/// the server: plain text.
namespace Runnerscope::CoverageWording {

/// "All runners of the instance.", "Runners of the groups acme/a and acme/b, and of 3 projects.". Empty while nothing
/// is known of the lists that the fleet is read from.
QString holds(const Coverage &coverage);
/// "Instance runners only as far as your projects use them: an administrator sees all." Empty when nothing is missing.
QString misses(const Coverage &coverage, const std::optional<Access> &access);
/// What was refused and what is not read yet, by name, a sentence each; what else there is to know of the user.
QStringList remarks(const Coverage &coverage, const std::optional<Access> &access);
/// Why a fleet that was read is empty, and which role would see more.
QString whyEmpty(const Coverage &coverage, const std::optional<Access> &access);

} // namespace Runnerscope::CoverageWording
