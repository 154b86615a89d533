// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFormLayout;
class QWidget;

namespace Runnerscope {

/// An empty form in the spacing of the dialogs, as the layout of \a parent. All forms of a dialog have captions of one
/// width, so that their fields stand in one line.
QFormLayout *makeForm(QWidget *parent);

/// A row whose caption, with "&" before its key, leads to \a field.
void addRow(QFormLayout &form, const QString &caption, QWidget *field);

/// A muted sentence that wraps; plain text.
QWidget *makeSentence(const QString &text);

} // namespace Runnerscope
