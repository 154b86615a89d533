// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/ownerchain.h"

#include <QStringList>

namespace Runnerscope {

OwnerChain chainFromPath(const Owner &owner)
{
    const QStringList segments = owner.fullPath.split(u'/', Qt::SkipEmptyParts);
    QStringList names = owner.fullName.split(QStringLiteral(" / "));
    if (names.size() != segments.size()) // a name may itself contain the separator
        names = segments;
    OwnerChain chain;
    QString path;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        path += path.isEmpty() ? segments[i] : QString(u'/' + segments[i]);
        chain.push_back({path, names[i], {}});
    }
    if (!chain.empty()) {
        chain.back().webUrl = owner.webUrl;
        if (!owner.name.isEmpty())
            chain.back().name = owner.name;
    }
    return chain;
}

} // namespace Runnerscope
