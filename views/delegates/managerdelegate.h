// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Runnerscope {

struct Theme;

/// Paints one host of a ManagerTableModel in two lines. For lists: it reads the columns of the row itself.
class ManagerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ManagerDelegate(QObject *parent = nullptr);

    /// All that is known of a host, one value a line, for the clipboard.
    static QString wholeText(const QModelIndex &index);
    static int rowHeight(const QFontMetrics &metrics);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    static void paintTexts(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme);
};

} // namespace Runnerscope
