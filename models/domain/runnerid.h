// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace Runnerscope {

/// Tells instances apart within one run of the program; the number has no meaning outside of it.
enum class InstanceId : quint32 {};

/// Names one runner. The number is the one that GitLab's REST API and the global ID use.
struct RunnerId
{
    InstanceId instance{};
    qint64 number = 0;

    friend auto operator<=>(const RunnerId &, const RunnerId &) = default;
};

inline size_t qHash(RunnerId id, size_t seed = 0) noexcept
{
    return qHashMulti(seed, static_cast<quint32>(id.instance), id.number);
}

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::RunnerId)
