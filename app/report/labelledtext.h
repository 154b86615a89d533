// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <limits>
#include <vector>

namespace Runnerscope {

/// Labels with a text each, for a terminal. Whatever the texts contain, control characters do not come out.
class LabelledText
{
public:
    void add(const QString &label, const QString &text);

    /// Long texts go on below themselves.
    QString toString(int width = std::numeric_limits<int>::max()) const;

private:
    struct Entry
    {
        QString label;
        QString text;
    };
    std::vector<Entry> m_entries;
};

} // namespace Runnerscope
