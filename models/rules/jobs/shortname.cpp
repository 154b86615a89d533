// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/shortname.h"

#include "models/rules/wording.h"

namespace Runnerscope {

namespace {

constexpr qsizetype longestName = 80; ///< UTF-16 units
constexpr qsizetype unitsKept = 36; ///< of either end

} // namespace

QString shortName(const QString &text)
{
    QString line = Wording::oneLine(text);
    if (line.size() <= longestName)
        return line;
    qsizetype head = unitsKept;
    qsizetype tail = line.size() - unitsKept;
    if (line[head - 1].isHighSurrogate())
        --head;
    if (line[tail].isLowSurrogate())
        ++tail;
    return line.left(head) + u'…' + line.mid(tail);
}

QStringList shortNames(const QStringList &texts)
{
    QStringList result;
    for (const QString &text : texts)
        result.append(shortName(text));
    return result;
}

} // namespace Runnerscope
