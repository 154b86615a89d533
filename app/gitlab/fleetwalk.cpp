// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/fleetwalk.h"

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr std::chrono::minutes longestPause{15}; ///< after which too many rows of the walk would be too old

FleetPart::State worse(FleetPart::State a, FleetPart::State b)
{
    using State = FleetPart::State;
    for (const State state : {State::Refused, State::Waiting}) {
        if (a == state || b == state)
            return state;
    }
    return State::Whole;
}

} // namespace

FleetWalk::FleetWalk(GraphQlClient &client, RunnerDecoder &decoder, QObject *parent) :
    QObject(parent),
    m_client(client),
    m_decoder(decoder)
{
}

FleetWalk::~FleetWalk() = default;

void FleetWalk::add(const RunnerList &list)
{
    auto part = std::make_unique<Part>();
    part->walk = std::make_unique<ListWalk>(m_client, m_decoder, list);
    connect(part->walk.get(), &ListWalk::pageRead, this, [this](const RunnerPage &page, ServerTime readAt) {
        m_lastPage = Pacing::Clock::now();
        emit pageRead(page, readAt);
    });
    connect(part->walk.get(), &ListWalk::finished, this, &FleetWalk::endIfDone);
    connect(part->walk.get(), &ListWalk::failed, this,
        [this, part = part.get()](const FetchError &error) { fail(*part, error); });
    m_parts.push_back(std::move(part));
}

void FleetWalk::start(const std::vector<RunnerList> &lists, const ListBookmarks &bookmarks, Pacing::Urgency urgency)
{
    m_parts.clear();
    m_lastPage = Pacing::Clock::now();
    m_stage = Stage::Walking;
    for (const RunnerList &list : lists)
        add(list);
    for (const auto &part : m_parts)
        part->walk->start(bookmarks.value(part->walk->list().key()), urgency);
    if (lists.empty()) // later, as with lists
        QMetaObject::invokeMethod(this, &FleetWalk::endIfDone, Qt::QueuedConnection);
}

void FleetWalk::resume(Pacing::Urgency urgency)
{
    m_stage = Stage::Walking;
    for (const auto &part : m_parts) {
        if (!part->isOver())
            part->walk->resume(urgency);
    }
    endIfDone();
}

bool FleetWalk::canResume() const
{
    return isInterrupted() && m_mayPass && Pacing::Clock::now() - m_lastPage < longestPause
        && std::ranges::all_of(m_parts, [](const auto &part) { return part->walk->canResume(); });
}

void FleetWalk::hasten()
{
    for (const auto &part : m_parts)
        part->walk->setUrgency(Pacing::Urgency::Foreground);
    m_client.queue().hasten();
}

void FleetWalk::endIfDone()
{
    if (m_stage != Stage::Walking || !std::ranges::all_of(m_parts, [](const auto &part) { return part->isOver(); }))
        return;
    m_stage = Stage::Idle;
    emit finished();
}

void FleetWalk::fail(Part &part, const FetchError &error)
{
    if (error.kind == FetchError::Kind::Forbidden && m_parts.size() > 1
        && part.walk->list().part.kind != FleetPart::Kind::AllRunners) {
        part.refused = true;
        endIfDone();
        return;
    }
    const bool isFirst = m_stage != Stage::Interrupted;
    m_mayPass = isTransient(error.kind) && (isFirst || m_mayPass);
    m_stage = Stage::Interrupted;
    if (isFirst)
        emit failed(error);
}

std::vector<FleetPart> FleetWalk::parts() const
{
    std::vector<FleetPart> parts;
    for (const auto &part : m_parts) {
        FleetPart next = part->walk->list().part;
        next.state = part->refused     ? FleetPart::State::Refused
            : part->walk->isFinished() ? FleetPart::State::Whole
                                       : FleetPart::State::Waiting;
        const auto same = std::ranges::find_if(
            parts, [&](const FleetPart &known) { return known.kind == next.kind && known.fullPath == next.fullPath; });
        if (same == parts.end())
            parts.push_back(next);
        else
            same->state = worse(same->state, next.state);
    }
    return parts;
}

std::optional<qint64> FleetWalk::total() const
{
    std::optional<qint64> total;
    for (const auto &part : m_parts) {
        if (const auto counted = part->walk->total())
            total = total.value_or(0) + *counted;
    }
    return total;
}

QHash<QString, qint64> FleetWalk::totals() const
{
    QHash<QString, qint64> totals;
    for (const auto &part : m_parts) {
        if (!part->refused && part->walk->total())
            totals.insert(part->walk->list().key(), *part->walk->total());
    }
    return totals;
}

bool FleetWalk::sawAll() const
{
    return std::ranges::all_of(m_parts, [](const auto &part) { return part->refused || part->walk->sawAll(); });
}

ListBookmarks FleetWalk::bookmarks() const
{
    ListBookmarks bookmarks;
    for (const auto &part : m_parts) {
        if (!part->refused)
            bookmarks.insert(part->walk->list().key(), part->walk->bookmarks());
    }
    return bookmarks;
}

} // namespace Runnerscope
