// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/version.h"
#include "models/rules/managers.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

#include <array>

namespace Runnerscope::Fuzz {

namespace {

/// The laws that std::sort relies on.
template <typename T, typename Less>
void checkOrder(const std::array<T, 3> &values, Less less)
{
    for (const T &a : values) {
        require(!less(a, a), "nothing is less than itself");
        for (const T &b : values) {
            require(!(less(a, b) && less(b, a)), "of two values one is less at most");
            for (const T &c : values) {
                require(!(less(a, b) && less(b, c)) || less(a, c), "less than is handed on");
                const bool abTie = !less(a, b) && !less(b, a);
                const bool bcTie = !less(b, c) && !less(c, b);
                require(!(abTie && bcTie) || (!less(a, c) && !less(c, a)), "ties are handed on");
            }
        }
    }
}

} // namespace

void version(const QByteArray &input)
{
    const QStringList lines = QString::fromUtf8(input).split(u'\n');
    const std::array<QString, 3> texts{lines.value(0), lines.value(1), lines.value(2)};
    std::array<std::optional<Version>, 3> versions;
    for (std::size_t i = 0; i < texts.size(); ++i)
        versions[i] = Version::parse(texts[i]);
    checkOrder(versions, [](const auto &a, const auto &b) { return a < b; });
    for (const auto &a : versions) {
        for (const auto &b : versions)
            require((a == b) == (!(a < b) && !(b < a)), "equal and neither less is the same");
    }
    checkOrder(texts, olderVersionText);
}

} // namespace Runnerscope::Fuzz
