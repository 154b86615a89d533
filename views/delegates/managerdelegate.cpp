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

QFont italic(QFont font)
{
    font.setItalic(true);
    return font;
}

/// Executor and platform.
QString environmentOf(const QModelIndex &index)
{
    QStringList parts;
    for (const auto column : {ManagerColumn::Executor, ManagerColumn::Platform}) {
        const QString part = valueAt(index, column);
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(" · "));
}

/// A caption and the fields below it.
QStringList fieldsFrom(const QModelIndex &index, bool runnerItself, const QString &caption)
{
    QStringList lines{caption};
    for (int number = 0; number < static_cast<int>(ManagerColumn::Count); ++number) {
        const auto column = static_cast<ManagerColumn>(number);
        if (isSaidByRunner(column) != runnerItself)
            continue;
        const QString title = index.model()->headerData(number, Qt::Horizontal).toString();
        const QString exact = valueAt(index, column, Qt::ToolTipRole);
        lines.append(ManagerDelegate::tr("%1: %2", "field and value").arg(title, dashIfEmpty(exact)));
    }
    return lines;
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
    const QStringList facts = fieldsFrom(index, false, tr("Server facts"));
    const QStringList claims = fieldsFrom(index, true, tr("Says the runner itself"));
    return (facts + QStringList{QString()} + claims).join(u'\n');
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
    const QFont claimFont = italic(option.font);
    const QFontMetrics claimMetrics(claimFont, option.widget);
    const QString version = dashIfEmpty(valueAt(index, ManagerColumn::Version));
    const QString contact = dashIfEmpty(valueAt(index, ManagerColumn::LastContact));
    const QString known = knownText(index);
    const QRect content = option.rect.adjusted(Metrics::small, 0, -Metrics::small, -Metrics::hairline);
    const ManagerCell cell = ManagerCell::in(content, metrics.height(), metrics.ascent() * 3 / 4,
        claimMetrics.horizontalAdvance(version.left(64)) + 2,
        qMax(metrics.averageCharWidth() * 6, metrics.horizontalAdvance(contact) + 1),
        smallMetrics.horizontalAdvance(known) + 1);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, content, rect); };
    const auto end = QStyle::visualAlignment(option.direction, Qt::AlignRight);
    const auto status = static_cast<RunnerStatus>(index.data(StatusRole).toInt());
    paintStatusGlyph(painter, place(cell.glyph), status, false, theme);
    painter.setPen(theme.text);
    painter.setFont(claimFont);
    const QString systemId = dashIfEmpty(valueAt(index, ManagerColumn::SystemId));
    paintText(painter, place(cell.systemId), systemId, claimMetrics, Qt::ElideMiddle);
    paintText(painter, place(cell.version), version, claimMetrics, Qt::ElideRight, end);
    painter.setFont(option.font);
    paintText(painter, place(cell.contact), contact, metrics, Qt::ElideRight, end);
    painter.setPen(theme.mutedText);
    painter.setFont(smallFont);
    paintText(painter, place(cell.known), known, smallMetrics, Qt::ElideRight, end);
    const QString address = dashIfEmpty(valueAt(index, ManagerColumn::IpAddress));
    paintText(painter, place(cell.place), address, smallMetrics);
    const QRect behind = cell.place.adjusted(smallMetrics.horizontalAdvance(address) + Metrics::small, 0, 0, 0);
    painter.setFont(italic(smallFont));
    paintText(painter, place(behind), environmentOf(index), QFontMetrics(italic(smallFont), option.widget));
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
