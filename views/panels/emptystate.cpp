// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/emptystate.h"

#include "views/theme/fonts.h"
#include "views/theme/metrics.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Runnerscope {

EmptyState::EmptyState(QWidget *parent) :
    QWidget(parent),
    m_title(new QLabel),
    m_sentence(new QLabel),
    m_button(new QPushButton)
{
    setFocusPolicy(Qt::StrongFocus); // read out by a screen reader; keeps the place for the table
    setFontRole(m_title, FontRole::Title);
    m_sentence->setProperty("role", QStringLiteral("muted"));
    for (QLabel *label : {m_title, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        label->setMaximumWidth(460);
    }
    m_button->setAutoDefault(false);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::huge, Metrics::huge, Metrics::huge, Metrics::huge);
    layout->setSpacing(Metrics::small);
    layout->addStretch(2);
    for (QLabel *label : {m_title, m_sentence}) {
        auto *line = new QHBoxLayout;
        line->addStretch(1);
        line->addWidget(label, 100);
        line->addStretch(1);
        layout->addLayout(line);
    }
    layout->addSpacing(Metrics::small);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::showWords(const QString &title, const QString &sentence, const QString &buttonText)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

} // namespace Runnerscope
