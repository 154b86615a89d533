// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace Runnerscope {

/// A plain text of any length that can be selected and copied, by keyboard too; copied without a selection it is copied
/// whole. As high as its text needs; never asks
/// for more width than it is given, words without end included.
class TextBlock : public QTextEdit
{
    Q_OBJECT

public:
    explicit TextBlock(QWidget *parent = nullptr);

    void showText(const QString &text);
    /// The tool tip is plain text, too.
    void setPlainToolTip(const QString &text);
    void setMuted(bool muted);
    /// More lines than these are reached by the cursor keys and in the tool tip; 0 for no limit.
    void setMostLines(int lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QMimeData *createMimeDataFromSelection() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void fitHeight();

    int m_mostLines = 0;
};

} // namespace Runnerscope
