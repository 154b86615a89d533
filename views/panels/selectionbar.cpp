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

QPushButton *makeLink(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    button->setFlat(true);
    return button;
}

} // namespace

SelectionBar::SelectionBar(Of what, QWidget *parent) :
    QWidget(parent),
    m_what(what),
    m_count(new QLabel),
    m_all(makeLink("selectAll")),
    m_copy(new QToolButton),
    m_export(new QToolButton),
    m_line(new QHBoxLayout(this))
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
    m_line->setContentsMargins(Metrics::medium, Metrics::tiny, Metrics::medium, Metrics::tiny);
    m_line->setSpacing(Metrics::small);
    m_line->addWidget(m_count);
    m_line->addWidget(m_all);
    m_line->addStretch();
    m_line->addWidget(m_copy);
    m_line->addWidget(m_export);
    m_line->addWidget(clear);
    connect(m_all, &QPushButton::clicked, this, &SelectionBar::selectAllRequested);
    connect(clear, &QPushButton::clicked, this, &SelectionBar::clearRequested);
    m_copy->hide();
    m_export->hide();
    setCounts({});
}

QString SelectionBar::countText(const CheckCounts &counts) const
{
    QStringList parts{tr("%1 selected", "runners or jobs").arg(Wording::count(counts.all()))};
    if (counts.hidden > 0)
        parts.append(tr("%1 of them hidden by the filter").arg(Wording::count(counts.hidden)));
    if (counts.gone > 0)
        parts.append((m_what == Of::Runners ? tr("%1 no longer in the fleet") : tr("%1 ended meanwhile"))
                         .arg(Wording::count(counts.gone)));
    return parts.join(QStringLiteral(" · "));
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
    m_copy->show();
    m_export->show();
    m_export->setText(tr("Export…"));
    m_export->setToolTip(exporting.toolTip());
    connect(m_export, &QToolButton::clicked, &exporting, &QAction::trigger);
}

void SelectionBar::addAction(QAction &action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(&action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    m_line->insertWidget(m_line->count() - 1, button);
}

} // namespace Runnerscope
