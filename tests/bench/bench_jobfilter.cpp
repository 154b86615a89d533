// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a filter of jobs costs, by size of the queue: the columns that it asks for, made once for each list of jobs, and
// finding the jobs.
//
//   bench_jobfilter [runs]
#include "models/rules/filter/filtercompletion.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/filter/jobfilterrows.h"
#include "tests/bench/growthtable.h"
#include "tests/bench/jobload.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <array>

using namespace Runnerscope;
using namespace Runnerscope::Bench;

namespace {

constexpr double limitMs = 16; ///< for the jobs of the largest load, once there are columns

constexpr std::array filters{"deploy", "no runner", "tag:tag-3", "group:acme", "project~team-1", "waiting:>10m",
    "status:pending", "why:no-runner-has-tag", "name:/^job-[0-9]*7$/",
    "status:pending waiting:>10m group:acme -tag:tag-3 why:queued"};

void measure(const JobLoad &load, int runs, QTextStream &out)
{
    const JobVerdictsPtr verdicts = judgeJobs(jobLoad(load));
    JobFilterRows kept(verdicts, verdicts->fleet().rows.front().readAt);
    for (const char *text : filters) {
        const auto filter = std::get<FilterExpression>(parseFilter(QString::fromLatin1(text), FilterSubject::Jobs));
        const auto ask = [&filter](FilterRows &rows) { return msOf([&] { evaluate(filter, rows); }); };
        const double columns = median(std::min(runs, 5), [&] {
            JobFilterRows fresh(verdicts, kept.readAt(0));
            return ask(fresh);
        });
        ask(kept);
        out << QString::number(load.jobs).rightJustified(8) << "  " << QString::fromLatin1(text).leftJustified(62)
            << QString::number(columns, 'f', 2).rightJustified(10)
            << QString::number(median(runs, [&] { return ask(kept); }), 'f', 2).rightJustified(10) << Qt::endl;
    }
    for (const char *text : {"tag:", "group:", "why:", "wai", "tea"}) {
        const QString filter = QString::fromLatin1(text);
        const double ms =
            median(std::min(runs, 5), [&] { return msOf([&] { completeFilter(filter, filter.size(), kept); }); });
        out << QString::number(load.jobs).rightJustified(8) << "  suggestions for " << filter.leftJustified(46)
            << QString::number(ms, 'f', 2).rightJustified(20) << Qt::endl;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int runs = std::max(1, QCoreApplication::arguments().value(1, QStringLiteral("21")).toInt());
    QTextStream out(stdout);
    out << "    jobs  filter                                                        first, ms  then, ms" << Qt::endl;
    for (const std::size_t load : {0U, 1U, 2U})
        measure(jobLoads[load], runs, out);
    out << "limit of the largest load, once there are columns: " << limitMs << " ms" << Qt::endl;
    return 0;
}
