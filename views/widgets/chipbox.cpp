// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/chipbox.h"

#include "models/rules/wording.h"
#include "views/delegates/plaintooltip.h"
#include "views/delegates/rowpainting.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace Runnerscope {

ChipBox::ChipBox(const QString &name, QWidget *parent) :
    QWidget(parent),
    m_name(name)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto *copyAction = new QAction(tr("Copy all"), this);
    connect(copyAction, &QAction::triggered, this, &ChipBox::copy);
    addAction(copyAction);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ChipBox::setTexts(const QStringList &texts)
{
    QStringList lines;
    for (const QString &text : texts)
        lines.append(Wording::oneLine(text));
    if (lines == m_texts && !accessibleName().isEmpty())
        return;
    m_texts = lines;
    setAccessibleName(tr("%1: %2", "name of a field, its values").arg(m_name, m_texts.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QFont ChipBox::chipFont() const
{
    return fontFor(FontRole::Caption, font());
}

ChipFlow ChipBox::flowFor(int width) const
{
    const QFontMetrics metrics(chipFont(), this);
    QList<int> widths;
    for (const QString &text : m_texts)
        widths.append(metrics.horizontalAdvance(text) + 1);
    return ChipFlow::in(width, widths, {metrics.height() + 2, Metrics::small - 2, Metrics::tiny});
}

int ChipBox::heightForWidth(int width) const
{
    return flowFor(width).height;
}

QSize ChipBox::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, flowFor(qMax(width(), 80)).height};
}

QSize ChipBox::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, QFontMetrics(chipFont(), this).height() + 2};
}

bool ChipBox::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const ChipFlow flow = flowFor(width());
    QString tip;
    for (std::size_t i = 0; i < flow.chips.size(); ++i) {
        if (flow.chips[i].contains(help->pos()))
            tip = m_texts[static_cast<qsizetype>(i)];
    }
    QToolTip::showText(help->globalPos(), plainToolTip(tip), this);
    return true;
}

void ChipBox::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::of(this);
    const ChipFlow flow = flowFor(width());
    const QFontMetrics metrics(chipFont(), this);
    QPainter painter(this);
    painter.setFont(chipFont());
    for (std::size_t i = 0; i < flow.chips.size(); ++i) {
        const QRect chip = QStyle::visualRect(layoutDirection(), rect(), flow.chips[i]);
        if (!chip.intersects(event->rect()))
            continue;
        paintChip(painter, chip, m_texts[static_cast<qsizetype>(i)], metrics, theme);
        if (hasFocus()) {
            painter.setPen(theme.focus);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);
        }
    }
}

void ChipBox::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

void ChipBox::copy() const
{
    QGuiApplication::clipboard()->setText(m_texts.join(QStringLiteral(", ")));
}

} // namespace Runnerscope
