// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/newestwork.h"
#include "models/rules/filter/filtercompletion.h"
#include "models/rules/jobs/jobverdicts.h"

#include <QObject>

namespace Runnerscope {

/// Finds out, off the GUI thread, what a filter that is being written can be completed to.
class FilterSuggester : public QObject
{
    Q_OBJECT

public:
    explicit FilterSuggester(QObject *parent = nullptr);

    /// Of several requests that wait only the newest is answered.
    void request(const FleetPtr &fleet, const QString &text, qsizetype cursor);
    /// For a filter of jobs, which were read at \a readAt.
    void request(const JobVerdictsPtr &jobs, ServerTime readAt, const QString &text, qsizetype cursor);

signals:
    /// For that text and cursor, which the user may have left by now.
    void suggested(
        const QString &text, qsizetype cursor, const std::vector<Runnerscope::FilterSuggestion> &suggestions);

private:
    struct Request
    {
        FleetPtr fleet; ///< or
        JobVerdictsPtr jobs;
        ServerTime readAt{};
        QString text;
        qsizetype cursor = 0;
    };
    struct Result
    {
        QString text;
        qsizetype cursor = 0;
        std::vector<FilterSuggestion> suggestions;
    };

    class Rows;

    NewestWork<Request, Result> m_work;
};

} // namespace Runnerscope
