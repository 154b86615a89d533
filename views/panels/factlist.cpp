// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/factlist.h"

#include "views/theme/metrics.h"
#include "views/widgets/textblock.h"

#include <QGridLayout>
#include <QLabel>

namespace Runnerscope {

void FactList::Fact::show(const QString &text, const QString &toolTip)
{
    m_value->showText(text);
    m_value->setPlainToolTip(toolTip);
    m_value->setVisible(!text.isEmpty());
    if (m_caption)
        m_caption->setVisible(!text.isEmpty());
}

FactList::FactList(QWidget *parent) :
    QWidget(parent),
    m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(Metrics::small, 0, Metrics::small, 0);
    m_grid->setHorizontalSpacing(Metrics::medium);
    m_grid->setVerticalSpacing(Metrics::tiny + 2);
    m_grid->setColumnStretch(0, 0);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 15);
    m_grid->setColumnStretch(1, 1);
}

QLabel *FactList::addCaption(const QString &caption)
{
    auto *label = new QLabel(caption);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("muted"));
    label->setMaximumWidth(fontMetrics().averageCharWidth() * 18);
    m_grid->addWidget(label, m_grid->rowCount(), 0, Qt::AlignTop);
    return label;
}

FactList::Fact FactList::addFact(const QString &caption)
{
    Fact fact;
    fact.m_caption = addCaption(caption);
    fact.m_value = new TextBlock;
    fact.m_value->setAccessibleName(caption);
    fact.m_caption->setBuddy(fact.m_value);
    m_grid->addWidget(fact.m_value, m_grid->rowCount() - 1, 1, Qt::AlignTop);
    return fact;
}

FactList::Fact FactList::addSentence(const QString &name, bool muted)
{
    Fact fact;
    fact.m_value = new TextBlock;
    fact.m_value->setAccessibleName(name);
    fact.m_value->setMuted(muted);
    m_grid->addWidget(fact.m_value, m_grid->rowCount(), 0, 1, 2);
    return fact;
}

void FactList::addWidget(const QString &caption, QWidget *widget)
{
    if (caption.isEmpty()) {
        m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
        return;
    }
    addCaption(caption)->setBuddy(widget);
    m_grid->addWidget(widget, m_grid->rowCount() - 1, 1);
}

} // namespace Runnerscope
