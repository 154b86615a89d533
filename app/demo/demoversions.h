// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demorandom.h"

#include <QString>

namespace Runnerscope {

/// The minor releases of GitLab Runner that the demo fleet runs, from the newest (0) back.
inline constexpr int demoReleaseLines = 60;
/// Lines from this one on are too old to send a system id.
inline constexpr int demoFirstLegacyLine = 45;

/// A version that was released in this line.
QString demoRelease(DemoRandom &random, int line);
/// A version text that is no plain release: a release candidate, a build between releases, or none at all.
QString demoUnusualVersion(DemoRandom &random);
/// The revision that belongs to a version; empty for an empty version.
QString demoRevision(const QString &version);

} // namespace Runnerscope
