// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/storetrouble.h"
#include "models/rules/errorwording.h"

#include <QStringList>

namespace Runnerscope {

/// What a person reads of trouble with the file in which a fleet is kept: what it means for them, and what to do.
ErrorWords explain(const StoreTrouble &trouble);

/// When an instance was removed and these files of its fleet, which has at least one, could not be.
ErrorWords explainStoreLeft(const QStringList &files);

} // namespace Runnerscope
