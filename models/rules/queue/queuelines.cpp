// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/queuelines.h"

#include "models/rules/queue/queuethinning.h"

#include <algorithm>
#include <optional>

namespace Runnerscope {

namespace {

/// What one of the lines takes of a point.
struct Reading
{
    double low;
    double high;
    Certainty certainty;
};

using Read = Reading (*)(const QueuePoint &);

Reading pendingOf(const QueuePoint &point)
{
    return {static_cast<double>(point.pending.low), static_cast<double>(point.pending.high), point.certainty.pending};
}

Reading runningOf(const QueuePoint &point)
{
    return {static_cast<double>(point.running.low), static_cast<double>(point.running.high), point.certainty.running};
}

Reading oldestOf(const QueuePoint &point)
{
    const auto seconds = static_cast<double>(point.longestWait.count() / 1000);
    return {seconds, seconds, point.certainty.pending};
}

QPointF at(ServerTime moment, double value)
{
    return {static_cast<double>(moment.time_since_epoch().count()), value};
}

/// Draws one line, point by point.
class Pen
{
public:
    explicit Pen(Read read) :
        m_read(read)
    {
    }

    void draw(const QueuePoint &point)
    {
        const Reading reading = m_read(point);
        if (reading.certainty == Certainty::Unknown) {
            m_end.reset();
            return;
        }
        begin({reading.certainty == Certainty::AtLeast, point.reconstructed, {}}, point.start);
        // Which of the two came first is not known; both are on the line.
        m_line.back().points.push_back(at(point.start, reading.low));
        if (reading.high > reading.low)
            m_line.back().points.push_back(at(point.start + (point.end - point.start) / 2, reading.high));
        m_end = point.end;
    }

    Line line() && { return std::move(m_line); }

private:
    /// Goes on with the last piece, or begins another one.
    void begin(LinePiece look, ServerTime start)
    {
        const bool isGap = !m_end || *m_end < start;
        if (m_line.empty() || isGap) {
            m_line.push_back(std::move(look));
            return;
        }
        const LinePiece &last = m_line.back();
        if (last.atLeast == look.atLeast && last.reconstructed == look.reconstructed)
            return;
        look.points.push_back(last.points.back());
        m_line.push_back(std::move(look));
    }

    Read m_read;
    Line m_line;
    std::optional<ServerTime> m_end; ///< of the last point; none where the line is interrupted
};

Line lineOf(const QueuePoints &points, Read read)
{
    Pen pen(read);
    for (const QueuePoint &point : points)
        pen.draw(point);
    return std::move(pen).line();
}

} // namespace

QueueLines linesOf(const QueuePoints &points, Period period, std::size_t mostPoints)
{
    constexpr std::size_t pointsOfColumn = 3; // low, high, and one where the look changes
    const QueuePoints columns = thinned(points, period, std::max<std::size_t>(2, mostPoints / pointsOfColumn));
    QueueLines lines{lineOf(columns, pendingOf), lineOf(columns, runningOf), lineOf(columns, oldestOf)};
    for (const QueuePoint &point : columns) {
        lines.highest = std::max({lines.highest, point.pending.high, point.running.high});
        lines.highestOldest = std::max<qint64>(lines.highestOldest, point.longestWait.count() / 1000);
    }
    return lines;
}

} // namespace Runnerscope
