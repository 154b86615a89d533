// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/taglist.h"

#include "models/rules/places/similartags.h"
#include "models/rules/textranks.h"

#include <QHash>

#include <algorithm>

namespace Runnerscope {

namespace {

void addTo(TagRow &tag, const FleetRow &row)
{
    ++tag.runners;
    const bool online = row.status == RunnerStatus::Online;
    tag.online += online ? 1 : 0;
    tag.ready += online && !row.runner->paused ? 1 : 0;
    tag.stale += row.status == RunnerStatus::Stale ? 1 : 0;
}

std::vector<TagRow> countedTags(const Fleet &fleet, const FilterMask &mask)
{
    std::vector<TagRow> tags;
    QHash<QString, std::size_t> places;
    for (std::size_t row = 0; row < fleet.rows.size(); ++row) {
        if (mask[row] == 0)
            continue;
        for (const QString &tag : fleet.rows[row].runner->tags) {
            const auto place = places.constFind(tag);
            if (place != places.constEnd()) {
                addTo(tags[*place], fleet.rows[row]);
                continue;
            }
            places.insert(tag, tags.size());
            tags.emplace_back().tag = tag;
            addTo(tags.back(), fleet.rows[row]);
        }
    }
    return tags;
}

void addSimilar(std::vector<TagRow> &tags)
{
    QStringList names;
    for (const TagRow &tag : tags)
        names.append(tag.tag);
    const std::vector<std::vector<quint32>> alike = similarTags(names);
    for (std::size_t i = 0; i < tags.size(); ++i) {
        std::vector<quint32> others = alike[i];
        std::ranges::sort(others); // the most frequent first, as the tags stand
        for (const quint32 other : others)
            tags[i].similar.append(tags[other].tag);
    }
}

Rank rankOf(const TagRow &tag, TagSortKey key)
{
    switch (key) {
    case TagSortKey::Runners:
        return tag.runners;
    case TagSortKey::Online:
        return tag.online;
    case TagSortKey::Ready:
        return tag.ready;
    case TagSortKey::Stale:
        return tag.stale;
    case TagSortKey::Similar:
        return tag.similar.size();
    case TagSortKey::Tag:
        break;
    }
    return 0;
}

} // namespace

void sortTags(std::vector<TagRow> &tags, TagSortKey key, Qt::SortOrder order)
{
    QStringList names;
    for (const TagRow &tag : tags)
        names.append(tag.tag);
    const TextRanks byName(names, sortNaturally);
    const bool ascending = order == Qt::AscendingOrder;
    const auto isBefore = [&](const TagRow &a, const TagRow &b) {
        const Rank nameA = byName.of(a.tag);
        const Rank nameB = byName.of(b.tag);
        const Rank rankA = key == TagSortKey::Tag ? nameA : rankOf(a, key);
        const Rank rankB = key == TagSortKey::Tag ? nameB : rankOf(b, key);
        if (rankA == rankB)
            return nameA < nameB;
        return ascending ? rankA < rankB : rankA > rankB;
    };
    std::ranges::sort(tags, isBefore);
}

std::vector<TagRow> tagRows(const Fleet &fleet, const FilterMask &mask)
{
    std::vector<TagRow> tags = countedTags(fleet, mask);
    sortTags(tags, TagSortKey::Runners, Qt::DescendingOrder);
    addSimilar(tags);
    return tags;
}

} // namespace Runnerscope
