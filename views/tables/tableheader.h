// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Runnerscope {

/// A quiet header: captions over a hairline, the sort arrow beside its caption.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    QSize sizeHint() const override;

    /// The column whose caption is a box; -1: there is none. It stays where it is.
    void setCheckColumn(int logicalIndex);

signals:
    /// The box was clicked.
    void checkClicked();
    /// The user drags the edge of a column or double-clicks it; not emitted when the program sets widths.
    void widthChosen();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    bool isInCheckColumn(const QMouseEvent &event) const;

    int m_checkColumn = -1;
    bool m_pressed = false;
};

} // namespace Runnerscope
