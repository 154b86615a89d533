// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/savednames.h"

#include <algorithm>

namespace Runnerscope::SavedNames {

namespace {

QString withNumber(const QString &name, int number)
{
    const QString ending = QStringLiteral(" (%1)").arg(number);
    QString beginning = name.left(longest - ending.size());
    if (beginning.back().isHighSurrogate())
        beginning.chop(1);
    return beginning.trimmed() + ending;
}

} // namespace

QString tidied(const QString &name)
{
    return name.simplified().normalized(QString::NormalizationForm_C);
}

bool isUsable(const QString &name)
{
    if (name.isEmpty() || name.size() > longest || name != name.trimmed() || !name.isValidUtf16())
        return false;
    const QList<uint> characters = name.toUcs4();
    return std::ranges::all_of(characters, [](uint character) { return QChar::isPrint(character); });
}

QString key(const QString &name)
{
    return name.toCaseFolded();
}

bool areSame(const QString &a, const QString &b)
{
    return key(a) == key(b);
}

QString numbered(const QString &name, const QSet<QString> &taken)
{
    int number = 2;
    while (taken.contains(key(withNumber(name, number))))
        ++number;
    return withNumber(name, number);
}

} // namespace Runnerscope::SavedNames
