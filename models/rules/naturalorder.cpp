// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/naturalorder.h"

#include <QCollator>
#include <QHash>

#include <algorithm>

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

std::vector<quint32> naturalRanks(const QStringList &texts)
{
    QHash<QString, quint32> ranks;
    for (const QString &text : texts)
        ranks.insert(text, 0);
    QStringList distinct = ranks.keys();
    sortNaturally(distinct);
    quint32 next = 0;
    for (const QString &text : distinct)
        ranks[text] = next++;
    std::vector<quint32> result;
    result.reserve(static_cast<std::size_t>(texts.size()));
    for (const QString &text : texts)
        result.push_back(ranks.value(text));
    return result;
}

} // namespace Runnerscope
