// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "models/domain/runnerproject.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

#include <memory>

namespace Runnerscope {

/// Reads a page of the projects of one runner. Deletes itself when it has answered or when its promise was cancelled.
class RunnerProjectsRead : public QObject
{
    Q_OBJECT

public:
    using Promise = std::shared_ptr<QPromise<ProjectsAnswer>>;

    RunnerProjectsRead(GraphQlClient &client, const ProjectsQuestion &question, Promise promise, QObject *parent);

private:
    void take(const GraphQlResult &result);

    GraphQlClient &m_client;
    Promise m_promise;
    QFutureWatcher<ProjectsAnswer> m_watcher;
    QPointer<GraphQlReply> m_reply;
};

} // namespace Runnerscope
