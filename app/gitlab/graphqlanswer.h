// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/pacing.h"
#include "models/domain/fetcherror.h"
#include "models/domain/servertime.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

#include <variant>

namespace Runnerscope {

/// What came back over HTTP, whole or up to a limit.
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QByteArray date;
    QByteArray retryAfter;
    QByteArray rateLimit;
    QByteArray rateLimitReset;
    QUrl redirectTarget; ///< absolute; empty when the answer is no redirect
    bool redirectsElsewhere = false; ///< to another scheme, host or port
};

/// An answer in the shape of GraphQL that holds data. Single fields may have failed: those are null and named in
/// errors.
struct GraphQlData
{
    QJsonObject data;
    QJsonArray errors;
    ServerTime serverTime{};
};

using GraphQlResult = std::variant<GraphQlData, FetchError>;

/// A body larger than this is no answer to any query of this program.
inline constexpr qint64 largestBody = qint64(16) * 1024 * 1024;
/// GraphQL answers of this program nest about twelve levels deep.
inline constexpr int deepestNesting = 64;

/// Makes sense of an answer of \a host: any status, any body. \a now stands in for a missing Date header.
GraphQlResult readAnswer(const HttpAnswer &answer, const QString &host, ServerTime now);

/// An answer of \a host that came through well, but is not what was asked for.
FetchError badReply(const QString &host, const QString &detail);

/// What the answer announces of the server's rate limit.
RateLimit readRateLimit(const HttpAnswer &answer);

/// The first error that concerns \a field of the query's root, something below it, or nobody says what; empty when
/// there is none.
QString errorBelow(const QString &field, const QJsonArray &errors);

/// Whether GitLab's text for "no permission, or no such object" is among the errors.
bool deniesPermission(const QJsonArray &errors);

} // namespace Runnerscope
