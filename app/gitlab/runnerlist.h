// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlanswer.h"
#include "app/gitlab/runnerdecoder.h"
#include "models/domain/coverage.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <variant>

namespace Runnerscope {

/// How many managers of a runner come with a list, the newest first.
inline constexpr int managersInList = 10;

/// One connection of runners that the server offers to page through.
struct RunnerList
{
    FleetPart part;
    QString operation; ///< of resources/queries; takes first, after, last, before and sort beside the variables
    QJsonObject variables; ///< what tells this list from others of the operation
    QList<QLatin1String> path; ///< of the connection in the answer's data, such as group, runners

    /// Names the list from one run of the program to the next.
    QString key() const;
};

/// The page that an answer to the list's operation holds. Forbidden where this user may not see the list.
std::variant<RunnerPage, FetchError> pageOf(
    const GraphQlResult &result, const RunnerList &list, RunnerDecoder &decoder, const QString &host);

} // namespace Runnerscope
