// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace Runnerscope {

class TextBlock;

/// Captions and their values in two columns. A value without a caption takes the whole line.
class FactList : public QWidget
{
    Q_OBJECT

public:
    /// One line of the list.
    class Fact
    {
    public:
        /// An empty text hides the line.
        void show(const QString &text, const QString &toolTip = {});

    private:
        friend class FactList;
        QLabel *m_caption = nullptr;
        TextBlock *m_value = nullptr;
    };

    explicit FactList(QWidget *parent = nullptr);

    Fact addFact(const QString &caption);
    /// \a name is for screen readers.
    Fact addSentence(const QString &name, bool muted = false);
    void addWidget(const QString &caption, QWidget *widget);

private:
    QLabel *addCaption(const QString &caption);

    QGridLayout *m_grid;
};

} // namespace Runnerscope
