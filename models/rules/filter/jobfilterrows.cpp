// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/jobfilterrows.h"

#include "models/rules/filter/jobfiltercolumns.h"
#include "models/rules/filter/jobsearchtexts.h"

namespace Runnerscope {

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

} // namespace Runnerscope
