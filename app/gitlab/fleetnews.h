// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/runnerdecoder.h"
#include "app/gitlab/runnerlist.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <set>
#include <vector>

namespace Runnerscope {

/// Looks for what is new in a fleet, without walking over it: runners that were created since, runners that made
/// contact last, and lists whose number of runners shows that something else has changed. Lists of runners have no
/// "updated since", so that edits elsewhere are found by the next complete walk only.
///
/// Works in the background, one request at a time.
class FleetNews : public QObject
{
    Q_OBJECT

public:
    using IsKnown = std::function<bool(RunnerId)>;

    FleetNews(GraphQlClient &client, RunnerDecoder &decoder, IsKnown isKnown, QObject *parent = nullptr);
    ~FleetNews() override;

    bool isUnderWay() const { return m_reply; }

    /// After a walk over these lists: how many runners each had by RunnerList::key(). Lists that are not among \a
    /// totals were refused and are not asked for.
    void expect(const std::vector<RunnerList> &lists, const QHash<QString, qint64> &totals);
    /// Begins a round.
    void start();
    void stop();

signals:
    void pageRead(const Runnerscope::RunnerPage &page, Runnerscope::ServerTime readAt);
    /// The round has ended well. \a changed holds the keys of lists from which runners have gone, to which some have
    /// come by other ways than being created, or which are refused by now.
    void finished(const QStringList &changed);
    void failed(const Runnerscope::FetchError &error);

private:
    struct Question
    {
        RunnerList list;
        bool byContact = false; ///< else by creation
        QString cursor;
        std::set<RunnerId> created{}; ///< runners of this list that the walk has not seen
    };

    void ask();
    void goOn();
    void take(const GraphQlResult &result);
    void takeError(const FetchError &error);
    void takePage(const RunnerPage &page, ServerTime readAt);
    bool noteCreated(Question &question, const RunnerPage &page);
    bool hasChanged(const Question &question, const RunnerPage &page);

    GraphQlClient &m_client;
    RunnerDecoder &m_decoder;
    IsKnown m_isKnown;
    std::vector<RunnerList> m_lists;
    QHash<QString, qint64> m_totals;
    std::set<RunnerId> m_found; ///< since the walk
    QHash<QString, std::set<RunnerId>> m_createdIn; ///< the same by list, as the last round showed it
    std::deque<Question> m_questions;
    QStringList m_changed;
    std::size_t m_turn = 0; ///< of many lists, the one to begin the next round with
    QPointer<GraphQlReply> m_reply;
};

} // namespace Runnerscope
