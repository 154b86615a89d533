// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/jobfilterrows.h"

#include "models/rules/filter/jobfiltercolumns.h"
#include "models/rules/filter/jobsearchtexts.h"
#include "models/rules/jobs/jobqueue.h"
#include "models/rules/jobs/jobrunners.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace Runnerscope {

namespace {

bool asksOfRunners(const FilterNode &node)
{
    using F = FilterField;
    constexpr std::array fields{F::AnyText, F::JobRunner, F::JobManager, F::JobHost, F::JobWhy, F::JobProtected,
        F::JobTrouble, F::JobCould}; // a word may be in a reason
    if (node.kind == FilterNode::Kind::Condition)
        return std::ranges::find(fields, node.condition.field) != fields.end();
    return std::ranges::any_of(node.children, [](const FilterNode &child) { return asksOfRunners(child); });
}

} // namespace

JobFilterRows::JobFilterRows(JobVerdictsPtr verdicts, ServerTime readAt) :
    m_verdicts(std::move(verdicts)),
    m_readAt(readAt)
{
}

const FoldedTexts &JobFilterRows::searchTexts()
{
    if (!m_searchTexts)
        m_searchTexts = jobSearchTexts(*m_verdicts);
    return *m_searchTexts;
}

const FilterTextColumn &JobFilterRows::texts(FilterField field)
{
    return m_texts.get(field, [this, field] { return jobTexts(*m_verdicts, field); });
}

const FilterNumberColumn &JobFilterRows::numbers(FilterField field, FilterScope)
{
    return m_numbers.get(field, [this, field] {
        return field == FilterField::JobTrouble ? jobTroubleNumbers(*m_verdicts, *troubles())
                                                : jobNumbers(*m_verdicts, m_readAt, field);
    });
}

const JobTroublesPtr &JobFilterRows::troubles()
{
    if (!m_troubles)
        m_troubles = troublesOf(*m_verdicts, m_readAt);
    return m_troubles;
}

FilterMask JobFilterRows::waitingFor(std::optional<qint64> runner)
{
    FilterMask mask(rowCount());
    if (!runner) {
        for (std::size_t job = 0; job < mask.size(); ++job) {
            const RequestVerdict *verdict = m_verdicts->verdictOf(job);
            mask[job] = quint8(verdict && verdict->candidateCount > 0);
        }
        return mask;
    }
    const std::vector<FleetRow> &rows = m_verdicts->fleet().rows;
    const auto row = std::ranges::find(rows, *runner, [](const FleetRow &one) { return one.runner->id.number; });
    if (row == rows.end())
        return mask;
    for (const quint32 job : jobsFor(*m_verdicts, static_cast<std::size_t>(row - rows.begin()), mask.size()).jobs)
        mask[job] = 1;
    return mask;
}

/// Of the requests that most jobs ask.
std::vector<qint64> JobFilterRows::waitedFor(std::size_t most)
{
    constexpr std::size_t mostRequests = 5;
    std::vector<quint32> requests(m_verdicts->requests().size());
    std::iota(requests.begin(), requests.end(), 0U);
    const auto longer = [this](quint32 a, quint32 b) {
        return m_verdicts->jobsOf(a).size() > m_verdicts->jobsOf(b).size();
    };
    const std::size_t looked = std::min(requests.size(), mostRequests);
    std::ranges::partial_sort(requests, requests.begin() + static_cast<std::ptrdiff_t>(looked), longer);
    std::vector<qint64> numbers;
    for (std::size_t i = 0; i < looked; ++i) {
        for (const JobRunner &candidate : runnersFor(*m_verdicts, requests[i]).candidates) {
            const qint64 number = m_verdicts->fleet().rows[candidate.row].runner->id.number;
            if (numbers.size() < most && std::ranges::find(numbers, number) == numbers.end())
                numbers.push_back(number);
        }
    }
    return numbers;
}

bool asksOfRunners(const FilterExpression &filter)
{
    return asksOfRunners(filter.root());
}

} // namespace Runnerscope
