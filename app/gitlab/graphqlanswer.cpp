// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/graphqlanswer.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using Kind = FetchError::Kind;

constexpr qsizetype longestDetail = 300;

QString messageOf(JsonValue error)
{
    return error.value(QLatin1String("message")).toString().left(longestDetail);
}

QString firstMessage(JsonValue errors)
{
    for (const JsonValue error : errors) {
        if (const QString message = messageOf(error); !message.isEmpty())
            return message;
    }
    return {};
}

FetchError errorOfRefusal(const QString &host, JsonValue errors)
{
    FetchError error = badReply(host, firstMessage(errors));
    error.kind = deniesPermission(errors) ? Kind::Forbidden : Kind::RequestRefused;
    return error;
}

} // namespace

bool isDenial(JsonValue error)
{
    return error.value(QLatin1String("message")).text().find("does not exist or you don't have permission")
        != std::string_view::npos;
}

bool deniesPermission(JsonValue errors)
{
    return std::any_of(errors.begin(), errors.end(), isDenial);
}

QString errorBelow(QLatin1String field, JsonValue errors, Denials denials)
{
    for (const JsonValue error : errors) {
        const JsonValue path = error.value(QLatin1String("path"));
        const bool concerns = path.isEmpty() || path.first().toString() == field;
        if (concerns && !(denials == Denials::AreNone && isDenial(error))) {
            const QString message = messageOf(error);
            return message.isEmpty() ? QStringLiteral("error") : message;
        }
    }
    return {};
}

FetchError badReply(const QString &host, const QString &detail)
{
    FetchError error;
    error.kind = Kind::BadReply;
    error.httpStatus = 200;
    error.host = host;
    error.detail = detail;
    return error;
}

GraphQlResult readAnswer(const HttpAnswer &answer, const QString &host, ServerTime now, JsonDocument *refusal)
{
    const ServerTime serverTime = serverTimeOf(answer, now);
    if (answer.status != 200 || !answer.redirectTarget.isEmpty())
        return errorOfStatus(answer, host, serverTime);
    const auto json = readJson(answer, host);
    if (const auto *error = std::get_if<FetchError>(&json))
        return *error;
    const auto &body = std::get<JsonDocument>(json);
    const JsonValue data = body.root().value(QLatin1String("data"));
    const JsonValue errors = body.root().value(QLatin1String("errors"));
    if (data.isObject())
        return GraphQlData{body, data, errors, serverTime};
    if (errors.isEmpty())
        return badReply(host, QStringLiteral("JSON without data"));
    if (refusal)
        *refusal = body;
    return errorOfRefusal(host, errors);
}

std::variant<JsonDocument, FetchError> readJson(const HttpAnswer &answer, const QString &host)
{
    FetchError error = badReply(host, {});
    error.httpStatus = answer.status;
    if (looksLikeWebPage(answer)) {
        error.kind = Kind::SignInPage;
        return error;
    }
    JsonDocument document = JsonDocument::parse(answer.body, deepestNesting);
    if (document.isValid())
        return document;
    error.detail = document.problem();
    return error;
}

} // namespace Runnerscope
