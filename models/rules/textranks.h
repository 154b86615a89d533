// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/naturalorder.h"

#include <QHash>
#include <QStringList>

#include <limits>

namespace Runnerscope {

/// A number that stands for a value to sort by.
using Rank = qint64;
/// Of a row without a value: last, whatever the order.
inline constexpr Rank noValue = std::numeric_limits<Rank>::max();

/// From old to new; see olderVersionText().
void sortAsVersions(QStringList &texts);

/// The ranks of texts, each distinct text compared once. An empty text has no value.
class TextRanks
{
public:
    TextRanks(const QStringList &texts, void (*sort)(QStringList &texts));

    Rank of(const QString &text) const { return m_ranks.value(text, noValue); }

private:
    QHash<QString, Rank> m_ranks;
};

} // namespace Runnerscope
