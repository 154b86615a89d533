// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/delegates/plaintooltip.h"

#include <QAbstractItemView>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QTextLayout>
#include <QToolTip>

namespace Runnerscope {

namespace {

constexpr int letters = 64; ///< width of a line, in average letters
constexpr qsizetype mostLines = 16;
constexpr qsizetype mostCharacters = 2048;

QStringList wrappedLines(const QString &paragraph, qreal width)
{
    QTextLayout layout(paragraph, QToolTip::font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

} // namespace

QString plainToolTip(const QString &text)
{
    if (text.trimmed().isEmpty())
        return {};
    const qreal width = QFontMetricsF(QToolTip::font()).averageCharWidth() * letters;
    QStringList lines;
    for (const QString &paragraph : text.left(mostCharacters).split(u'\n'))
        lines += wrappedLines(paragraph, width);
    const bool cut = lines.size() > mostLines || text.size() > mostCharacters;
    lines = lines.mid(0, mostLines);
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    if (cut)
        lines.append(QString(u'…'));
    return QStringLiteral("<p style='white-space:pre'>") + lines.join(QStringLiteral("<br>")) + QStringLiteral("</p>");
}

void showPlainToolTip(const QHelpEvent &event, QAbstractItemView &view, const QModelIndex &index)
{
    const QString text = index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(event.globalPos(), plainToolTip(text), view.viewport(), view.visualRect(index));
}

} // namespace Runnerscope
