// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/httpexchange.h"

#include "app/gitlab/onceread.h"

#include <QNetworkRequest>
#include <QSslError>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr int mostRedirects = 3;
constexpr qint64 readAhead = qint64(1024) * 1024;

/// Qt's network thread reads for as long as data come, into memory, and hears no abort() meanwhile, unless this limit
/// is set. It learns of it only once the request has been started, which Qt does from the event loop.
void limitReadAhead(QNetworkReply *reply)
{
    reply->setReadBufferSize(readAhead);
    QMetaObject::invokeMethod(
        reply, [reply] { reply->setReadBufferSize(readAhead); }, Qt::QueuedConnection);
}

/// A line break in a token would end the header and begin another; no token has anything but visible ASCII.
bool canTravel(const Secret &token)
{
    return std::ranges::all_of(token.reveal(), [](char c) { return c > ' ' && c <= '~'; });
}

/// The one place where the token enters a request.
void authorize(QNetworkRequest &request, const Secret &token)
{
    request.setRawHeader("Authorization", "Bearer " + token.reveal());
}

QNetworkRequest makeRequest(const QUrl &url, const Secret &token)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Runnerscope/" RUNNERSCOPE_VERSION));
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    authorize(request, token);
    return request;
}

FetchError::Kind kindOf(QNetworkReply::NetworkError error)
{
    using Kind = FetchError::Kind;
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return Kind::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return Kind::ConnectionRefused;
    case QNetworkReply::SslHandshakeFailedError:
        return Kind::TlsFailed;
    case QNetworkReply::TimeoutError:
        return Kind::TimedOut;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Kind::ProxyTrouble;
    default:
        return Kind::ConnectionLost;
    }
}

/// An answer that ended early is none, even if its status came through.
bool isWholeAnswer(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return false;
    default:
        return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0
            && (reply.error() == QNetworkReply::NoError || reply.error() > QNetworkReply::UnknownProxyError)
            && reply.error() != QNetworkReply::ProtocolFailure && reply.error() != QNetworkReply::ProtocolUnknownError;
    }
}

HttpAnswer answerOf(const QNetworkReply &reply, const QByteArray &body, const ServerAddress &address)
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = body;
    answer.contentType = reply.rawHeader("Content-Type");
    answer.date = reply.rawHeader("Date");
    answer.retryAfter = reply.rawHeader("Retry-After");
    answer.rateLimit = reply.rawHeader("RateLimit-Limit");
    answer.rateLimitRemaining = reply.rawHeader("RateLimit-Remaining");
    answer.rateLimitReset = reply.rawHeader("RateLimit-Reset");
    answer.nextPage = reply.rawHeader("X-Next-Page");
    answer.total = reply.rawHeader("X-Total");
    const QUrl target = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!target.isEmpty())
        answer.redirectTarget = reply.url().resolved(target);
    answer.redirectsElsewhere = !target.isEmpty() && !address.isSameOrigin(answer.redirectTarget);
    return answer;
}

} // namespace

HttpExchange::HttpExchange(QNetworkAccessManager &network, const Connection &connection, const Transport &transport,
    HttpRequest request, std::chrono::milliseconds patience, QObject *parent) :
    QObject(parent),
    m_network(network),
    m_connection(connection),
    m_transport(transport),
    m_request(std::move(request))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { endWith(FetchError::Kind::TimedOut); });
    m_patience.start(patience);
    if (!m_request.token.isEmpty())
        m_connection.token = m_request.token;
    if (canTravel(m_connection.token))
        send(m_request.url);
    else // later, so that the caller can connect first
        QMetaObject::invokeMethod(
            this, [this] { endWith(FetchError::Kind::Unauthorized); }, Qt::QueuedConnection);
}

bool HttpExchange::isOfTheApi(const QUrl &target) const
{
    return m_request.body ? target.path().endsWith(QStringLiteral("/api/graphql"))
                          : target.path().contains(QStringLiteral("/api/v4/"));
}

void HttpExchange::send(const QUrl &url)
{
    m_received.clear();
    QNetworkRequest request = makeRequest(url, m_connection.token);
    m_transport.configure(request);
    if (m_request.body) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        m_reply = m_request.isChange ? postOnce(request) : m_network.post(request, *m_request.body);
    } else {
        m_reply = m_network.get(request);
    }
    limitReadAhead(m_reply);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::readReply);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            m_tlsTrouble = errors.first().errorString();
    });
}

/// Qt sends a body again by itself when a connection closes before the answer, unless it cannot begin anew.
QNetworkReply *HttpExchange::postOnce(QNetworkRequest &request)
{
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body->size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *body = new OnceRead(*m_request.body, this);
    return m_network.post(request, body);
}

void HttpExchange::readMore()
{
    m_received += m_reply->readAll();
    if (m_received.size() > largestBody)
        endWith(FetchError::Kind::ReplyTooLarge);
}

void HttpExchange::readReply()
{
    if (m_ended)
        return;
    readMore();
    if (m_ended)
        return;
    if (!isWholeAnswer(*m_reply)) {
        end(networkError());
        return;
    }
    const HttpAnswer answer = answerOf(*m_reply, m_received, m_connection.address);
    if (answer.redirectTarget.isEmpty() || !follow(answer.redirectTarget))
        end(answer);
}

bool HttpExchange::follow(const QUrl &target)
{
    if (!m_connection.address.isSameOrigin(target) || !isOfTheApi(target) || ++m_redirects > mostRedirects)
        return false;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    send(target);
    return true;
}

FetchError HttpExchange::networkError() const
{
    FetchError error;
    error.kind = Transport::troubleOf(*m_reply).value_or(kindOf(m_reply->error()));
    if (m_request.isChange && m_reply->error() == QNetworkReply::UnknownNetworkError)
        error.kind = FetchError::Kind::ConnectionLost; // Qt's word for all other ends of a socket, sent or not
    error.host = m_connection.address.host();
    error.detail = m_tlsTrouble;
    return error;
}

void HttpExchange::endWith(FetchError::Kind kind, const QString &detail)
{
    FetchError error;
    error.kind = kind;
    error.host = m_connection.address.host();
    error.detail = detail;
    end(error);
}

void HttpExchange::end(const HttpResult &answer)
{
    if (m_ended)
        return;
    abort();
    emit finished(answer);
}

void HttpExchange::abort()
{
    m_ended = true; // before QNetworkReply::abort(), which emits finished() at once
    m_patience.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        if (m_reply->isRunning())
            m_reply->abort();
        m_reply->deleteLater();
    }
    deleteLater();
}

} // namespace Runnerscope
