// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filtersuggester.h"

#include "models/rules/filter/filterindex.h"
#include "models/rules/filter/jobfilterrows.h"

#include <memory>
#include <optional>
#include <utility>

namespace Runnerscope {

/// What was prepared for the last answer, as long as it is asked of the same.
class FilterSuggester::Rows
{
public:
    FilterRows &of(const Request &request)
    {
        if (!request.jobs) {
            m_fleet.setFleet(request.fleet);
            return m_fleet;
        }
        if (std::exchange(m_judged, request.jobs) != request.jobs || !m_jobs)
            m_jobs.emplace(request.jobs, request.readAt);
        return *m_jobs;
    }

private:
    FilterIndex m_fleet;
    JobVerdictsPtr m_judged;
    std::optional<JobFilterRows> m_jobs;
};

FilterSuggester::FilterSuggester(QObject *parent) :
    QObject(parent),
    m_work(
        [rows = std::make_shared<Rows>()](const Request &request) {
            return Result{
                request.text, request.cursor, completeFilter(request.text, request.cursor, rows->of(request))};
        },
        [this](const Result &result) { emit suggested(result.text, result.cursor, result.suggestions); })
{
}

void FilterSuggester::request(const FleetPtr &fleet, const QString &text, qsizetype cursor)
{
    m_work.request({fleet, {}, {}, text, cursor});
}

void FilterSuggester::request(const JobVerdictsPtr &jobs, ServerTime readAt, const QString &text, qsizetype cursor)
{
    m_work.request({{}, jobs, readAt, text, cursor});
}

} // namespace Runnerscope
