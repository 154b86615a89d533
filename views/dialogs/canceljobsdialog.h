// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/canceltablemodel.h"
#include "models/rules/errorwording.h"
#include "models/rules/jobs/cancelpreview.h"

#include <QDialog>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QLabel;

namespace Runnerscope {

class ListTable;
class TextBlock;

/// Shows which jobs would be canceled and what that would do, then how far it has come, then what became of each. It
/// cancels nothing itself. Closed while jobs are being canceled, it asks to stop and stays until all is known.
class CancelJobsDialog : public QDialog
{
    Q_OBJECT

public:
    CancelJobsDialog(const CancelPreview &preview, ServerTime now, QWidget *parent = nullptr);

    CancelTableModel &model() { return m_model; }
    /// Nothing has been confirmed yet.
    bool isAsking() const { return m_phase == Phase::Asking; }
    void take(const JobCancelOutcome &outcome);
    /// No outcome follows.
    void finish();

    void reject() override;

signals:
    /// The user wants the jobs of model() canceled.
    void confirmed();
    void stopRequested();
    /// The report is wanted in the clipboard.
    void copyWanted();

private:
    enum class Phase { Asking, Running, Stopping, Done };

    QWidget *makeNumberField(qsizetype count);
    QLayout *makeButtons(qsizetype count);
    void showProgress();
    void begin();
    void stop();
    void showPhase(Phase phase);
    void followNumber();

    CancelTableModel m_model;
    Phase m_phase = Phase::Asking;
    TextBlock *m_heading;
    TextBlock *m_words;
    ListTable *m_table;
    QWidget *m_numberRow = nullptr; ///< null: no number is asked for
    QLineEdit *m_number = nullptr; ///< likewise
    QProgressBar *m_progress;
    QLabel *m_progressText;
    QPushButton *m_confirm;
    QPushButton *m_stop;
    QPushButton *m_copy;
    QPushButton *m_close;
};

} // namespace Runnerscope
