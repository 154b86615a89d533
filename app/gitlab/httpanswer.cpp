// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/httpanswer.h"

#include "app/gitlab/jsondocument.h"
#include "app/gitlab/serveraddress.h"

#include <QDateTime>
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

/// A text below the keys that GitLab's error bodies use; an object of lists of texts is joined.
QString textOf(JsonValue value)
{
    if (value.isString())
        return value.toString();
    QStringList texts;
    if (value.isArray()) {
        for (const JsonValue part : value)
            texts.append(textOf(part.isObject() ? part.value(QLatin1String("message")) : part));
    } else {
        for (const auto &[key, member] : value.members())
            texts.append(key + QStringLiteral(": ") + textOf(member));
    }
    texts.removeAll({});
    return texts.join(QStringLiteral("; "));
}

/// The message of an error body, whichever of GitLab's shapes it has.
QString errorText(const QByteArray &body)
{
    const JsonDocument document = JsonDocument::parse(body, deepestNesting);
    for (const auto key : {QLatin1String("errors"), QLatin1String("message"), QLatin1String("error_description"),
             QLatin1String("error")}) {
        const QString text = textOf(document.root().value(key));
        if (!text.isEmpty())
            return text.left(longestDetail);
    }
    return {};
}

Kind kindOfRefusal(const HttpAnswer &answer)
{
    if (looksLikeWebPage(answer))
        return Kind::SignInPage;
    if (answer.body.contains("insufficient_scope"))
        return Kind::ScopeMissing;
    return answer.body.contains("No access granted") || answer.body.contains("403 Forbidden\"") ? Kind::Forbidden
                                                                                                : Kind::ApiBlocked;
}

Kind kindOfStatus(const HttpAnswer &answer)
{
    switch (answer.status) {
    case 401:
        return Kind::Unauthorized;
    case 403:
        return kindOfRefusal(answer);
    case 404:
        return answer.body.contains("\"404 ") ? Kind::NotFound : Kind::NotGitLab; // REST's own words
    case 405:
    case 410:
        return Kind::NotGitLab;
    case 407:
    case 511:
        return Kind::ProxyTrouble;
    case 408:
        return Kind::TimedOut;
    case 400:
    case 412:
    case 413:
    case 422:
        return Kind::RequestRefused;
    case 429:
        return Kind::RateLimited;
    default:
        return answer.status >= 500 ? Kind::ServerTrouble : Kind::NotGitLab;
    }
}

FetchError errorOfRedirect(const HttpAnswer &answer, FetchError error)
{
    const bool toSignIn = answer.redirectTarget.path().contains(QStringLiteral("sign_in"));
    error.kind = answer.redirectsElsewhere ? Kind::RedirectedElsewhere : toSignIn ? Kind::SignInPage : Kind::NotGitLab;
    if (answer.redirectsElsewhere)
        error.host = answer.redirectTarget.scheme() + QStringLiteral("://") + hostForPeople(answer.redirectTarget);
    return error;
}

bool isUsedUp(const HttpAnswer &answer)
{
    return headerNumber(answer.rateLimitRemaining).value_or(1) <= 0;
}

} // namespace

ServerTime serverTimeOf(const HttpAnswer &answer, ServerTime now)
{
    return httpDate(answer.date).value_or(now);
}

std::optional<qint64> headerNumber(const QByteArray &text)
{
    bool ok = false;
    const qint64 value = text.trimmed().toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

RateLimit readRateLimit(const HttpAnswer &answer)
{
    const auto limit = headerNumber(answer.rateLimit);
    if (!limit || *limit < 1)
        return {};
    return {static_cast<int>(std::min<qint64>(*limit, 1'000'000))};
}

std::optional<std::chrono::seconds> demandedWait(const HttpAnswer &answer, ServerTime now)
{
    constexpr std::chrono::seconds longest = std::chrono::hours(1);
    const auto until = [&](ServerTime end) {
        return std::clamp(std::chrono::ceil<std::chrono::seconds>(end - now), std::chrono::seconds(1), longest);
    };
    const bool refused = answer.status == 429 || answer.status >= 500;
    if (!refused && !isUsedUp(answer))
        return std::nullopt;
    if (const auto seconds = headerNumber(answer.retryAfter); seconds && refused)
        return std::chrono::seconds(std::clamp<qint64>(*seconds, 1, longest.count()));
    if (const auto date = httpDate(answer.retryAfter); date && refused)
        return until(*date);
    if (const auto reset = headerNumber(answer.rateLimitReset))
        return until(ServerTime(std::chrono::seconds(std::clamp<qint64>(*reset, 0, 1LL << 40))));
    return std::nullopt;
}

bool looksLikeWebPage(const HttpAnswer &answer)
{
    return answer.contentType.toLower().startsWith("text/html") || answer.body.trimmed().startsWith('<');
}

FetchError errorOfStatus(const HttpAnswer &answer, const QString &host, ServerTime serverTime)
{
    FetchError error;
    error.httpStatus = answer.status;
    error.host = host;
    if (!answer.redirectTarget.isEmpty())
        return errorOfRedirect(answer, error);
    error.kind = kindOfStatus(answer);
    error.detail = errorText(answer.body);
    if (error.kind == Kind::RateLimited || error.kind == Kind::ServerTrouble)
        error.retryAfter = demandedWait(answer, serverTime);
    return error;
}

} // namespace Runnerscope
