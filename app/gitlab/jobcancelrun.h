// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/jobcancelling.h"
#include "app/gitlab/graphqlclient.h"
#include "models/domain/jobcancel.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace Runnerscope {

/// Cancels jobs one by one, two of them in flight at a time. A job whose answer was lost is read back; when it goes on
/// all the same, it is asked for once more. A failure that would meet every job ends the run. Once stopped it waits
/// for nothing that has not left. Calls done when every job has its outcome; destroyed before, it says what is not
/// known.
class JobCancelRun : public QObject
{
    Q_OBJECT

public:
    using Promise = std::shared_ptr<QPromise<JobCancelOutcome>>;

    JobCancelRun(
        GraphQlClient &client, JobCancelling jobs, Promise promise, std::function<void()> done, QObject *parent);
    ~JobCancelRun() override;

private:
    struct Try
    {
        JobPtr job;
        int sent = 0; ///< and not turned away at the door
        int waits = 0; ///< how often it was, since the server was asked too much
        std::optional<FetchError> lost; ///< why the answer to the last one did not come
    };

    /// A job that is being asked for, or read back.
    struct InFlight
    {
        Try tried;
        QPointer<GraphQlReply> reply;
        bool readsBack = false;
    };

    void goOn();
    void send(Try next);
    void take(const Try &tried, const GraphQlResult &result);
    void takeAnswer(const Try &tried, const GraphQlData &answer);
    void takeFailure(const Try &tried, const FetchError &error);
    void takeRateLimit(Try tried, const FetchError &error);
    void readBack(const Try &tried);
    void takeReadBack(const Try &tried, const GraphQlResult &result);
    void dropUnsent();
    void settle(const Try &tried, JobCancelOutcome outcome);
    void land(const Try &tried);
    void report(const JobCancelOutcome &outcome);

    GraphQlClient &m_client;
    const JobCancelling m_jobs;
    Promise m_promise;
    std::function<void()> m_done;
    std::deque<Try> m_waiting;
    std::vector<InFlight> m_inFlight;
    std::optional<FetchError> m_broken; ///< what every further job would meet
    std::stop_callback<std::function<void()>> m_onStop; ///< called by the thread that stops
};

} // namespace Runnerscope
