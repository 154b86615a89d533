// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runnerordering.h"

#include <QWidget>

class QAbstractItemView;
class QHBoxLayout;
class QLabel;
class QStackedLayout;

namespace Runnerscope {

class EmptyState;

/// One of the views beside the table of runners: a list of something that the runners in that table have, and below it
/// a line about the list.
class ListPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The runners of the table, as they are now. Called only while the page is shown.
    virtual void follow(const OrderedRowsPtr &rows) = 0;
    virtual QAbstractItemView &list() const = 0;

signals:
    /// The user wants to see the runners behind a row.
    void filterWanted(const QString &filter);

protected:
    /// What the page is made of. \a empty is shown in place of the list while that has no rows.
    void arrange(QWidget &list, const QString &emptyTitle, const QString &emptySentence);
    /// Above the list; empty until something is put there.
    QHBoxLayout &topLine() const { return *m_top; }
    void setRemark(const QString &text);
    void showList(bool anyRows);

private:
    QHBoxLayout *m_top = nullptr;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_remark = nullptr;
};

} // namespace Runnerscope
