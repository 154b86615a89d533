// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/jsondocument.h"
#include "app/gitlab/wiretime.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace Runnerscope {

// What decoders of GitLab's JSON have in common. What is missing or of another type than expected becomes "unknown".

/// The meaning of an enumeration's value; Enum::Unknown for one that \a table lacks.
template <typename Enum, std::size_t N>
Enum fromWire(JsonValue value, const std::array<std::pair<std::string_view, Enum>, N> &table)
{
    const std::string_view text = value.text();
    for (const auto &[wire, meaning] : table) {
        if (text == wire)
            return meaning;
    }
    return Enum::Unknown;
}

inline OptionalTime timeOf(JsonValue value)
{
    return timeFromWire(value.text());
}

inline std::optional<int> countOf(JsonValue value)
{
    return value.isNumber() ? std::optional(std::max(0, value.toInt())) : std::nullopt;
}

/// The number at the end of a global ID such as gid://gitlab/Ci::Runner/42; nothing when there is none.
std::optional<qint64> numberOfGlobalId(std::string_view globalId);

/// Of an object with an "id".
inline std::optional<qint64> idOf(JsonValue node)
{
    return numberOfGlobalId(node.value(QLatin1String("id")).text());
}

/// The one that is known already where it is the same, so that rows share it.
template <typename T>
std::shared_ptr<const T> sharedValue(QHash<qint64, std::shared_ptr<const T>> &known, T value)
{
    std::shared_ptr<const T> &slot = known[value.number];
    if (!slot || *slot != value)
        slot = std::make_shared<const T>(std::move(value));
    return slot;
}

/// The end of a page.
template <typename Page>
void readPageInfo(Page &page, JsonValue connection)
{
    const JsonValue info = connection.value(QLatin1String("pageInfo"));
    page.endCursor = info.value(QLatin1String("endCursor")).toString();
    page.hasNextPage = info.value(QLatin1String("hasNextPage")).toBool();
}

/// One copy in memory of each text that many rows have.
class SharedTexts
{
public:
    QString of(JsonValue value);

private:
    struct TextHash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };

    std::unordered_map<std::string, QString, TextHash, std::equal_to<>> m_texts; ///< by their UTF-8
};

} // namespace Runnerscope
