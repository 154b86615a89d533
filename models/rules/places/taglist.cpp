// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/taglist.h"

#include "models/rules/naturalorder.h"
#include "models/rules/places/slipneighbours.h"
#include "models/rules/places/typingslip.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace Runnerscope {

namespace {

bool isReady(const FleetRow &row)
{
    return row.status == RunnerStatus::Online && !row.runner->paused;
}

class TagCounter
{
public:
    void add(const FleetRow &row)
    {
        ++m_rows;
        for (const QString &tag : row.runner->tags) {
            const quint32 number = numberOf(tag);
            if (std::exchange(m_lastRows[number], m_rows) == m_rows) // a tag that is there twice
                continue;
            m_tags[number].runners.add(row);
            m_tags[number].ready += isReady(row) ? 1 : 0;
        }
    }

    std::vector<TagUse> take() { return std::move(m_tags); }

private:
    quint32 numberOf(const QString &tag)
    {
        const auto next = static_cast<quint32>(m_tags.size());
        const quint32 number = m_numbers.value(tag, next);
        if (number == next) {
            m_numbers.insert(tag, number);
            m_tags.emplace_back().tag = tag;
            m_lastRows.push_back(0);
        }
        return number;
    }

    QHash<QString, quint32> m_numbers;
    std::vector<TagUse> m_tags;
    std::vector<quint32> m_lastRows;
    quint32 m_rows = 0;
};

std::vector<TagUse> ordered(std::vector<TagUse> tags)
{
    QStringList texts;
    for (const TagUse &use : tags)
        texts.append(use.tag);
    const std::vector<quint32> ranks = naturalRanks(texts);
    std::vector<quint32> order(tags.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](quint32 i) { return std::tuple(-tags[i].runners.total, ranks[i]); });
    std::vector<TagUse> result;
    result.reserve(tags.size());
    for (const quint32 i : order)
        result.push_back(std::move(tags[i]));
    return result;
}

/// The tags that are the same when folded, by what they are then.
struct FoldedTags
{
    QStringList texts; ///< in order of their first tag
    std::vector<std::vector<quint32>> tags; ///< the first few of each
    std::vector<quint32> textOfTag;
};

FoldedTags folded(const std::vector<TagUse> &tags)
{
    FoldedTags result;
    QHash<QString, quint32> numbers;
    for (quint32 tag = 0; tag < tags.size(); ++tag) {
        const QString text = foldedTag(tags[tag].tag);
        const auto next = static_cast<quint32>(result.tags.size());
        const quint32 number = numbers.value(text, next);
        if (number == next) {
            numbers.insert(text, number);
            result.texts.append(text);
            result.tags.emplace_back();
        }
        if (result.tags[number].size() <= TagUse::mostAlike) // one of them may be the tag itself
            result.tags[number].push_back(tag);
        result.textOfTag.push_back(number);
    }
    return result;
}

void findAlike(std::vector<TagUse> &tags)
{
    const FoldedTags foldedTags = folded(tags);
    const SlipNeighbours slips(foldedTags.texts);
    for (quint32 tag = 0; tag < tags.size(); ++tag) {
        const quint32 text = foldedTags.textOfTag[tag];
        std::vector<quint32> alike = foldedTags.tags[text];
        for (const quint32 neighbour : slips.of(text))
            alike.insert(alike.end(), foldedTags.tags[neighbour].begin(), foldedTags.tags[neighbour].end());
        std::erase(alike, tag);
        std::ranges::sort(alike);
        alike.resize(std::min(alike.size(), TagUse::mostAlike));
        tags[tag].alike.assign(alike.begin(), alike.end()); // no larger than needed
    }
}

} // namespace

std::vector<TagUse> tagList(const Fleet &fleet, const FilterMask &rows)
{
    TagCounter counter;
    for (const quint32 row : indexesOf(rows))
        counter.add(fleet.rows[row]);
    std::vector<TagUse> tags = ordered(counter.take());
    findAlike(tags);
    return tags;
}

} // namespace Runnerscope
