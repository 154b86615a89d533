// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <memory>

namespace Runnerscope {

/// Shares a large value so that its last owner, whichever thread it lives on, does not pay for its destruction: that is
/// done by QThreadPool's global pool.
template <typename T>
std::shared_ptr<const T> shareRetiring(std::unique_ptr<const T> value)
{
    const auto retire = [](const T *old) {
        if (QThreadPool *pool = QThreadPool::globalInstance())
            pool->start([old] { delete old; });
        else // the program is at its end
            delete old;
    };
    return {value.release(), retire};
}

} // namespace Runnerscope
