// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/delegates/runnerdelegate.h"

#include "models/roles.h"
#include "models/rules/wording.h"
#include "views/delegates/cellgeometry.h"
#include "views/delegates/plaintooltip.h"
#include "views/delegates/rowpainting.h"
#include "views/theme/checkmark.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/theme/statusglyph.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>

namespace Runnerscope {

namespace {

constexpr qsizetype mostChips = 24; ///< more never fit into a cell

QRect contentOf(const QRect &cell)
{
    return cell.adjusted(Metrics::small, 0, -Metrics::small, -Metrics::hairline);
}

QRect mirroredIn(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, contentOf(option.rect), rect);
}

QString moreText(qsizetype hidden)
{
    return RunnerDelegate::tr("+%1", "so many more tags").arg(Wording::count(hidden));
}

} // namespace

int rowHeightFor(const QFontMetrics &metrics)
{
    return qMax(28, metrics.height() + Metrics::medium);
}

RunnerDelegate::RunnerDelegate(QObject *parent) :
    QStyledItemDelegate(parent)
{
}

RowState RunnerDelegate::rowState(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return {option.state.testFlag(QStyle::State_Selected),
        view && view->currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0), index.row() == m_hoveredRow,
        view && view->hasFocus(), index.data(CheckedRole).toBool()};
}

void RunnerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::fromPalette(option.palette);
    paintRow(*painter, option, rowState(option, index), theme);
    const QVariant check = index.data(Qt::CheckStateRole);
    if (check.isValid()) {
        paintCheckMark(*painter, checkMarkIn(option.rect, option.fontMetrics.height()),
            {static_cast<Qt::CheckState>(check.toInt())}, theme);
        return;
    }
    const QVariant status = index.data(StatusRole);
    if (status.isValid()) {
        paintStatus(*painter, option, index, status.toInt());
        return;
    }
    const QVariant tags = index.data(TagsRole);
    if (tags.isValid() && !tags.toStringList().isEmpty())
        paintTags(*painter, option, tags.toStringList());
    else
        paintValue(*painter, option, index, theme);
}

void RunnerDelegate::paintValue(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool muted = text.isEmpty() || index.data(MutedRole).toBool();
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const QVariant elide = index.data(ElideModeRole);
    painter.setFont(option.font);
    painter.setPen(muted ? theme.mutedText : theme.text);
    paintText(painter, contentOf(option.rect), text.isEmpty() ? QString(u'–') : text, option.fontMetrics,
        elide.isValid() ? static_cast<Qt::TextElideMode>(elide.toInt()) : Qt::ElideRight,
        QStyle::visualAlignment(option.direction,
            alignment.isValid() ? alignment.value<Qt::Alignment>() & Qt::AlignHorizontal_Mask : Qt::AlignLeft));
}

void RunnerDelegate::paintStatus(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int status) const
{
    const Theme &theme = Theme::fromPalette(option.palette);
    const auto value = static_cast<RunnerStatus>(status);
    const QString word = index.data(Qt::DisplayRole).toString();
    const int size = option.fontMetrics.ascent() * 3 / 4;
    const StatusCell cell = StatusCell::in(
        contentOf(option.rect), size, option.fontMetrics.horizontalAdvance(word) + 1, index.data(PausedRole).toBool());
    paintStatusGlyph(painter, mirroredIn(option, cell.glyph), value, false, theme);
    painter.setFont(option.font);
    painter.setPen(theme.meaningOf(value).ink);
    paintText(painter, mirroredIn(option, cell.word), word, option.fontMetrics);
    if (!cell.bars.isNull())
        paintPausedBars(painter, mirroredIn(option, cell.bars), theme);
}

void RunnerDelegate::paintTags(QPainter &painter, const QStyleOptionViewItem &option, const QStringList &tags) const
{
    const Theme &theme = Theme::fromPalette(option.palette);
    const QFont font = fontFor(FontRole::Caption, option.font);
    const QFontMetrics metrics(font, option.widget);
    const ChipMetrics chip{metrics.height() + 2, Metrics::small - 2, Metrics::tiny};
    const QRect content = contentOf(option.rect);
    QList<int> widths;
    int used = 0;
    for (qsizetype i = 0; i < qMin(tags.size(), mostChips) && used <= content.width(); ++i) {
        widths.append(metrics.horizontalAdvance(tags[i].left(64)) + 1);
        used += widths.last() + 2 * chip.padding + chip.gap;
    }
    const int moreWidth = metrics.horizontalAdvance(moreText(tags.size())) + 1;
    const ChipLine line = ChipLine::in(content, widths, tags.size(), moreWidth, chip);
    painter.save();
    painter.setFont(font);
    for (std::size_t i = 0; i < line.chips.size(); ++i) {
        const QString tag = Wording::oneLine(tags[static_cast<qsizetype>(i)]);
        paintChip(painter, mirroredIn(option, line.chips[i]), tag, metrics, theme);
    }
    painter.setPen(theme.mutedText);
    if (!line.more.isNull())
        paintText(painter, mirroredIn(option, line.more), moreText(line.hidden), metrics);
    painter.restore();
}

QSize RunnerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {option.fontMetrics.averageCharWidth() * 12, rowHeightFor(option.fontMetrics)};
}

bool RunnerDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    showPlainToolTip(*event, *view, index);
    return true;
}

} // namespace Runnerscope
