// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/queuereading.h"

#include "models/rules/queue/waitpercentiles.h"

namespace Runnerscope {

QueueHistory historyIn(QueueArchive &archive, const QueueQuestion &question, ServerTime now)
{
    QueueHistory history;
    const ServerTime end = question.end.value_or(now);
    history.period = {end - question.span, end};
    if (question.mostPoints > 0) {
        history.points = archive.samples(question.facet, history.period, question.mostPoints);
        history.mostRunning = archive.mostRunning(question.facet);
    }
    if (!question.by)
        return history;
    const std::vector<FacetWaits> found = archive.waitsBy(*question.by, history.period);
    history.waits.reserve(found.size());
    for (const FacetWaits &one : found)
        history.waits.push_back({one.facet, percentilesOf(one.waits)});
    return history;
}

} // namespace Runnerscope
