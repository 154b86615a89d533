// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Runnerscope {

/// One line of plain text, elided in the middle, whole in its tool tip and for screen readers. Can be copied.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    const QString &text() const { return m_text; }
    /// \a text is shown, read and copied; \a copied, where given, is copied instead.
    void setText(const QString &text, const QString &copied = {});
    void setMuted(bool muted);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy() const;
    void updateToolTip();

    QString m_text;
    QString m_copied;
    bool m_muted = false;
};

} // namespace Runnerscope
