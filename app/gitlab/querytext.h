// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/querydocument.h"

namespace Runnerscope {

/// Where a selection, or one of its arguments, stands in a text.
struct QuerySpot
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QuerySelection *selection = nullptr;
    int argument = -1; ///< index; -1: the selection as a whole
};

/// An operation as it is sent: on one line, with the fragments it spreads, without what was cut.
struct QueryText
{
    QString text;
    QStringList variables; ///< those it declares, which are those it uses
    std::vector<QuerySpot> spots;

    /// What stands at an error's place; nothing for a place that is not in the text. The smallest one around it.
    const QuerySpot *at(int line, int column) const;
};

/// Cut itself, or nothing of what stood below it is left.
bool isGone(const QuerySelection &selection, const QueryDocument &document);

/// The fragment of that name; null when there is none.
QueryDefinition *findFragment(QueryDocument &document, const QString &name);
const QueryDefinition *findFragment(const QueryDocument &document, const QString &name);

/// The variable that a repeated operation has one of for each repetition: the one that must be given.
QString repeatedVariable(const QueryDefinition &operation);

/// \a times greater than 0: the first field of the operation that many times, under the aliases r0, r1 …
QueryText writeQuery(QueryDocument &document, QueryDefinition &operation, qsizetype times);

} // namespace Runnerscope
