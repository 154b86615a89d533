// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/runnerfilter.h"

#include <algorithm>

namespace Runnerscope {

namespace {

std::vector<QByteArray> foldedWords(const QString &text)
{
    std::vector<QByteArray> words;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts))
        words.push_back(foldedForSearch(word));
    return words;
}

bool fieldsMatch(const FleetRow &row, const RunnerFilter &filter)
{
    return (!filter.status || row.status == *filter.status) && (!filter.type || row.runner->type == *filter.type)
        && (!filter.pausedOnly || row.runner->paused);
}

} // namespace

std::vector<quint32> matchingRows(const Fleet &fleet, const SearchText &text, const RunnerFilter &filter)
{
    const std::vector<QByteArray> words = foldedWords(filter.text);
    std::vector<quint32> matches;
    for (std::size_t index = 0; index < fleet.rows.size(); ++index) {
        const auto contained = [&](const QByteArray &word) {
            return text.row(index).find(std::string_view(word.constData(), static_cast<std::size_t>(word.size())))
                != std::string_view::npos;
        };
        if (fieldsMatch(fleet.rows[index], filter) && std::ranges::all_of(words, contained))
            matches.push_back(static_cast<quint32>(index));
    }
    return matches;
}

} // namespace Runnerscope
