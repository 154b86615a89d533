// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/alikenames.h"

#include "models/rules/places/slipneighbours.h"
#include "models/rules/places/typingslip.h"

#include <QHash>

#include <algorithm>

namespace Runnerscope {

namespace {

/// The tags that are the same when folded, by what they are then.
struct FoldedTags
{
    QStringList texts; ///< in order of their first tag
    std::vector<std::vector<quint32>> tags; ///< the first few of each
    std::vector<quint32> textOfTag;
};

FoldedTags folded(const QStringList &tags, std::size_t most)
{
    FoldedTags result;
    QHash<QString, quint32> numbers;
    for (quint32 tag = 0; tag < static_cast<quint32>(tags.size()); ++tag) {
        const QString text = foldedTag(tags[tag]);
        const auto next = static_cast<quint32>(result.tags.size());
        const quint32 number = numbers.value(text, next);
        if (number == next) {
            numbers.insert(text, number);
            result.texts.append(text);
            result.tags.emplace_back();
        }
        if (result.tags[number].size() <= most) // one of them may be the tag itself
            result.tags[number].push_back(tag);
        result.textOfTag.push_back(number);
    }
    return result;
}

} // namespace

std::vector<std::vector<quint32>> alikeTags(const QStringList &tags, std::size_t most)
{
    const FoldedTags foldedTags = folded(tags, most);
    const SlipNeighbours slips(foldedTags.texts);
    std::vector<std::vector<quint32>> result;
    for (quint32 tag = 0; tag < static_cast<quint32>(tags.size()); ++tag) {
        const quint32 text = foldedTags.textOfTag[tag];
        std::vector<quint32> alike = foldedTags.tags[text];
        for (const quint32 neighbour : slips.of(text))
            alike.insert(alike.end(), foldedTags.tags[neighbour].begin(), foldedTags.tags[neighbour].end());
        std::erase(alike, tag);
        std::ranges::sort(alike);
        alike.resize(std::min(alike.size(), most));
        result.emplace_back(alike.begin(), alike.end()); // no larger than needed
    }
    return result;
}

} // namespace Runnerscope
