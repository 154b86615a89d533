// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/delegates/managerdelegate.h"

#include "models/roles.h"
#include "views/delegates/cellgeometry.h"
#include "views/delegates/plaintooltip.h"
#include "views/delegates/rowpainting.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/theme/statusglyph.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Runnerscope {

namespace {

QString valueAt(const QModelIndex &index, ManagerColumn column, int role = Qt::DisplayRole)
{
    return index.siblingAtColumn(static_cast<int>(column)).data(role).toString();
}

QString dashIfEmpty(const QString &text)
{
    return text.isEmpty() ? QString(u'–') : text;
}

QString placeOf(const QModelIndex &index)
{
    QStringList parts;
    for (const auto column : {ManagerColumn::IpAddress, ManagerColumn::Executor, ManagerColumn::Platform}) {
        const QString part = valueAt(index, column);
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.isEmpty() ? QString(u'–') : parts.join(QStringLiteral(" · "));
}

QString knownText(const QModelIndex &index)
{
    const QString age = valueAt(index, ManagerColumn::KnownSince);
    return age.isEmpty() ? QString() : ManagerDelegate::tr("known %1", "for how long, such as 41 d").arg(age);
}

} // namespace

ManagerDelegate::ManagerDelegate(QObject *parent) :
    QStyledItemDelegate(parent)
{
}

QString ManagerDelegate::wholeText(const QModelIndex &index)
{
    QStringList lines;
    for (int column = 0; column < static_cast<int>(ManagerColumn::Count); ++column) {
        const QString title = index.model()->headerData(column, Qt::Horizontal).toString();
        const QString exact = valueAt(index, static_cast<ManagerColumn>(column), Qt::ToolTipRole);
        lines.append(tr("%1: %2", "field and value").arg(title, dashIfEmpty(exact)));
    }
    return lines.join(u'\n');
}

int ManagerDelegate::rowHeight(const QFontMetrics &metrics)
{
    return 2 * metrics.height() + Metrics::medium;
}

void ManagerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::fromPalette(option.palette);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    paintRow(*painter, option,
        {option.state.testFlag(QStyle::State_Selected), view && view->currentIndex() == index,
            option.state.testFlag(QStyle::State_MouseOver), view && view->hasFocus()},
        theme);
    paintTexts(*painter, option, index, theme);
}

void ManagerDelegate::paintTexts(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme)
{
    const QFontMetrics &metrics = option.fontMetrics;
    const QFont smallFont = fontFor(FontRole::Caption, option.font);
    const QFontMetrics smallMetrics(smallFont, option.widget);
    const QString version = dashIfEmpty(valueAt(index, ManagerColumn::Version));
    const QString contact = dashIfEmpty(valueAt(index, ManagerColumn::LastContact));
    const QString known = knownText(index);
    const QRect content = option.rect.adjusted(Metrics::small, 0, -Metrics::small, -Metrics::hairline);
    const ManagerCell cell = ManagerCell::in(content, metrics.height(), metrics.ascent() * 3 / 4,
        metrics.horizontalAdvance(version.left(64)) + 1,
        qMax(metrics.averageCharWidth() * 6, metrics.horizontalAdvance(contact) + 1),
        smallMetrics.horizontalAdvance(known) + 1);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, content, rect); };
    const auto end = QStyle::visualAlignment(option.direction, Qt::AlignRight);
    const auto status = static_cast<RunnerStatus>(index.data(StatusRole).toInt());
    paintStatusGlyph(painter, place(cell.glyph), status, false, theme);
    painter.setFont(option.font);
    painter.setPen(theme.text);
    paintText(
        painter, place(cell.systemId), dashIfEmpty(valueAt(index, ManagerColumn::SystemId)), metrics, Qt::ElideMiddle);
    paintText(painter, place(cell.version), version, metrics, Qt::ElideRight, end);
    paintText(painter, place(cell.contact), contact, metrics, Qt::ElideRight, end);
    painter.setFont(smallFont);
    painter.setPen(theme.mutedText);
    paintText(painter, place(cell.place), placeOf(index), smallMetrics);
    paintText(painter, place(cell.known), known, smallMetrics, Qt::ElideRight, end);
}

QSize ManagerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {option.fontMetrics.averageCharWidth() * 24, rowHeight(option.fontMetrics)};
}

bool ManagerDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.isValid() ? wholeText(index) : QString();
    QToolTip::showText(event->globalPos(), plainToolTip(text), view->viewport(), view->visualRect(index));
    return true;
}

} // namespace Runnerscope
