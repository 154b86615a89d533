// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// The streams of the process. All texts leave it as UTF-8.
namespace Runnerscope::Cli::Terminal {

/// A reader that goes away early, such as head(1), must not end the program in the middle.
void ignoreClosedPipes();

/// Cells in a line of standard output; a very large number where it is no terminal. COLUMNS overrules.
int width();
bool showsErrors();

/// False when the output could not be written to the end. A reader that went away has had what it wanted: that is true.
bool writeOutput(const QString &text);
/// A line on standard error, after the name of the program.
void complain(const QString &text);
/// Bytes as they are on standard error.
void writeError(const QByteArray &bytes);

} // namespace Runnerscope::Cli::Terminal
