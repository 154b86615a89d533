// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterexpression.h"

namespace Runnerscope::Wording {

/// A filter in plain words: "no contact for over 2 hours, below acme/payments". Empty for one that matches everything.
/// Texts of the filter are in it: plain text, one line.
QString filter(const FilterExpression &filter);

} // namespace Runnerscope::Wording
