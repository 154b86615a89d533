// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/expander.h"

#include "views/theme/metrics.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace Runnerscope {

Expander::Expander(const QString &title, QWidget *content, QWidget *parent) :
    QWidget(parent),
    m_title(new QToolButton),
    m_content(content)
{
    m_title->setText(title);
    m_title->setCheckable(true);
    m_title->setArrowType(Qt::RightArrow);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setFocusPolicy(Qt::StrongFocus);
    connect(m_title, &QToolButton::toggled, this, &Expander::setExpanded);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Metrics::small);
    layout->addWidget(m_title, 0, Qt::AlignLeft);
    layout->addWidget(content);
    content->hide();
}

bool Expander::isExpanded() const
{
    return m_title->isChecked();
}

void Expander::setExpanded(bool expanded)
{
    m_title->setChecked(expanded);
    m_title->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
    m_content->setVisible(expanded);
}

} // namespace Runnerscope
