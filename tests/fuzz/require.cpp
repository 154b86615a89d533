// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/require.h"

#include <QtGlobal>

#include <algorithm>

namespace Runnerscope::Fuzz {

namespace {

bool isHarmful(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
        return c != u'\n';
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
    }
}

} // namespace

void require(bool holds, const char *promise)
{
    if (!holds)
        qFatal("broken promise: %s", promise);
}

void requireHarmless(const QString &text, const char *promise)
{
    require(std::ranges::none_of(text, isHarmful), promise);
}

} // namespace Runnerscope::Fuzz
