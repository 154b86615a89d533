// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/savedviewtrouble.h"
#include "models/domain/viewimport.h"
#include "models/rules/errorwording.h"

#include <QStringList>

namespace Runnerscope {

/// The one wording of what is wrong with saved views. Plain text; names and details are on one line.
ErrorWords explain(const SavedViewTrouble &trouble);

/// What was imported in one sentence: "3 views were added, 1 of them under another name; 2 were refused."
QString importSentence(const ViewImport &result);
/// A sentence for each view that has another name now, then for each that was refused, with the remedy.
QStringList importDetails(const ViewImport &result);

} // namespace Runnerscope
