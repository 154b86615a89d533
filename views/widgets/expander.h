// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace Runnerscope {

/// A part that is folded away behind its title until it is asked for.
class Expander : public QWidget
{
    Q_OBJECT

public:
    /// Takes \a content, which is folded at first.
    Expander(const QString &title, QWidget *content, QWidget *parent = nullptr);

    bool isExpanded() const;
    void setExpanded(bool expanded);

private:
    QToolButton *m_title;
    QWidget *m_content;
};

} // namespace Runnerscope
