// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/hostlist.h"

#include "models/managertablemodel.h"
#include "views/delegates/managerdelegate.h"
#include "views/theme/metrics.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr int mostRowsShown = 6;

} // namespace

HostList::HostList(ManagerTableModel &model, QWidget *parent) :
    QListView(parent)
{
    setObjectName(QStringLiteral("hosts"));
    setAccessibleName(tr("Hosts"));
    setModel(&model);
    setItemDelegate(new ManagerDelegate(this));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *copyAction = new QAction(tr("Copy"), this);
    connect(copyAction, &QAction::triggered, this, &HostList::copyCurrent);
    addAction(copyAction);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(&model, &QAbstractItemModel::modelReset, this, &HostList::fitHeight);
    fitHeight();
}

void HostList::fitHeight()
{
    const int rows = std::min(model()->rowCount(), mostRowsShown);
    setFixedHeight(rows * ManagerDelegate::rowHeight(fontMetrics()));
    setVisible(rows > 0);
}

QSize HostList::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, height()};
}

QSize HostList::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, height()};
}

void HostList::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyCurrent();
    else
        QListView::keyPressEvent(event);
}

void HostList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange && model())
        fitHeight();
}

void HostList::copyCurrent() const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(ManagerDelegate::wholeText(currentIndex()));
}

} // namespace Runnerscope
