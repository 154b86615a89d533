// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/textranks.h"

#include "models/rules/managers.h"

#include <algorithm>

namespace Runnerscope {

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
