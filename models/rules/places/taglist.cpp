// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/taglist.h"

#include "models/rules/naturalorder.h"
#include "models/rules/places/alikenames.h"

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

void findAlike(std::vector<TagUse> &tags)
{
    QStringList texts;
    for (const TagUse &use : tags)
        texts.append(use.tag);
    std::vector<std::vector<quint32>> alike = alikeTags(texts, TagUse::mostAlike);
    for (std::size_t tag = 0; tag < tags.size(); ++tag)
        tags[tag].alike = std::move(alike[tag]);
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
