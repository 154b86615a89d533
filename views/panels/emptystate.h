// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Runnerscope {

/// Stands where there is nothing to show: says what would be there and how to get it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Without \a buttonText there is no button.
    void showWords(const QString &title, const QString &sentence, const QString &buttonText = {});

signals:
    void buttonClicked();

private:
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace Runnerscope
