// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/listwalk.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace Runnerscope {

/// Bookmarks by RunnerList::key().
using ListBookmarks = QHash<QString, Bookmarks>;

/// Walks over all lists that make up a fleet, or over some of them, side by side. A walk that has failed can go on
/// where it stood.
class FleetWalk : public QObject
{
    Q_OBJECT

public:
    FleetWalk(GraphQlClient &client, RunnerDecoder &decoder, QObject *parent = nullptr);
    ~FleetWalk() override;

    bool isUnderWay() const { return m_stage == Stage::Walking; }
    /// Failed in the middle and not yet resumed.
    bool isInterrupted() const { return m_stage == Stage::Interrupted; }

    /// Begins a new walk; the one under way, if any, is dropped. A list that this user may not see ends the walk when
    /// it is the only one, and is left out (FleetPart::State::Refused) when there are others.
    void start(const std::vector<RunnerList> &lists, const ListBookmarks &bookmarks, Pacing::Urgency urgency);
    /// Asks again for the pages that failed.
    void resume(Pacing::Urgency urgency);
    /// Whether it makes sense to go on where the walk stood: the trouble may pass by itself, has not lasted long, and
    /// no page was tried too often.
    bool canResume() const;
    /// Goes on at the pace of a person who waits.
    void hasten();

    /// The parts of the lists, each once, as far as they were read.
    std::vector<FleetPart> parts() const;
    /// Runners of all lists, as the server counted them: a guess where lists overlap. Nothing before any was counted.
    std::optional<qint64> total() const;
    /// The same by RunnerList::key(), without refused lists.
    QHash<QString, qint64> totals() const;
    /// Of a finished walk: whether every list that is not refused showed as many runners as the server counted.
    bool sawAll() const;
    /// Of a finished walk.
    ListBookmarks bookmarks() const;

signals:
    void pageRead(const Runnerscope::RunnerPage &page, Runnerscope::ServerTime readAt);
    void finished();
    void failed(const Runnerscope::FetchError &error);

private:
    enum class Stage { Idle, Walking, Interrupted };

    struct Part
    {
        std::unique_ptr<ListWalk> walk;
        bool refused = false;

        bool isOver() const { return refused || walk->isFinished(); }
    };

    void add(const RunnerList &list);
    void endIfDone();
    void fail(Part &part, const FetchError &error);

    GraphQlClient &m_client;
    RunnerDecoder &m_decoder;
    std::vector<std::unique_ptr<Part>> m_parts;
    Pacing::Clock::time_point m_lastPage; ///< when a page was read last
    bool m_mayPass = false; ///< the last failure may pass by itself
    Stage m_stage = Stage::Idle;
};

} // namespace Runnerscope
