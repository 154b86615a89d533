// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QStyledItemDelegate>

namespace Runnerscope {

struct RowState;
struct Theme;

/// Paints the cells of runner tables by the roles of models/roles.h: whole rows as one thing, statuses as glyph and
/// word, tags as chips, missing values as a muted dash. Tool tips are plain text.
class RunnerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RunnerDelegate(QObject *parent = nullptr);

    /// The row under the mouse, -1 for none.
    int hoveredRow() const { return m_hoveredRow; }
    void setHoveredRow(int row) { m_hoveredRow = row; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    RowState rowState(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintStatus(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int status) const;
    void paintTags(QPainter &painter, const QStyleOptionViewItem &option, const QStringList &tags) const;
    static void paintValue(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme);

    int m_hoveredRow = -1;
};

/// The height of a row of text for this font: 28 for a usual one.
int rowHeightFor(const QFontMetrics &metrics);

} // namespace Runnerscope
