// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/jobfilterrows.h"

#include "models/rules/filter/jobfiltercolumns.h"
#include "models/rules/filter/jobsearchtexts.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

bool asksOfRunners(const FilterNode &node)
{
    using F = FilterField;
    constexpr std::array fields{
        F::AnyText, F::JobRunner, F::JobManager, F::JobHost, F::JobWhy, F::JobProtected}; // a word may be in a reason
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
    return m_numbers.get(field, [this, field] { return jobNumbers(*m_verdicts, m_readAt, field); });
}

bool asksOfRunners(const FilterExpression &filter)
{
    return asksOfRunners(filter.root());
}

} // namespace Runnerscope
