// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace Runnerscope {

/// One operation of resources/queries with its variables.
struct GraphQlQuery
{
    QString name; ///< of the operation
    QJsonObject variables{};

    /// Not empty: the operation, which is about one thing that a variable names, is asked for each of these in one
    /// request. They are values of that variable, such as global IDs. See repeatedAnswers() in querybook.h.
    QStringList repeatedFor{};
};

} // namespace Runnerscope
