// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QToolButton;

namespace Runnerscope {

class TextBlock;

/// The one bar for trouble, above the content: what happened, what to do about it, and a button that does it.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    enum class Severity { Attention, Danger };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Takes the place of the message that is shown. Without \a buttonText there is no button.
    void showMessage(Severity severity, const QString &sentence, const QString &remedy, const QString &buttonText = {});
    void dismiss();

signals:
    void buttonClicked();
    /// By the user.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    QIcon icon() const;

    TextBlock *m_sentence;
    TextBlock *m_remedy;
    QPushButton *m_button;
    QToolButton *m_close;
    Severity m_severity = Severity::Attention;
};

} // namespace Runnerscope
