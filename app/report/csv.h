// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Runnerscope {

/// One line of CSV with its line end (RFC 4180). A cell that a spreadsheet would take for a formula is made a text by
/// an apostrophe in front of it. Control characters other than tab and line breaks become blanks.
QString csvLine(const QStringList &cells);

} // namespace Runnerscope
