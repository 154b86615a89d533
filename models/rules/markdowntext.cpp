// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/markdowntext.h"

#include "models/rules/wording.h"

namespace Runnerscope {

QString markdownText(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_{}[]<>()#+!|~&@$^%\"");
    const QString line = Wording::oneLine(text);
    QString safe;
    safe.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool beginsLink = line[i] == u':' && line.mid(i + 1, 2) == QLatin1String("//");
        if (special.contains(line[i]) || beginsLink)
            safe += u'\\';
        safe += line[i];
    }
    return safe;
}

QString markdownLink(const QString &text, const QUrl &url)
{
    QString target = QString::fromLatin1(url.toEncoded());
    for (const auto &[plain, encoded] : {std::pair('(', "%28"), std::pair(')', "%29"), std::pair('<', "%3C"),
             std::pair('>', "%3E"), std::pair('\\', "%5C"), std::pair('*', "%2A"), std::pair('_', "%5F")})
        target.replace(QLatin1Char(plain), QLatin1String(encoded));
    return u'[' + markdownText(text) + QStringLiteral("](") + target + u')';
}

} // namespace Runnerscope
