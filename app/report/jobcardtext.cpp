// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/jobcardtext.h"

#include "app/report/labelledtext.h"

namespace Runnerscope {

QString jobCardText(const std::vector<JobCardSection> &sections, int width)
{
    LabelledText text; // one for all, so that the columns stand below each other
    for (const JobCardSection &section : sections) {
        bool first = true;
        for (const JobCardFact &fact : section.facts) {
            QString label = fact.caption.isEmpty() && first ? section.heading : fact.caption;
            for (const QString &line : fact.lines)
                text.add(std::exchange(label, {}), line);
            first = false;
        }
    }
    return text.toString(width);
}

} // namespace Runnerscope
