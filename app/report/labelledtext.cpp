// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/labelledtext.h"

#include "app/report/textwidth.h"
#include "models/rules/wording.h"

#include <algorithm>

namespace Runnerscope {

void LabelledText::add(const QString &label, const QString &text)
{
    m_entries.push_back({label, Wording::oneLine(text)});
}

QString LabelledText::toString(int width) const
{
    constexpr int gap = 2;
    constexpr int leastForText = 20;
    int labelWidth = 0;
    for (const Entry &entry : m_entries)
        labelWidth = std::max(labelWidth, TextWidth::of(entry.label));
    QString block;
    for (const Entry &entry : m_entries) {
        QString label = entry.label;
        for (const QString &line : TextWidth::wrapped(entry.text, std::max(leastForText, width - labelWidth - gap))) {
            block += TextWidth::padded(label, labelWidth + gap) + line + u'\n';
            label.clear();
        }
    }
    return block;
}

} // namespace Runnerscope
