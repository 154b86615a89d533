// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/versionline.h"

#include <QRegularExpression>

namespace Runnerscope {

std::optional<VersionLine> VersionLine::parse(QStringView text)
{
    static const QRegularExpression form(QStringLiteral("\\Av?([0-9]{1,9})(?:\\.([0-9]{1,9}))?\\z"));
    if (const QRegularExpressionMatch line = form.match(text); line.hasMatch()) {
        const bool hasMinor = line.hasCaptured(2);
        return VersionLine{
            {line.capturedView(1).toInt(), hasMinor ? line.capturedView(2).toInt() : 0, 0, {}}, hasMinor ? 2 : 1};
    }
    static const QRegularExpression whole(QStringLiteral("\\Av?[0-9]"));
    const auto version = whole.match(text).hasMatch() ? Version::parse(text) : std::nullopt;
    return version ? std::optional(VersionLine{*version, 3}) : std::nullopt;
}

QString VersionLine::text() const
{
    QString text = QString::number(version.majorNumber);
    if (numbers > 1)
        text += u'.' + QString::number(version.minorNumber);
    if (numbers > 2)
        text += u'.' + QString::number(version.patchNumber) + version.suffix;
    return text;
}

std::strong_ordering VersionLine::place(const Version &other) const
{
    if (numbers > 2)
        return other <=> version;
    if (other.majorNumber != version.majorNumber || numbers == 1)
        return other.majorNumber <=> version.majorNumber;
    return other.minorNumber <=> version.minorNumber;
}

} // namespace Runnerscope
