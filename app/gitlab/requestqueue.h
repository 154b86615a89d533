// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/connection.h"
#include "app/gitlab/httpexchange.h"
#include "app/gitlab/oncereply.h"
#include "app/gitlab/pacing.h"
#include "app/gitlab/transport.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <deque>
#include <vector>

namespace Runnerscope {

/// One request on its way.
class PendingRequest : public OnceReply
{
    Q_OBJECT

public:
    using OnceReply::OnceReply;

signals:
    /// It waits no longer: from now on the server may have it.
    void left();
    void finished(const Runnerscope::HttpResult &result);

private:
    friend class RequestQueue;
    void finish(const HttpResult &result)
    {
        if (end())
            emit finished(result);
    }
};

/// Sends requests to one GitLab, a few at a time and paced: what a person waits for first, the rest in turn.
///
/// The token goes to the origin of the connection only: a redirect is followed on the same origin while it leads to the
/// API, and is an error otherwise. No cookies are kept.
class RequestQueue : public QObject
{
    Q_OBJECT

public:
    /// Requests in flight while a person waits, and while none does.
    struct Breadth
    {
        int foreground = 6;
        int background = 2;
    };

    RequestQueue(Connection connection, std::chrono::milliseconds patience, Breadth breadth, QObject *parent = nullptr);
    ~RequestQueue() override;

    const ServerAddress &address() const { return m_connection.address; }

    /// The reply is owned by the queue and valid until it has ended.
    PendingRequest *send(HttpRequest request, Pacing::Urgency urgency);

    /// From now on a person waits for all that waits here.
    void hasten();

    /// While held, what nobody waits for stays here; what is in flight comes to its end.
    void setBackgroundHeld(bool held);

    /// How long a foreground request would have to wait now.
    std::chrono::milliseconds demandedWait() const;

    /// Requests that were sent, each redirect and each repetition counted.
    qint64 sent() const { return m_sent; }

private:
    struct Waiting
    {
        PendingRequest *reply;
        HttpRequest request;
        Pacing::Urgency urgency;
    };

    void sendWhatMay();
    bool maySend(Pacing::Urgency urgency);
    void exchange(const Waiting &next, const Transport &transport);
    void take(PendingRequest *reply, const HttpResult &result);
    void forget(PendingRequest *reply);
    void obeyLimits(const HttpAnswer &answer);

    Connection m_connection;
    std::variant<Transport, FetchError> m_transport; ///< an error ends every request
    std::chrono::milliseconds m_patience;
    Breadth m_breadth;
    QNetworkAccessManager m_network;
    Pacing m_pacing;
    QTimer m_pause; ///< runs while the next request must wait
    std::deque<Waiting> m_waiting;

    struct InFlight
    {
        PendingRequest *reply;
        HttpExchange *exchange;
    };
    std::vector<InFlight> m_inFlight;
    qint64 m_sent = 0;
    bool m_backgroundHeld = false;
};

} // namespace Runnerscope
