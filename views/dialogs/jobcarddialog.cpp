// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/jobcarddialog.h"

#include "views/panels/factlist.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/widgets/textblock.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Runnerscope {

namespace {

void addSection(QVBoxLayout &layout, const JobCardSection &section)
{
    auto *heading = new QLabel(section.heading);
    heading->setTextFormat(Qt::PlainText);
    setFontRole(heading, FontRole::Strong);
    heading->setContentsMargins(Metrics::small, Metrics::medium, Metrics::small, Metrics::tiny);
    layout.addWidget(heading);
    auto *list = new FactList;
    for (const JobCardFact &fact : section.facts) {
        const QString text = fact.lines.join(u'\n');
        if (fact.caption.isEmpty())
            list->addSentence(section.heading).show(text);
        else
            list->addFact(fact.caption).show(text);
    }
    layout.addWidget(list);
}

QWidget *makeCard(const std::vector<JobCardSection> &sections)
{
    auto *card = new QWidget;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, Metrics::small, Metrics::small);
    layout->setSpacing(0);
    for (const JobCardSection &section : sections)
        addSection(*layout, section);
    layout->addStretch();
    return card;
}

} // namespace

JobCardDialog::JobCardDialog(QWidget *parent) :
    QDialog(parent),
    m_link(new QLineEdit),
    m_find(new QPushButton(tr("&Find"))),
    m_words(new TextBlock),
    m_card(new QScrollArea),
    m_done(new QLabel),
    m_copy(new QPushButton(tr("&Copy as Markdown"))),
    m_page(new QPushButton(tr("&Open in GitLab"))),
    m_runner(new QPushButton(tr("&Show Runner")))
{
    setWindowTitle(tr("Job Card"));
    m_link->setObjectName(QStringLiteral("jobLink"));
    m_link->setPlaceholderText(tr("Link to a job, or group/project#123"));
    m_link->setAccessibleName(tr("Link to a job"));
    m_link->setClearButtonEnabled(true);
    m_words->setObjectName(QStringLiteral("jobWords"));
    m_words->setAccessibleName(tr("Answer"));
    m_card->setWidgetResizable(true);
    m_card->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_card->setFrameShape(QFrame::NoFrame);
    m_card->viewport()->setAutoFillBackground(false);
    m_find->setDefault(true);
    connect(m_find, &QPushButton::clicked, this, &JobCardDialog::ask);
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::small);
    line->addWidget(m_link, 1);
    line->addWidget(m_find);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Metrics::medium);
    layout->addLayout(line);
    layout->addWidget(m_words);
    layout->addWidget(m_card, 1);
    layout->addWidget(makeButtons());
    resize(fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 48);
    showNothing();
}

QWidget *JobCardDialog::makeButtons()
{
    auto *close = new QPushButton(tr("Close"));
    m_copy->setObjectName(QStringLiteral("copyCard"));
    m_page->setObjectName(QStringLiteral("openJobPage"));
    m_runner->setObjectName(QStringLiteral("showJobRunner"));
    for (QPushButton *button : {m_copy, m_page, m_runner, close})
        button->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &JobCardDialog::copyWanted);
    connect(m_page, &QPushButton::clicked, this, &JobCardDialog::pageWanted);
    connect(m_runner, &QPushButton::clicked, this, &JobCardDialog::runnerWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QWidget;
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins({});
    layout->setSpacing(Metrics::small);
    for (QPushButton *button : {m_copy, m_page, m_runner})
        layout->addWidget(button);
    layout->addWidget(m_done, 1);
    layout->addWidget(close);
    return buttons;
}

QString JobCardDialog::link() const
{
    return m_link->text();
}

void JobCardDialog::setLink(const QString &text)
{
    m_link->setText(text);
    m_link->selectAll();
    m_link->setFocus(Qt::OtherFocusReason);
}

void JobCardDialog::ask()
{
    emit jobWanted(m_link->text());
}

void JobCardDialog::show(QWidget *body, Ways ways, bool isCard)
{
    m_card->setWidget(body);
    body->setAutoFillBackground(false);
    body->show();
    m_words->setVisible(!isCard);
    m_done->clear();
    m_copy->setEnabled(isCard);
    m_page->setEnabled(ways.page);
    m_runner->setEnabled(ways.runner);
}

void JobCardDialog::showNothing()
{
    show(new QWidget, {}, false);
    m_words->showText(tr("Answers for any job: what it ran on, who registered that, and who can help."));
    m_words->setMuted(true);
}

void JobCardDialog::showLoading()
{
    show(new QWidget, {}, false);
    m_words->showText(tr("Asking GitLab…"));
    m_words->setMuted(true);
}

void JobCardDialog::showTrouble(const ErrorWords &words)
{
    show(new QWidget, {}, false);
    m_words->showText(words.sentence + u'\n' + words.remedy);
    m_words->setMuted(false);
}

void JobCardDialog::showCard(const std::vector<JobCardSection> &sections, Ways ways)
{
    show(makeCard(sections), ways, true);
}

void JobCardDialog::showDone(const QString &sentence)
{
    m_done->setText(sentence);
}

} // namespace Runnerscope
