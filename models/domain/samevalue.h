// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace Runnerscope {

/// Whether both are null, or both values equal: what is shared is compared by value, not by address.
template <typename T>
bool sameValue(const std::shared_ptr<const T> &a, const std::shared_ptr<const T> &b)
{
    return a == b || (a && b && *a == *b);
}

} // namespace Runnerscope
