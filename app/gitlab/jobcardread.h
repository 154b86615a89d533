// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/jobcarddecoder.h"
#include "app/gitlab/restclient.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace Runnerscope {

/// Reads a job with everything on its card in two rounds: the job itself, then all that it leads to, side by side.
/// What cannot be read in the second round is said in its place and breaks nothing else. Deletes itself when it has
/// answered or when its promise was cancelled.
class JobCardRead : public QObject
{
    Q_OBJECT

public:
    using Promise = std::shared_ptr<QPromise<JobCardAnswer>>;

    /// \a job names its project.
    JobCardRead(GraphQlClient &client, RestClient &rest, RunnerDecoder &decoder, InstanceId instance,
        const JobReference &job, Promise promise, QObject *parent);

private:
    using Take = std::function<void(const GraphQlResult &)>;
    using TakeRest = std::function<void(const RestResult &)>;

    void ask(const QString &query, const QJsonObject &variables, const Take &take);
    void get(const QString &path, const QUrlQuery &parameters, const TakeRest &take);
    void answered();

    void askForJob(const JobReference &job);
    void takeJob(const GraphQlResult &result);
    void takeMissing(const GraphQlData &answer);
    void askForRest();
    void askForOwner();
    void askForChain(const QString &groupPath, bool isOwner);
    void takeChain(const GraphQlData &answer);
    void askForBotHome();
    void askForHost(const QString &direction, JobRuns JobCard::*list);
    void askForRuns();
    void askForOffered();
    void sortHostJobs();
    void finish();
    void end(JobCardAnswer answer);

    GraphQlClient &m_client;
    RestClient &m_rest;
    JobCardDecoder m_decoder;
    Promise m_promise;
    QFutureWatcher<JobCardAnswer> m_watcher;
    std::vector<QPointer<OnceReply>> m_replies;
    int m_open = 0; ///< answers that this round still waits for
    bool m_secondRound = false;
    JsonDocument m_restEntry;
    std::optional<JobCardAnswer> m_early; ///< there is nothing to ask for in a second round
    JobCard m_card;
    PlacePeople m_projectPeople; ///< of the project that owns the runner
    bool m_noGroup = false; ///< there is no group at the path above that project, or this user may not read it
    QString m_version; ///< of the server
};

} // namespace Runnerscope
