// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/selectionbar.h"

#include "models/rules/wording.h"
#include "views/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace Runnerscope {

namespace {

QString countText(const CheckCounts &counts)
{
    using Bar = SelectionBar;
    QStringList parts{Bar::tr("%1 selected", "runners").arg(Wording::count(counts.all()))};
    if (counts.hidden > 0)
        parts.append(Bar::tr("%1 of them hidden by the filter").arg(Wording::count(counts.hidden)));
    if (counts.gone > 0)
        parts.append(Bar::tr("%1 no longer in the fleet").arg(Wording::count(counts.gone)));
    return parts.join(QStringLiteral(" · "));
}

QPushButton *makeLink(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    button->setFlat(true);
    return button;
}

} // namespace

SelectionBar::SelectionBar(QWidget *parent) :
    QWidget(parent),
    m_count(new QLabel),
    m_all(makeLink("selectAll")),
    m_copy(new QToolButton),
    m_export(new QToolButton)
{
    setObjectName(QStringLiteral("selectionBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_count->setObjectName(QStringLiteral("selectedCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_copy->setText(tr("Copy ▾", "opens a menu"));
    m_copy->setObjectName(QStringLiteral("copySelected"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setToolButtonStyle(Qt::ToolButtonTextOnly);
    QPushButton *clear = makeLink("clearSelection");
    clear->setText(tr("Clear"));
    clear->setToolTip(tr("Select none (Esc)"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::medium, Metrics::tiny, Metrics::medium, Metrics::tiny);
    layout->setSpacing(Metrics::small);
    layout->addWidget(m_count);
    layout->addWidget(m_all);
    layout->addStretch();
    layout->addWidget(m_copy);
    layout->addWidget(m_export);
    layout->addWidget(clear);
    connect(m_all, &QPushButton::clicked, this, &SelectionBar::selectAllRequested);
    connect(clear, &QPushButton::clicked, this, &SelectionBar::clearRequested);
    setCounts({});
}

void SelectionBar::setCounts(const CheckCounts &counts)
{
    m_count->setText(countText(counts));
    m_all->setText(tr("Select all %1", "rows of the table").arg(Wording::count(counts.rows)));
    m_all->setVisible(counts.shown < counts.rows);
    setVisible(counts.all() > 0);
}

void SelectionBar::setActions(const QList<QAction *> &copying, QAction &exporting)
{
    auto *menu = new QMenu(m_copy);
    menu->addActions(copying);
    m_copy->setMenu(menu);
    m_export->setText(tr("Export…"));
    m_export->setToolTip(exporting.toolTip());
    connect(m_export, &QToolButton::clicked, &exporting, &QAction::trigger);
}

} // namespace Runnerscope
