// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/listwalk.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr int pageSize = 100; ///< the largest that GitLab gives
constexpr int mostPages = 40'000; ///< four million runners: no GitLab has as many
constexpr int mostFailures = 8; ///< at the same page
constexpr int mostInFlight = 6; ///< pages of one list; the queue has its own limit over all
constexpr std::size_t thinnedLanes = 6;

Bookmark bookmarkAt(const QString &cursor, const Runner &lastBefore)
{
    return {cursor, lastBefore.createdAt, lastBefore.id.number};
}

bool reaches(const RunnerPage &page, const Bookmark &place)
{
    const auto isPlace = [&](const Runner &runner) { return runner.id.number == place.runner; };
    return std::ranges::any_of(page.runners, isPlace)
        || (!page.runners.empty() && page.runners.back().createdAt > place.createdAt);
}

} // namespace

ListWalk::ListWalk(GraphQlClient &client, RunnerDecoder &decoder, RunnerList list, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_decoder(decoder),
    m_list(std::move(list))
{
}

ListWalk::~ListWalk()
{
    endLanes();
}

void ListWalk::start(const Bookmarks &bookmarks, Pacing::Urgency urgency)
{
    makeLanes(bookmarks);
    resume(urgency);
}

void ListWalk::makeLanes(const Bookmarks &bookmarks)
{
    m_towardsMiddle = bookmarks.empty();
    QString cursor;
    for (const Bookmark &bookmark : bookmarks) {
        m_lanes.push_back({cursor, bookmark});
        cursor = bookmark.cursor;
    }
    m_lanes.push_back({cursor, std::nullopt});
}

void ListWalk::resume(Pacing::Urgency urgency)
{
    m_urgency = urgency;
    m_stage = Stage::Walking;
    sendPages();
}

bool ListWalk::canResume() const
{
    return std::ranges::all_of(m_lanes, [](const Lane &lane) { return lane.failures <= mostFailures; });
}

void ListWalk::sendPages()
{
    if (m_stage != Stage::Walking)
        return;
    auto inFlight = std::ranges::count_if(m_lanes, [](const Lane &lane) { return !lane.reply.isNull(); });
    for (Lane &lane : m_lanes) {
        if (inFlight >= mostInFlight)
            return;
        if (lane.done || lane.reply || wouldBeNeedless(lane))
            continue;
        requestPage(lane);
        ++inFlight;
    }
}

/// Near the middle, the page that the other lane waits for holds all that is left.
bool ListWalk::wouldBeNeedless(const Lane &lane) const
{
    if (!m_towardsMiddle || m_totalMoved || !m_total)
        return false;
    qint64 awaited = 0;
    for (const Lane &other : m_lanes)
        awaited += &other != &lane && other.reply ? pageSize : 0;
    return awaited > 0 && static_cast<qint64>(m_seen.size()) + awaited >= *m_total;
}

void ListWalk::requestPage(Lane &lane)
{
    QJsonObject variables = m_list.variables;
    variables.insert(QStringLiteral("sort"), QStringLiteral("CREATED_ASC"));
    variables.insert(lane.backwards ? QStringLiteral("last") : QStringLiteral("first"), pageSize);
    if (!lane.cursor.isEmpty())
        variables.insert(lane.backwards ? QStringLiteral("before") : QStringLiteral("after"), lane.cursor);
    lane.reply = m_client.send({m_list.operation, variables}, m_urgency);
    connect(lane.reply, &GraphQlReply::finished, this,
        [this, place = &lane](const GraphQlResult &result) { take(*place, result); });
}

void ListWalk::take(Lane &lane, const GraphQlResult &result)
{
    lane.reply.clear();
    const auto page = pageOf(result, m_list, m_decoder, m_client.address().host());
    if (const auto *error = std::get_if<FetchError>(&page))
        fail(lane, *error);
    else
        takePage(lane, std::get<RunnerPage>(page), std::get<GraphQlData>(result).serverTime);
}

void ListWalk::takePage(Lane &lane, const RunnerPage &page, ServerTime readAt)
{
    const QString cursor = lane.backwards ? page.startCursor : page.endCursor;
    const bool goesInCircles = cursor.isEmpty() || lane.passed.contains(cursor);
    if (hasMore(lane, page) && (goesInCircles || ++m_pages > mostPages)) {
        lane.failures = mostFailures;
        fail(lane, badReply(m_client.address().host(), QStringLiteral("the list of runners does not come to an end")));
        return;
    }
    lane.failures = 0;
    m_totalMoved = m_totalMoved || (m_total && m_total != page.total);
    m_total = page.total;
    m_unreadable += page.unreadable;
    const bool lanesMet = noteRows(lane, page);
    noteBookmark(lane, page);
    const QPointer<ListWalk> alive(this);
    emit pageRead(page, readAt);
    if (!alive)
        return;
    if (m_towardsMiddle && (lanesMet || (!m_totalMoved && sawAll())))
        endLanes();
    else
        goOn(lane, page);
    if (!endIfDone())
        sendPages();
}

/// True when the rows show that the lanes from both ends have met.
bool ListWalk::noteRows(const Lane &lane, const RunnerPage &page)
{
    bool met = false;
    for (const Runner &runner : page.runners) {
        const auto [known, isNew] = m_seen.try_emplace(runner.id.number, lane.backwards);
        met = met || (!isNew && known->second != lane.backwards);
    }
    return met;
}

void ListWalk::noteBookmark(const Lane &lane, const RunnerPage &page)
{
    const bool isTail = lane.backwards && lane.cursor.isEmpty();
    if (page.hasNextPage && !isTail && !page.endCursor.isEmpty() && !page.runners.empty())
        m_bookmarks.push_back(bookmarkAt(page.endCursor, page.runners.back()));
}

bool ListWalk::hasMore(const Lane &lane, const RunnerPage &page) const
{
    if (lane.backwards)
        return page.hasPreviousPage && !page.runners.empty();
    return page.hasNextPage && !(lane.until && reaches(page, *lane.until));
}

void ListWalk::goOn(Lane &lane, const RunnerPage &page)
{
    lane.done = !hasMore(lane, page);
    const bool isFirst = lane.cursor.isEmpty() && !lane.backwards;
    lane.cursor = lane.backwards ? page.startCursor : page.endCursor;
    lane.passed.insert(lane.cursor);
    if (lane.done && m_towardsMiddle)
        endLanes(); // it came to the other end alone
    else if (isFirst && m_towardsMiddle && page.total.value_or(0) > 2 * pageSize)
        m_lanes.push_back({{}, std::nullopt, true});
}

void ListWalk::endLanes()
{
    for (Lane &lane : m_lanes) {
        lane.done = true;
        if (lane.reply)
            lane.reply->cancel();
        lane.reply.clear();
    }
}

bool ListWalk::endIfDone()
{
    if (!std::ranges::all_of(m_lanes, &Lane::done))
        return false;
    m_stage = Stage::Finished;
    emit finished();
    return true;
}

bool ListWalk::sawAll() const
{
    return m_unreadable == 0 && m_total && static_cast<qint64>(m_seen.size()) >= *m_total;
}

/// Where many runners were deleted, pages from old bookmarks overlap: then a few bookmarks only, between which the next
/// walk goes page by page and finds new ones.
Bookmarks ListWalk::bookmarks() const
{
    Bookmarks all = m_bookmarks;
    sortBookmarks(all);
    const std::size_t needed = m_seen.size() / pageSize;
    if (all.size() <= needed + needed / 20 + 1)
        return all;
    Bookmarks few;
    for (std::size_t lane = 1; lane < thinnedLanes; ++lane)
        few.push_back(all[lane * all.size() / thinnedLanes]);
    sortBookmarks(few);
    return few;
}

void ListWalk::fail(Lane &lane, const FetchError &error)
{
    ++lane.failures;
    if (std::exchange(m_stage, Stage::Interrupted) != Stage::Interrupted)
        emit failed(error);
}

} // namespace Runnerscope
