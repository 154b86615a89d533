// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/httpanswer.h"
#include "app/gitlab/jsondocument.h"

#include <variant>

namespace Runnerscope {

/// An answer in the shape of GraphQL that holds data. Single fields may have failed: those are null and named in
/// errors.
struct GraphQlData
{
    JsonDocument body; ///< what the values below are views of
    JsonValue data; ///< an object
    JsonValue errors; ///< an array, or undefined where there is none
    ServerTime serverTime{};
};

using GraphQlResult = std::variant<GraphQlData, FetchError>;

/// Makes sense of an answer of \a host: any status, any body. \a now stands in for a missing Date header. Where the
/// server refused the query as a whole, its answer with "errors" is copied to \a refusal.
GraphQlResult readAnswer(
    const HttpAnswer &answer, const QString &host, ServerTime now, JsonDocument *refusal = nullptr);

/// The body of an answer with a good status, if it is JSON.
std::variant<JsonDocument, FetchError> readJson(const HttpAnswer &answer, const QString &host);

/// An answer of \a host that came through well, but is not what was asked for.
FetchError badReply(const QString &host, const QString &detail);

/// Whether an error is GitLab's text for "no permission, or no such object".
bool isDenial(JsonValue error);
/// Whether one of the errors is.
bool deniesPermission(JsonValue errors);

enum class Denials { AreErrors, AreNone };

/// The first error that concerns \a field of the query's root, something below it, or nobody says what; empty when
/// there is none.
QString errorBelow(QLatin1String field, JsonValue errors, Denials denials = Denials::AreErrors);

} // namespace Runnerscope
