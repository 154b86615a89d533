// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTextEdit>

#include <algorithm>

namespace Runnerscope::Test {

/// Whether \a words stand in a visible text below \a parent, on screen or for a screen reader.
inline bool says(const QWidget &parent, const QString &words)
{
    const auto widgets = parent.findChildren<QWidget *>();
    return std::ranges::any_of(widgets, [&words](const QWidget *widget) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *text = qobject_cast<const QTextEdit *>(widget);
        return widget->isVisible()
            && ((label && label->text().contains(words)) || (text && text->toPlainText().contains(words))
                || widget->accessibleName().contains(words));
    });
}

} // namespace Runnerscope::Test
