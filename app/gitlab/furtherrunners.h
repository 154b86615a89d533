// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/restclient.h"
#include "app/gitlab/runnerdecoder.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace Runnerscope {

/// Reads the runners that an auditor may see and that no list of his groups shows, such as those of personal projects:
/// REST names all runners of the instance, and those not seen yet are read one by one, several in a request.
class FurtherRunners : public QObject
{
    Q_OBJECT

public:
    using IsSeen = std::function<bool(RunnerId)>;

    FurtherRunners(GraphQlClient &graphQl, RestClient &rest, RunnerDecoder &decoder, IsSeen isSeen, InstanceId instance,
        QObject *parent = nullptr);
    ~FurtherRunners() override;

    bool isUnderWay() const { return m_underWay; }
    /// Begins anew. After failed(), that is the way to go on.
    void start(Pacing::Urgency urgency);

signals:
    void runnersRead(const std::vector<Runnerscope::Runner> &runners, Runnerscope::ServerTime readAt);
    void finished();
    void failed(const Runnerscope::FetchError &error);

private:
    void askNumbers(int page);
    void takeNumbers(const RestResult &result);
    void askRunners();
    void takeRunners(const GraphQlResult &result);
    void fail(const FetchError &error);

    GraphQlClient &m_graphQl;
    RestClient &m_rest;
    RunnerDecoder &m_decoder;
    IsSeen m_isSeen;
    InstanceId m_instance;
    std::vector<RunnerId> m_unseen; ///< still to be read, from the back
    QPointer<OnceReply> m_reply;
    Pacing::Urgency m_urgency = Pacing::Urgency::Background;
    bool m_underWay = false;
};

} // namespace Runnerscope
