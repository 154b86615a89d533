// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/bookmark.h"
#include "app/gitlab/graphqlclient.h"
#include "app/gitlab/runnerdecoder.h"
#include "app/gitlab/runnerlist.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <deque>
#include <unordered_map>

namespace Runnerscope {

/// Walks over one list of runners, sorted by creation, in several lanes side by side: from both ends towards the
/// middle the first time, from the bookmarks of the walk before later. Every row is seen at least once; lanes may
/// overlap by a page where they meet.
///
/// A walk that has failed goes on where its lanes stood: keyset cursors stay valid.
class ListWalk : public QObject
{
    Q_OBJECT

public:
    ListWalk(GraphQlClient &client, RunnerDecoder &decoder, RunnerList list, QObject *parent = nullptr);
    ~ListWalk() override;

    const RunnerList &list() const { return m_list; }

    /// Begins. \a bookmarks are those of the last walk over the same list, or none.
    void start(const Bookmarks &bookmarks, Pacing::Urgency urgency);
    /// Asks again for the pages that failed.
    void resume(Pacing::Urgency urgency);
    bool isFinished() const { return m_stage == Stage::Finished; }
    /// Whether no page failed too often for another try to make sense.
    bool canResume() const;
    void setUrgency(Pacing::Urgency urgency) { m_urgency = urgency; }

    /// Runners of the list, as the server counted them with the newest page.
    std::optional<qint64> total() const { return m_total; }
    /// Whether as many different runners came as the server counted, and all could be read.
    bool sawAll() const;
    /// Of the finished walk.
    Bookmarks bookmarks() const;

signals:
    void pageRead(const Runnerscope::RunnerPage &page, Runnerscope::ServerTime readAt);
    void finished();
    /// A page could not be read; comes once until resume().
    void failed(const Runnerscope::FetchError &error);

private:
    enum class Stage { Idle, Walking, Interrupted, Finished };

    /// A stretch of the list, walked page by page.
    struct Lane
    {
        QString cursor; ///< where the next page begins (or ends, backwards); empty: at the end of the list
        std::optional<Bookmark> until; ///< where another lane begins
        bool backwards = false;
        bool done = false;
        int failures = 0; ///< of the page that is asked for
        QPointer<GraphQlReply> reply{};
        QSet<QString> passed{};
    };

    void makeLanes(const Bookmarks &bookmarks);
    void sendPages();
    bool wouldBeNeedless(const Lane &lane) const;
    void requestPage(Lane &lane);
    void take(Lane &lane, const GraphQlResult &result);
    void takePage(Lane &lane, const RunnerPage &page, ServerTime readAt);
    bool noteRows(const Lane &lane, const RunnerPage &page);
    void noteBookmark(const Lane &lane, const RunnerPage &page);
    void goOn(Lane &lane, const RunnerPage &page);
    void addBackwardLane();
    bool hasMore(const Lane &lane, const RunnerPage &page) const;
    void endLanes();
    bool endIfDone();
    void fail(Lane &lane, const FetchError &error);

    GraphQlClient &m_client;
    RunnerDecoder &m_decoder;
    RunnerList m_list;
    std::deque<Lane> m_lanes; ///< addresses stay
    std::unordered_map<qint64, bool> m_seen; ///< runner number → seen backwards
    Bookmarks m_bookmarks; ///< in the order they came
    std::optional<qint64> m_total;
    bool m_totalMoved = false; ///< runners came or went during the walk: their number says nothing then
    int m_unreadable = 0;
    int m_pages = 0;
    bool m_towardsMiddle = false; ///< the first walk: from both ends
    Pacing::Urgency m_urgency = Pacing::Urgency::Background;
    Stage m_stage = Stage::Idle;
};

} // namespace Runnerscope
