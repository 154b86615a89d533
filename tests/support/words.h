// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Runnerscope::Test {

/// The words of \a text, which stand one blank apart: arguments of a program, names of fields.
inline QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

} // namespace Runnerscope::Test
