// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlanswer.h"
#include "app/gitlab/requestqueue.h"

#include <QObject>
#include <QUrlQuery>

#include <optional>
#include <variant>

namespace Runnerscope {

/// A good answer of a REST endpoint.
struct RestData
{
    JsonDocument body; ///< an object, or an array for lists
    std::optional<int> nextPage; ///< of a list that goes on
    std::optional<qint64> total; ///< entries of the whole list, where the server counts them
    ServerTime serverTime{};
};

using RestResult = std::variant<RestData, FetchError>;

/// One GET on its way.
class RestReply : public OnceReply
{
    Q_OBJECT

public:
    using OnceReply::OnceReply;

signals:
    void finished(const Runnerscope::RestResult &result);

private:
    friend class RestClient;
    void finish(const RestResult &result)
    {
        if (end())
            emit finished(result);
    }
};

/// Asks one GitLab over REST for what GraphQL does not have.
class RestClient : public QObject
{
    Q_OBJECT

public:
    explicit RestClient(RequestQueue &queue, QObject *parent = nullptr);

    /// \a path follows /api/v4, such as "/user". The reply is owned by the client and valid until it has ended.
    RestReply *get(const QString &path, const QUrlQuery &parameters, Pacing::Urgency urgency);

private:
    void take(RestReply *reply, const HttpResult &answer);

    RequestQueue &m_queue;
};

} // namespace Runnerscope
