// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/jsondocument.h"

#include <optional>

namespace Runnerscope {

/// How many runners a server counts on the whole instance. What it did not say is empty.
struct RunnerCounts
{
    struct OfType
    {
        std::optional<qint64> all;
        std::optional<qint64> paused;

        friend bool operator==(const OfType &, const OfType &) = default;
    };

    std::optional<qint64> all;
    OfType instance;
    OfType group;
    OfType project;

    /// Whether there are no runners of types that this program does not know.
    bool typesAddUp() const;

    friend bool operator==(const RunnerCounts &, const RunnerCounts &) = default;
};

/// From the data of the query RunnerCounts; nothing when not one of the counts is there.
std::optional<RunnerCounts> decodeRunnerCounts(JsonValue data);

} // namespace Runnerscope
