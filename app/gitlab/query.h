// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Runnerscope {

/// One operation of resources/queries with its variables.
struct GraphQlQuery
{
    QString name; ///< of the file and of the operation
    QJsonObject variables;
};

/// The body of the request: the text of the query file without comments and needless blanks, and the variables.
QByteArray requestBody(const GraphQlQuery &query);

} // namespace Runnerscope
