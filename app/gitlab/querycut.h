// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/querydocument.h"

namespace Runnerscope {

/// What came of the wish to leave something out of the queries of a file.
enum class Cut {
    Impossible, ///< nothing works without it
    Before, ///< it was left out already
    Now,
};

/// Cuts the selection, or where that is something that nothing works without, what it stands in.
Cut cutSelection(QueryDocument &document, QuerySelection &selection);

/// Cuts the argument, or the whole selection where the argument says what is asked for.
Cut cutArgument(QueryDocument &document, QuerySelection &selection, QueryArgument &argument);

/// Cuts all that is known by \a name: "Type.field" or "Type.field(argument)".
Cut cutByName(QueryDocument &document, const QString &name);

/// Cuts every argument that uses the variable.
Cut cutUsesOf(QueryDocument &document, const QString &variable);

/// Cuts the places where the fragment of that name, or fragments on that type, are spread.
Cut cutFragments(QueryDocument &document, const QString &nameOrType);

/// Whether an operation still asks for what it is about.
bool isUsable(const QueryDocument &document, const QueryDefinition &operation);

/// What is cut at present, to come back to it.
std::vector<bool> cutsOf(QueryDocument &document);
void restoreCuts(QueryDocument &document, const std::vector<bool> &cuts);

/// Every name by which something in the document is known, twice where it stands there twice.
QStringList knownNames(const QueryDocument &document);

} // namespace Runnerscope
