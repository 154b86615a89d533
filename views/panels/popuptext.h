// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace Runnerscope {

/// A text over the window that goes when the user presses Escape or clicks elsewhere. It can be selected and copied.
class PopupText : public QFrame
{
    Q_OBJECT

public:
    /// Opens above or below \a anchor, wherever there is room, and deletes itself when it is closed.
    static void open(QWidget &anchor, const QString &title, const QString &text);

private:
    PopupText(QWidget &anchor, const QString &title, const QString &text);
    void placeAt(const QWidget &anchor);
};

} // namespace Runnerscope
