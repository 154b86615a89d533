// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"

namespace Runnerscope {

/// What a person reads of an error: what happened, and what to do about it. Both are whole sentences.
struct ErrorWords
{
    QString sentence;
    QString remedy;
};

/// Whether the program will try the same again without being asked, as the window does at its next refresh.
enum class Retry { ByItself, Never };

/// The one wording of every error for window and command line. Never contains a token or a whole URL.
ErrorWords explain(const FetchError &error, Retry retry);

} // namespace Runnerscope
