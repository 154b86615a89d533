// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/errorwording.h"
#include "models/rules/jobs/jobcardsections.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace Runnerscope {

class TextBlock;

/// Asks for a job and shows its card. Stays beside the window.
class JobCardDialog : public QDialog
{
    Q_OBJECT

public:
    explicit JobCardDialog(QWidget *parent = nullptr);

    QString link() const;
    void setLink(const QString &text);

    /// What a card offers to go to.
    struct Ways
    {
        bool page = false;
        bool runner = false;
    };

    void showNothing();
    void showLoading();
    void showTrouble(const ErrorWords &words);
    void showCard(const std::vector<JobCardSection> &sections, Ways ways);
    /// Said beside the buttons until something else is shown.
    void showDone(const QString &sentence);

signals:
    /// As the user wrote it.
    void jobWanted(const QString &link);
    void copyWanted();
    void pageWanted();
    void runnerWanted();

private:
    QWidget *makeButtons();
    void show(QWidget *body, Ways ways, bool isCard);
    void ask();

    QLineEdit *m_link;
    QPushButton *m_find;
    TextBlock *m_words; ///< instead of a card
    QScrollArea *m_card;
    QLabel *m_done;
    QPushButton *m_copy;
    QPushButton *m_page;
    QPushButton *m_runner;
};

} // namespace Runnerscope
