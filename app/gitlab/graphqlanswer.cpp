// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/graphqlanswer.h"

#include <QJsonDocument>

#include <algorithm>

namespace Runnerscope {

namespace {

using Kind = FetchError::Kind;

constexpr qsizetype longestDetail = 300;

QString messageOf(const QJsonValue &error)
{
    return error.toObject().value(QLatin1String("message")).toString().left(longestDetail);
}

QString firstMessage(const QJsonArray &errors)
{
    for (const QJsonValue error : errors) {
        if (const QString message = messageOf(error); !message.isEmpty())
            return message;
    }
    return {};
}

FetchError errorOfRefusal(const QString &host, const QJsonArray &errors)
{
    FetchError error = badReply(host, firstMessage(errors));
    error.kind = deniesPermission(errors) ? Kind::Forbidden : Kind::RequestRefused;
    return error;
}

} // namespace

QString errorBelow(const QString &field, const QJsonArray &errors)
{
    for (const QJsonValue value : errors) {
        const QJsonArray path = value.toObject().value(QLatin1String("path")).toArray();
        if (path.isEmpty() || path.first().toString() == field) {
            const QString message = messageOf(value);
            return message.isEmpty() ? QStringLiteral("error") : message;
        }
    }
    return {};
}

bool deniesPermission(const QJsonArray &errors)
{
    return std::ranges::any_of(errors, [](const QJsonValue &error) {
        return error.toObject()
            .value(QLatin1String("message"))
            .toString()
            .contains(QStringLiteral("does not exist or you don't have permission"));
    });
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

GraphQlResult readAnswer(const HttpAnswer &answer, const QString &host, ServerTime now, QJsonArray *refusals)
{
    const ServerTime serverTime = serverTimeOf(answer, now);
    if (answer.status != 200 || !answer.redirectTarget.isEmpty())
        return errorOfStatus(answer, host, serverTime);
    const auto json = readJson(answer, host);
    if (const auto *error = std::get_if<FetchError>(&json))
        return *error;
    const QJsonObject object = std::get<QJsonDocument>(json).object();
    const QJsonValue data = object.value(QLatin1String("data"));
    const QJsonArray errors = object.value(QLatin1String("errors")).toArray();
    if (data.isObject())
        return GraphQlData{data.toObject(), errors, serverTime};
    if (errors.isEmpty())
        return badReply(host, QStringLiteral("JSON without data"));
    if (refusals)
        *refusals = errors;
    return errorOfRefusal(host, errors);
}

std::variant<QJsonDocument, FetchError> readJson(const HttpAnswer &answer, const QString &host)
{
    FetchError error = badReply(host, {});
    error.httpStatus = answer.status;
    if (looksLikeWebPage(answer)) {
        error.kind = Kind::SignInPage;
        return error;
    }
    if (nestsTooDeep(answer.body)) {
        error.detail = QStringLiteral("the JSON nests too deep");
        return error;
    }
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &parse);
    if (parse.error == QJsonParseError::NoError)
        return document;
    error.detail = QStringLiteral("no valid JSON at byte %1").arg(parse.offset);
    return error;
}

} // namespace Runnerscope
