// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "models/domain/runnerid.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace Runnerscope {

/// Finds out which runners are really gone, of those that a walk did not show.
///
/// GitLab answers null for a runner that does not exist and for one that may not be read any more. Only the first is
/// gone: so each question also names runners that the same walk did show, of the same types as those missing. When one
/// of these is null, too, rights were lost, and nobody counts as gone.
class GoneCheck : public QObject
{
    Q_OBJECT

public:
    GoneCheck(GraphQlClient &client, QObject *parent = nullptr);
    ~GoneCheck() override;

    bool isUnderWay() const { return m_reply; }

    /// What shows that this user may still read those that are missing.
    enum class Proof {
        Witnesses, ///< nothing but the witnesses: without any, nobody can be said to be gone
        ListOfAll, ///< the list of all runners of the instance could be read, even if it is empty now
    };

    /// \a witnesses were seen in the walk; at most a few.
    void start(std::vector<RunnerId> missing, std::vector<RunnerId> witnesses, Proof proof, Pacing::Urgency urgency);
    void stop();

signals:
    /// Those confirmed to be gone, once. Empty also when it could not be found out.
    void finished(const std::vector<Runnerscope::RunnerId> &gone);

private:
    void ask();
    void take(const GraphQlResult &result);
    void end(const std::vector<RunnerId> &gone);
    std::vector<RunnerId> batch() const;

    GraphQlClient &m_client;
    std::vector<RunnerId> m_missing;
    std::vector<RunnerId> m_witnesses;
    std::vector<RunnerId> m_gone;
    std::size_t m_asked = 0; ///< of m_missing
    Pacing::Urgency m_urgency = Pacing::Urgency::Background;
    QPointer<GraphQlReply> m_reply;
};

} // namespace Runnerscope
