// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/listpage.h"

#include "views/panels/emptystate.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace Runnerscope {

void ListPage::arrange(QWidget &list, const QString &emptyTitle, const QString &emptySentence)
{
    m_empty = new EmptyState;
    m_empty->showWords(emptyTitle, emptySentence);
    m_remark = new QLabel;
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setProperty("role", QStringLiteral("muted"));
    setFontRole(m_remark, FontRole::Caption);
    m_remark->setContentsMargins(Metrics::medium, Metrics::tiny, Metrics::medium, Metrics::tiny);
    m_top = new QHBoxLayout;
    m_top->setContentsMargins(Metrics::small, 0, Metrics::small, 0);
    m_top->setSpacing(Metrics::tiny);
    m_stack = new QStackedLayout;
    m_stack->addWidget(&list);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(m_top);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_remark);
    setFocusProxy(&list);
    showList(false);
    setRemark({});
}

void ListPage::setRemark(const QString &text)
{
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
}

void ListPage::showList(bool anyRows)
{
    m_stack->setCurrentIndex(anyRows ? 0 : 1);
}

} // namespace Runnerscope
