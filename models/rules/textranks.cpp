// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/textranks.h"

#include "models/rules/managers.h"

#include <QCollator>

#include <algorithm>
#include <vector>

namespace Runnerscope {

void sortNaturally(QStringList &texts)
{
    const QLocale user;
    QCollator collator(user.language() == QLocale::C ? QLocale(QLocale::English) : user); // C ignores numeric mode
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::pair<QCollatorSortKey, QString>> keyed;
    keyed.reserve(static_cast<std::size_t>(texts.size()));
    for (const QString &text : texts)
        keyed.emplace_back(collator.sortKey(text), text);
    std::ranges::sort(keyed, [](const auto &a, const auto &b) {
        const int keys = a.first.compare(b.first);
        return keys != 0 ? keys < 0 : a.second < b.second;
    });
    std::ranges::transform(keyed, texts.begin(), [](const auto &entry) { return entry.second; });
}

void sortAsVersions(QStringList &texts)
{
    std::ranges::sort(texts, olderVersionText);
}

TextRanks::TextRanks(const QStringList &texts, void (*sort)(QStringList &texts))
{
    for (const QString &text : texts)
        m_ranks.insert(text, 0);
    QStringList distinct = m_ranks.keys();
    sort(distinct);
    Rank next = 0;
    for (const QString &text : distinct)
        m_ranks[text] = text.isEmpty() ? noValue : next++;
}

} // namespace Runnerscope
