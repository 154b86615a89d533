// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/stylesheet.h"

#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

// Not in a namespace: the macro declares a function of the resource compiler. Needed where the library is static.
static void initThemeResources()
{
    Q_INIT_RESOURCE(themes);
}

namespace Runnerscope {

namespace {

QString styleSheetTemplate()
{
    initThemeResources();
    QFile file(QStringLiteral(":/runnerscope/themes/runnerscope.qss"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QHash<QString, QString> valuesByMark(const Theme &theme)
{
    return {
        {QStringLiteral("surface"), theme.surface.name()},
        {QStringLiteral("raised"), theme.raised.name()},
        {QStringLiteral("text"), theme.text.name()},
        {QStringLiteral("mutedText"), theme.mutedText.name()},
        {QStringLiteral("hairline"), theme.hairline.name()},
        {QStringLiteral("outline"), theme.outline.name()},
        {QStringLiteral("accent"), theme.accent.name()},
        {QStringLiteral("onAccent"), theme.onAccent.name()},
        {QStringLiteral("selectionWash"), theme.selectionWash.name()},
        {QStringLiteral("restingWash"), theme.restingWash.name()},
        {QStringLiteral("hoverWash"), theme.hoverWash.name()},
        {QStringLiteral("focus"), theme.focus.name()},
        {QStringLiteral("attentionInk"), theme.attention.ink.name()},
        {QStringLiteral("attentionWash"), theme.attention.wash.name()},
        {QStringLiteral("dangerInk"), theme.danger.ink.name()},
        {QStringLiteral("dangerWash"), theme.danger.wash.name()},
        {QStringLiteral("radius"), QString::number(Metrics::radius) + QStringLiteral("px")},
    };
}

} // namespace

QString styleSheetFor(const Theme &theme)
{
    static const QRegularExpression mark(QStringLiteral("\\$([a-zA-Z]+)"));
    const QHash<QString, QString> values = valuesByMark(theme);
    const QString source = styleSheetTemplate();
    QString result;
    qsizetype copied = 0;
    for (auto found = mark.globalMatch(source); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        result += source.mid(copied, match.capturedStart() - copied);
        result += values.value(match.captured(1), match.captured());
        copied = match.capturedEnd();
    }
    return result + source.mid(copied);
}

} // namespace Runnerscope
