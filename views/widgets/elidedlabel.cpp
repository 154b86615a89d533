// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/elidedlabel.h"

#include "views/delegates/plaintooltip.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

namespace Runnerscope {

ElidedLabel::ElidedLabel(QWidget *parent) :
    QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *copyAction = new QAction(tr("Copy"), this);
    connect(copyAction, &QAction::triggered, this, &ElidedLabel::copy);
    addAction(copyAction);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ElidedLabel::setText(const QString &text, const QString &copied)
{
    m_copied = copied.isEmpty() ? text : copied;
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    setFocusPolicy(text.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    updateToolTip();
    updateGeometry();
    update();
}

void ElidedLabel::setMuted(bool muted)
{
    m_muted = muted;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text.left(64)), fontMetrics().height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setPen(m_muted ? theme.mutedText : theme.text);
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideMiddle, width());
    painter.drawText(rect(), Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (hasFocus())
        painter.fillRect(0, height() - 1, qMin(width(), fontMetrics().horizontalAdvance(shown)), 1, theme.focus);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

void ElidedLabel::copy() const
{
    QGuiApplication::clipboard()->setText(m_copied);
}

void ElidedLabel::updateToolTip()
{
    const bool fits = fontMetrics().horizontalAdvance(m_text) <= width();
    setToolTip(fits ? QString() : plainToolTip(m_text));
}

} // namespace Runnerscope
