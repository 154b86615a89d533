// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Runnerscope::Test {

/// JSON in a C++ text, with backticks for quotation marks: moc of Qt 6.4 loses its way in raw literals.
inline QByteArray ticks(const char *text)
{
    return QByteArray(text).replace('`', '"');
}

} // namespace Runnerscope::Test
