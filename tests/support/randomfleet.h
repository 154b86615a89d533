// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <QStringList>

#include <random>

namespace Runnerscope::Test {

/// What the runners of randomFleet() are made of. Few values, so that many runners share one.
namespace Words {
const QStringList &names();
const QStringList &tags();
const QStringList &owners();
const QStringList &users();
const QStringList &versions(); ///< from old to new, then texts that are no version
const QStringList &executors();
const QStringList &platforms();
const QStringList &addresses();
} // namespace Words

/// An index below \a count. Not std::uniform_int_distribution, which differs between libraries.
std::size_t below(std::size_t count, std::mt19937 &random);
bool oneIn(std::size_t count, std::mt19937 &random);
const QString &oneOf(const QStringList &words, std::mt19937 &random);

/// Runners of every kind, with every value missing now and then, each read at a time of its own around Test::now. The
/// same generator makes the same fleet.
Fleet randomFleet(std::mt19937 &random, int rows);

} // namespace Runnerscope::Test
