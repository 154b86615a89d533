// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/canceljobsdialog.h"

#include "models/rules/jobs/cancelwording.h"
#include "models/rules/wording.h"
#include "views/tables/listtable.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/widgets/textblock.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Runnerscope {

CancelJobsDialog::CancelJobsDialog(const CancelPreview &preview, ServerTime now, QWidget *parent) :
    QDialog(parent),
    m_model(preview.jobs, now),
    m_heading(new TextBlock),
    m_words(new TextBlock),
    m_table(new ListTable(m_model, tr("Jobs to be canceled"), {22, 30, 26, 24, 14})),
    m_progress(new QProgressBar),
    m_progressText(new QLabel),
    m_confirm(new QPushButton),
    m_stop(new QPushButton(tr("&Stop"))),
    m_copy(new QPushButton(tr("&Copy as Markdown"))),
    m_close(new QPushButton)
{
    setWindowTitle(tr("Cancel Jobs"));
    setFontRole(m_heading, FontRole::Title);
    m_heading->setObjectName(QStringLiteral("cancelHeading"));
    m_heading->setAccessibleName(tr("Question"));
    m_heading->showText(CancelWording::question(preview));
    m_words->setObjectName(QStringLiteral("cancelWords"));
    m_words->setAccessibleName(tr("What it does"));
    m_words->showText(CancelWording::effects(preview).join(u'\n'));
    m_words->setVisible(!CancelWording::effects(preview).isEmpty());
    m_table->setVisible(m_model.rowCount() > 0);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_progress->setTextVisible(false);
    m_progressText->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Metrics::medium);
    layout->addWidget(m_heading);
    layout->addWidget(m_words);
    layout->addWidget(m_table, 1);
    if (preview.asksNumber)
        layout->addWidget(makeNumberField(m_model.rowCount()));
    layout->addWidget(m_progress);
    layout->addWidget(m_progressText);
    if (m_model.rowCount() == 0)
        layout->addStretch();
    layout->addLayout(makeButtons(m_model.rowCount()));
    showPhase(Phase::Asking);
    const int lines = std::clamp(m_model.rowCount(), 0, 14);
    resize(fontMetrics().averageCharWidth() * 112, fontMetrics().height() * (14 + lines * 2));
}

QWidget *CancelJobsDialog::makeNumberField(qsizetype count)
{
    m_numberRow = new QWidget;
    m_number = new QLineEdit;
    auto *label = new QLabel(tr("&Type the number of jobs, %1, to go on:").arg(Wording::count(count)));
    label->setBuddy(m_number);
    m_number->setObjectName(QStringLiteral("cancelNumber"));
    m_number->setMaximumWidth(fontMetrics().averageCharWidth() * 14);
    m_number->setMaxLength(12);
    connect(m_number, &QLineEdit::textChanged, this, &CancelJobsDialog::followNumber);
    auto *layout = new QHBoxLayout(m_numberRow);
    layout->setContentsMargins({});
    layout->setSpacing(Metrics::small);
    layout->addWidget(label);
    layout->addWidget(m_number);
    layout->addStretch();
    return m_numberRow;
}

QLayout *CancelJobsDialog::makeButtons(qsizetype count)
{
    m_confirm->setObjectName(QStringLiteral("confirmCancel"));
    m_confirm->setText(count == 1 ? tr("Cancel This &Job") : tr("Cancel %1 &Jobs").arg(Wording::count(count)));
    m_confirm->setProperty("emphasis", QStringLiteral("accent"));
    m_confirm->setAutoDefault(false);
    m_stop->setObjectName(QStringLiteral("stopCancel"));
    m_copy->setObjectName(QStringLiteral("copyReport"));
    m_close->setObjectName(QStringLiteral("closeCancel"));
    connect(m_confirm, &QPushButton::clicked, this, &CancelJobsDialog::begin);
    connect(m_stop, &QPushButton::clicked, this, &CancelJobsDialog::stop);
    connect(m_copy, &QPushButton::clicked, this, &CancelJobsDialog::copyWanted);
    connect(m_close, &QPushButton::clicked, this, &CancelJobsDialog::reject);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(Metrics::small);
    layout->addWidget(m_copy);
    layout->addStretch();
    for (QPushButton *button : {m_stop, m_confirm, m_close})
        layout->addWidget(button);
    return layout;
}

/// Digits alone count, so that "1,234" and "1.234" are the same number to everybody.
void CancelJobsDialog::followNumber()
{
    const QString text = m_number ? m_number->text() : QString();
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits.append(QChar(u'0' + c.digitValue()));
    }
    m_confirm->setEnabled(!m_number || digits == QString::number(m_model.rowCount()));
}

void CancelJobsDialog::showPhase(Phase phase)
{
    m_phase = phase;
    const bool asking = phase == Phase::Asking;
    const bool running = phase == Phase::Running || phase == Phase::Stopping;
    const bool any = m_model.rowCount() > 0;
    m_confirm->setVisible(asking && any);
    m_stop->setVisible(running);
    m_stop->setEnabled(phase == Phase::Running);
    m_progress->setVisible(running);
    m_progressText->setVisible(running);
    m_copy->setVisible(phase == Phase::Done);
    m_close->setVisible(!running);
    m_close->setText(asking && any ? tr("&Keep Them") : tr("&Close"));
    m_close->setDefault(true);
    if (m_numberRow)
        m_numberRow->setVisible(asking);
    m_table->setColumnHidden(static_cast<int>(CancelColumn::Result), asking);
    if (asking)
        followNumber();
    (running                     ? m_stop
            : asking && m_number ? static_cast<QWidget *>(m_number)
                                 : m_close)
        ->setFocus(Qt::OtherFocusReason);
}

void CancelJobsDialog::begin()
{
    if (m_phase != Phase::Asking)
        return;
    m_heading->showText(tr("Canceling…"));
    m_words->hide();
    m_progress->setRange(0, m_model.rowCount());
    showPhase(Phase::Running);
    showProgress();
    emit confirmed();
}

void CancelJobsDialog::stop()
{
    if (m_phase != Phase::Running)
        return;
    showPhase(Phase::Stopping);
    showProgress();
    emit stopRequested();
}

void CancelJobsDialog::showProgress()
{
    m_progress->setValue(m_model.settled());
    const QString count =
        tr("%1 of %2", "jobs").arg(Wording::count(m_model.settled()), Wording::count(m_model.rowCount()));
    m_progressText->setText(
        m_phase == Phase::Stopping ? tr("%1 · stopping: what was sent is waited for").arg(count) : count);
}

void CancelJobsDialog::take(const JobCancelOutcome &outcome)
{
    m_model.take(outcome);
    showProgress();
}

void CancelJobsDialog::finish()
{
    const std::vector<JobCancelOutcome> outcomes = m_model.outcomes();
    m_heading->showText(CancelWording::summary(outcomes));
    const QString remedy = CancelWording::remedy(outcomes);
    m_words->showText(remedy);
    m_words->setVisible(!remedy.isEmpty());
    showPhase(Phase::Done);
}

void CancelJobsDialog::reject()
{
    if (m_phase == Phase::Running)
        stop();
    else if (m_phase != Phase::Stopping)
        QDialog::reject();
}

} // namespace Runnerscope
