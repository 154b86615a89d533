// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/httpanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <variant>

namespace Runnerscope {

/// An answer in the shape of GraphQL that holds data. Single fields may have failed: those are null and named in
/// errors.
struct GraphQlData
{
    QJsonObject data;
    QJsonArray errors;
    ServerTime serverTime{};
};

using GraphQlResult = std::variant<GraphQlData, FetchError>;

/// Makes sense of an answer of \a host: any status, any body. \a now stands in for a missing Date header. Where the
/// server refused the query as a whole, its reasons are copied to \a refusals.
GraphQlResult readAnswer(const HttpAnswer &answer, const QString &host, ServerTime now, QJsonArray *refusals = nullptr);

/// The body of an answer with a good status, if it is JSON.
std::variant<QJsonDocument, FetchError> readJson(const HttpAnswer &answer, const QString &host);

/// An answer of \a host that came through well, but is not what was asked for.
FetchError badReply(const QString &host, const QString &detail);

/// The first error that concerns \a field of the query's root, something below it, or nobody says what; empty when
/// there is none.
QString errorBelow(const QString &field, const QJsonArray &errors);

/// Whether GitLab's text for "no permission, or no such object" is among the errors.
bool deniesPermission(const QJsonArray &errors);

} // namespace Runnerscope
