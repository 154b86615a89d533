// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/jobdecoder.h"
#include "app/gitlab/restclient.h"
#include "models/domain/runnerjobs.h"

#include <QFutureWatcher>
#include <QHash>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace Runnerscope {

/// Reads the newest jobs of one runner: from GraphQL with the host of each, and side by side from REST, which alone
/// tells why a job failed. Where REST refuses, that is not known. Deletes itself when it has answered or when its
/// promise was cancelled.
class RunnerJobsRead : public QObject
{
    Q_OBJECT

public:
    using Promise = std::shared_ptr<QPromise<RunnerJobsAnswer>>;

    RunnerJobsRead(GraphQlClient &client, RestClient &rest, RunnerId runner, Promise promise, QObject *parent);

private:
    void askForJobs();
    void askForReasons();
    void takeJobs(const GraphQlResult &result);
    void takeRuns(JsonValue jobs);
    void takeReasons(const RestResult &result);
    void finish();

    GraphQlClient &m_client;
    RestClient &m_rest;
    JobDecoder m_decoder;
    Promise m_promise;
    QFutureWatcher<RunnerJobsAnswer> m_watcher;
    QPointer<GraphQlReply> m_jobsReply;
    QPointer<RestReply> m_reasonsReply;
    int m_open = 2;
    TakenJobs m_jobs;
    std::optional<FetchError> m_error;
    QHash<qint64, QString> m_reasons; ///< by the number of the job
};

} // namespace Runnerscope
