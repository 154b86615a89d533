// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/jobdecoder.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace Runnerscope {

/// Reads finished jobs back in time, newest first, page after page at the pace of the background: of the instance, or
/// of projects one after the other. GitLab lists jobs by when they were made, not by when they ended; what was made
/// before the time asked for and ended in it is not found.
class PastJobsRead : public QObject
{
    Q_OBJECT

public:
    struct Question
    {
        QStringList projects; ///< by path; empty: the jobs of the instance
        ServerTime since{}; ///< made then or later
        int mostRequests = 0;
    };
    struct Answer
    {
        std::vector<JobPtr> jobs;
        ServerTime reached{}; ///< since when they were read: later than asked where the requests did not suffice
    };

    PastJobsRead(GraphQlClient &client, InstanceId instance, QObject *parent = nullptr);
    ~PastJobsRead() override;

    bool isUnderWay() const { return m_reply; }
    void start(const Question &question);
    void stop();

signals:
    void finished(const Runnerscope::PastJobsRead::Answer &answer);
    /// What was read until then is lost.
    void failed(const Runnerscope::FetchError &error);

private:
    void ask(const QString &after);
    void take(const GraphQlResult &result);
    bool hasReached(const JobPage &page) const;
    void endOfList(ServerTime reached);

    GraphQlClient &m_client;
    JobDecoder m_decoder;
    Question m_question;
    Answer m_answer;
    int m_requests = 0;
    QPointer<GraphQlReply> m_reply;
};

} // namespace Runnerscope
