// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace Runnerscope {

/// The tree of groups and projects. Arrow keys open and close; Return and a double click lead to the runners.
class PlaceTreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit PlaceTreeView(QAbstractItemModel &model, QWidget *parent = nullptr);

    void keyboardSearch(const QString &search) override;

signals:
    void filterWanted(const QString &filter);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void activate(const QModelIndex &index);
};

} // namespace Runnerscope
