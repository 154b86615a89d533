// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/textblock.h"

#include "views/delegates/plaintooltip.h"

#include <QClipboard>
#include <QEvent>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QStyle>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace Runnerscope {

TextBlock::TextBlock(QWidget *parent) :
    QTextEdit(parent)
{
    setProperty("role", QStringLiteral("value"));
    setReadOnly(true);
    setAcceptRichText(false);
    setAcceptDrops(false);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    fitHeight();
}

void TextBlock::showText(const QString &text)
{
    if (text == toPlainText())
        return; // keeps what the user has selected
    setPlainText(text);
    fitHeight();
}

void TextBlock::setPlainToolTip(const QString &text)
{
    setToolTip(plainToolTip(text));
}

void TextBlock::setMuted(bool muted)
{
    if (property("muted").toBool() == muted)
        return;
    setProperty("muted", muted);
    style()->unpolish(this);
    style()->polish(this);
}

QSize TextBlock::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, height()};
}

QSize TextBlock::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, height()};
}

void TextBlock::setMostLines(int lines)
{
    m_mostLines = lines;
    fitHeight();
}

void TextBlock::fitHeight()
{
    document()->setTextWidth(viewport()->width());
    const int whole = static_cast<int>(std::ceil(document()->size().height()));
    const int most = m_mostLines > 0 ? m_mostLines * fontMetrics().lineSpacing() : whole;
    setFixedHeight(std::min(whole, most));
    if (m_mostLines > 0)
        setPlainToolTip(whole > most ? toPlainText() : QString());
}

/// As plain text alone: an editor that takes HTML would find markup.
QMimeData *TextBlock::createMimeDataFromSelection() const
{
    auto *plain = new QMimeData;
    plain->setText(textCursor().selection().toPlainText());
    return plain;
}

void TextBlock::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !textCursor().hasSelection())
        QGuiApplication::clipboard()->setText(toPlainText());
    else
        QTextEdit::keyPressEvent(event);
}

void TextBlock::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fitHeight();
}

void TextBlock::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void TextBlock::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // scrolls what the text stands in
}

void TextBlock::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    QTextCursor cursor = textCursor();
    cursor.clearSelection();
    setTextCursor(cursor);
}

} // namespace Runnerscope
