// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/messagebar.h"

#include "views/theme/fonts.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"
#include "views/widgets/textblock.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace Runnerscope {

MessageBar::MessageBar(QWidget *parent) :
    QWidget(parent),
    m_sentence(new TextBlock),
    m_remedy(new TextBlock),
    m_button(new QPushButton),
    m_close(new QToolButton)
{
    setObjectName(QStringLiteral("messageBar"));
    setFontRole(m_sentence, FontRole::Strong);
    m_sentence->setMostLines(3);
    m_remedy->setMostLines(3);
    m_sentence->setAccessibleName(tr("Message"));
    m_remedy->setAccessibleName(tr("Remedy"));
    m_button->setAutoDefault(false);
    m_close->setIcon(glyphIcon(Glyph::Close, IconInk::Text));
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(m_close->accessibleName());
    connect(m_button, &QPushButton::clicked, this, &MessageBar::buttonClicked);
    connect(m_close, &QToolButton::clicked, this, [this] {
        dismiss();
        emit closed();
    });
    arrange();
    hide();
}

void MessageBar::arrange()
{
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_sentence);
    words->addWidget(m_remedy);
    words->addStretch();
    auto *layout = new QHBoxLayout(this);
    const int beforeWords = Metrics::medium + Metrics::icon + Metrics::medium; // the icon is painted
    layout->setContentsMargins(beforeWords, Metrics::small, Metrics::medium, Metrics::small);
    layout->setSpacing(Metrics::medium);
    layout->addLayout(words, 1);
    layout->addWidget(m_button, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignVCenter);
}

void MessageBar::showMessage(
    Severity severity, const QString &sentence, const QString &remedy, const QString &buttonText)
{
    m_severity = severity;
    m_sentence->showText(sentence);
    m_remedy->showText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    setAccessibleName(tr("%1 %2", "two sentences: what happened, what to do").arg(sentence, remedy));
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::dismiss()
{
    hide();
}

QIcon MessageBar::icon() const
{
    return glyphIcon(Glyph::Warning, m_severity == Severity::Danger ? IconInk::Danger : IconInk::Attention);
}

void MessageBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), m_severity == Severity::Danger ? theme.danger.wash : theme.attention.wash);
    painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
    const QRect place(Metrics::medium, m_sentence->y() + (m_sentence->fontMetrics().height() - Metrics::icon) / 2,
        Metrics::icon, Metrics::icon);
    icon().paint(&painter, QStyle::visualRect(layoutDirection(), rect(), place));
}

} // namespace Runnerscope
