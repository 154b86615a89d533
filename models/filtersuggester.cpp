// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filtersuggester.h"

#include <memory>

namespace Runnerscope {

FilterSuggester::FilterSuggester(QObject *parent) :
    QObject(parent),
    m_work(
        [index = std::make_shared<FilterIndex>()](const Request &request) {
            index->setFleet(request.fleet);
            return Result{request.text, request.cursor, completeFilter(request.text, request.cursor, *index)};
        },
        [this](const Result &result) { emit suggested(result.text, result.cursor, result.suggestions); })
{
}

void FilterSuggester::request(const FleetPtr &fleet, const QString &text, qsizetype cursor)
{
    m_work.request({fleet, text, cursor});
}

} // namespace Runnerscope
