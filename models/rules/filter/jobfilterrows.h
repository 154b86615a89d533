// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filtercolumncache.h"
#include "models/rules/filter/filterexpression.h"
#include "models/rules/filter/filterrows.h"
#include "models/rules/jobs/jobtroubles.h"
#include "models/rules/jobs/jobverdicts.h"

#include <optional>

namespace Runnerscope {

/// Jobs that were judged: a row for each of JobVerdictInput::jobs, in that order. Columns are made when they are asked
/// for first.
class JobFilterRows : public FilterRows
{
public:
    /// \a readAt is the server's time at which the jobs were read.
    JobFilterRows(JobVerdictsPtr verdicts, ServerTime readAt);

    FilterSubject subject() const override { return FilterSubject::Jobs; }
    std::size_t rowCount() const override { return m_verdicts->input().jobs.size(); }
    ServerTime readAt(std::size_t) const override { return m_readAt; }
    const FoldedTexts &searchTexts() override;
    const FilterTextColumn &texts(FilterField field) override;
    const FilterNumberColumn &numbers(FilterField field, FilterScope scope) override;
    FilterMask waitingFor(std::optional<qint64> runner) override;
    std::vector<qint64> waitedFor(std::size_t most) override;
    const JobTroublesPtr &troubles();

private:
    JobVerdictsPtr m_verdicts;
    ServerTime m_readAt;
    JobTroublesPtr m_troubles;
    std::optional<FoldedTexts> m_searchTexts;
    FilterColumnCache<FilterTextColumn> m_texts;
    FilterColumnCache<FilterNumberColumn> m_numbers;
};

/// Whether a filter of jobs cannot be answered without the runners of their fleet.
bool asksOfRunners(const FilterExpression &filter);

} // namespace Runnerscope
