// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/graphqlanswer.h"

#include "app/gitlab/serveraddress.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace Runnerscope {

namespace {

using Kind = FetchError::Kind;

constexpr qsizetype longestDetail = 300;

/// The one form of HTTP dates that servers still send.
OptionalTime httpDate(const QByteArray &text)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? OptionalTime(fromDateTime(date)) : std::nullopt;
}

std::optional<qint64> number(const QByteArray &text)
{
    bool ok = false;
    const qint64 value = text.trimmed().toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

/// Retry-After as seconds or as a date, else the end of the rate limit's window (Unix time).
std::optional<std::chrono::seconds> demandedWait(const HttpAnswer &answer, ServerTime now)
{
    constexpr std::chrono::seconds longest = std::chrono::hours(1);
    const auto until = [&](ServerTime end) {
        return std::clamp(std::chrono::ceil<std::chrono::seconds>(end - now), std::chrono::seconds(1), longest);
    };
    if (const auto seconds = number(answer.retryAfter))
        return std::chrono::seconds(std::clamp<qint64>(*seconds, 1, longest.count()));
    if (const auto date = httpDate(answer.retryAfter))
        return until(*date);
    if (const auto reset = number(answer.rateLimitReset))
        return until(ServerTime(std::chrono::seconds(std::clamp<qint64>(*reset, 0, 1LL << 40))));
    return std::nullopt;
}

/// Guards the parser's recursion: looks at brackets outside of strings only.
bool nestsTooDeep(const QByteArray &json)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepestNesting)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

bool looksLikeWebPage(const HttpAnswer &answer)
{
    return answer.contentType.toLower().startsWith("text/html") || answer.body.trimmed().startsWith('<');
}

QString firstMessage(const QJsonArray &errors)
{
    for (const QJsonValue error : errors) {
        const QString message = error.toObject().value(QLatin1String("message")).toString();
        if (!message.isEmpty())
            return message.left(longestDetail);
    }
    return {};
}

/// The message of an error body, whichever of GitLab's shapes it has.
QString errorText(const QByteArray &body)
{
    if (nestsTooDeep(body))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QString first = firstMessage(object.value(QLatin1String("errors")).toArray());
    if (!first.isEmpty())
        return first;
    for (const auto key : {QLatin1String("message"), QLatin1String("error")}) {
        const QString text = object.value(key).toString();
        if (!text.isEmpty())
            return text.left(longestDetail);
    }
    return {};
}

Kind kindOfStatus(const HttpAnswer &answer)
{
    switch (answer.status) {
    case 401:
        return Kind::Unauthorized;
    case 403:
        return looksLikeWebPage(answer) ? Kind::SignInPage : Kind::ApiBlocked;
    case 404:
    case 405:
    case 410:
        return Kind::NotGitLab;
    case 407:
    case 511:
        return Kind::ProxyTrouble;
    case 408:
        return Kind::TimedOut;
    case 413:
    case 422:
        return Kind::RequestRefused;
    case 429:
        return Kind::RateLimited;
    default:
        return answer.status >= 500 ? Kind::ServerTrouble : Kind::NotGitLab;
    }
}

FetchError readRedirect(const HttpAnswer &answer, FetchError error)
{
    const bool toSignIn = answer.redirectTarget.path().contains(QStringLiteral("sign_in"));
    error.kind = answer.redirectsElsewhere ? Kind::RedirectedElsewhere : toSignIn ? Kind::SignInPage : Kind::NotGitLab;
    if (answer.redirectsElsewhere)
        error.host = answer.redirectTarget.scheme() + QStringLiteral("://") + hostForPeople(answer.redirectTarget);
    return error;
}

GraphQlResult readGraphQl(const HttpAnswer &answer, FetchError error, ServerTime serverTime)
{
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
    if (parse.error != QJsonParseError::NoError) {
        error.detail = QStringLiteral("no valid JSON at byte %1").arg(parse.offset);
        return error;
    }
    const QJsonValue data = document.object().value(QLatin1String("data"));
    const QJsonArray errors = document.object().value(QLatin1String("errors")).toArray();
    if (data.isObject())
        return GraphQlData{data.toObject(), errors, serverTime};
    if (errors.isEmpty()) {
        error.detail = QStringLiteral("JSON without data");
        return error;
    }
    error.kind = deniesPermission(errors) ? Kind::Forbidden : Kind::RequestRefused;
    error.detail = firstMessage(errors);
    return error;
}

} // namespace

QString errorBelow(const QString &field, const QJsonArray &errors)
{
    for (const QJsonValue value : errors) {
        const QJsonObject error = value.toObject();
        const QJsonArray path = error.value(QLatin1String("path")).toArray();
        if (path.isEmpty() || path.first().toString() == field)
            return error.value(QLatin1String("message")).toString(QStringLiteral("error")).left(longestDetail);
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

RateLimit readRateLimit(const HttpAnswer &answer)
{
    const auto limit = number(answer.rateLimit);
    if (!limit || *limit < 1)
        return {};
    return {static_cast<int>(std::min<qint64>(*limit, 1'000'000))};
}

GraphQlResult readAnswer(const HttpAnswer &answer, const QString &host, ServerTime now)
{
    const ServerTime serverTime = httpDate(answer.date).value_or(now);
    FetchError error;
    error.kind = Kind::BadReply;
    error.httpStatus = answer.status;
    error.host = host;
    if (!answer.redirectTarget.isEmpty())
        return readRedirect(answer, error);
    if (answer.status == 200)
        return readGraphQl(answer, error, serverTime);
    error.kind = kindOfStatus(answer);
    error.detail = errorText(answer.body);
    if (error.kind == Kind::RateLimited || error.kind == Kind::ServerTrouble)
        error.retryAfter = demandedWait(answer, serverTime);
    return error;
}

} // namespace Runnerscope
