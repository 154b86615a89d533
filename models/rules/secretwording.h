// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/secrettrouble.h"
#include "models/rules/errorwording.h"

namespace Runnerscope {

/// The one wording of what is wrong with the key store, for window and command line.
ErrorWords explain(const SecretTrouble &trouble);

/// What it means for a token that was to be kept in it: a whole sentence, to be said beside explain().
QString tokenKeptForSession();

} // namespace Runnerscope
