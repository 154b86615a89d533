// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/finishedjobs.h"
#include "app/gitlab/jobdecoder.h"
#include "app/gitlab/projectdirectory.h"
#include "models/domain/joblist.h"
#include "models/rules/jobs/projectrota.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace Runnerscope {

/// Reads the jobs that wait and run for a user whom GitLab shows no list of the instance: project by project, since it
/// answers for one in a request. A round asks as many projects as the pacing bears, those with jobs first (see
/// rules/jobs/projectrota.h); the list is merged from what was last seen of each.
///
/// The newest ones that ended come with them, as far as they have been read by then: those of a few projects in turn.
///
/// A project that cannot be read this time keeps what was seen of it. A round in which none could be read has failed.
class ProjectJobsRound : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t mostAtFirst = 30; ///< projects in a round for which a person waits
    static constexpr std::size_t mostLater = 8;
    static constexpr std::size_t mostFinished = 2; ///< projects in a round that are asked for what ended
    static constexpr int mostPages = 3; ///< of 100 jobs, in one project
    static constexpr int roundsPerListing = 40; ///< until the projects are listed again

    ProjectJobsRound(GraphQlClient &client, InstanceId instance, QObject *parent = nullptr);
    ~ProjectJobsRound() override;

    /// Whose projects; forgets what was seen.
    void setWhose(ProjectDirectory::Whose whose);
    /// Those that are known, by path: those first in which something happened last.
    QStringList projects() const;
    bool isUnderWay() const { return m_directory.isUnderWay() || !m_replies.isEmpty(); }
    void start(Pacing::Urgency urgency);
    void stop();

signals:
    void finished(const Runnerscope::JobListPtr &jobs);
    void failed(const Runnerscope::FetchError &error);

private:
    /// What was last seen of one project.
    struct Look
    {
        std::vector<JobPtr> jobs;
        ServerTime at{};
        bool refused = false;
        bool whole = true;
    };
    /// One project that is being asked.
    struct Asking
    {
        std::size_t turn; ///< index into m_turns
        Look look{};
        int pages = 0;
    };

    void stopLists();
    void takeDirectory(const QStringList &paths, bool more);
    void askNext();
    void askForFinished();
    void ask(Asking asking, const QString &after);
    void take(Asking asking, const GraphQlResult &result);
    /// What was seen of the project before stays.
    void miss(const FetchError &error);
    void keep(const Asking &asking);
    void endOne();
    JobListPtr merged() const;
    JobProjects summary() const;

    GraphQlClient &m_client;
    JobDecoder m_decoder;
    ProjectDirectory m_directory;
    ProjectDirectory::Whose m_whose = ProjectDirectory::Whose::Members;
    Pacing::Urgency m_urgency = Pacing::Urgency::Background;
    int m_round = 0;
    int m_listedIn = 0; ///< round in which the projects were listed; 0: not yet
    bool m_more = false;
    std::vector<ProjectTurn> m_turns; ///< as the directory has them
    QHash<QString, Look> m_looks; ///< by path
    QHash<QString, int> m_finishedIn; ///< by path: round in which it was asked for jobs that ended
    FinishedJobs m_finished;
    QSet<GraphQlReply *> m_replies;
    std::optional<FetchError> m_error; ///< the first of this round
    bool m_anyRead = false; ///< in this round
};

} // namespace Runnerscope
