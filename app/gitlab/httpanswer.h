// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/pacing.h"
#include "models/domain/fetcherror.h"
#include "models/domain/servertime.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

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
    QByteArray rateLimitRemaining;
    QByteArray rateLimitReset;
    QByteArray nextPage; ///< X-Next-Page of REST lists
    QByteArray total; ///< X-Total of REST lists
    QUrl redirectTarget; ///< absolute; empty when the answer is no redirect
    bool redirectsElsewhere = false; ///< to another scheme, host or port
};

/// A body larger than this is no answer to any question of this program.
inline constexpr qint64 largestBody = qint64(16) * 1024 * 1024;
/// Answers to this program nest about twelve levels deep.
inline constexpr int deepestNesting = 64;

/// The server's time; \a now, the desktop's, where the answer names none.
ServerTime serverTimeOf(const HttpAnswer &answer, ServerTime now);

/// A whole number in a header.
std::optional<qint64> headerNumber(const QByteArray &text);

/// What the answer announces of the server's rate limit.
RateLimit readRateLimit(const HttpAnswer &answer);

/// How long the server demands to be left alone, 1 s to 1 h: Retry-After of a refusal, or the end of the rate limit's
/// window when nothing of it remains.
std::optional<std::chrono::seconds> demandedWait(const HttpAnswer &answer, ServerTime now);

bool looksLikeWebPage(const HttpAnswer &answer);

/// The error that an answer with a redirect or with a status other than 2xx is, in whichever of GitLab's shapes its
/// body comes; also for a body that is no JSON at all.
FetchError errorOfStatus(const HttpAnswer &answer, const QString &host, ServerTime serverTime);

} // namespace Runnerscope
