// SPDX-License-Identifier: GPL-3.0-or-later
//
// What it costs to say of every pending job why it waits, by size of queue and fleet, on one thread: in all, and for
// each runner that may take what is asked, summed over the distinct requests; beside it what a loop over jobs and
// runners would cost, taken from a sample of the jobs. Then the slowest of fifty questions about one job: the list of
// its runners, and its place in their queues.
//
//   bench_jobmatching [runs]
#include "models/rules/jobs/jobqueue.h"
#include "models/rules/jobs/jobrunners.h"
#include "tests/bench/growthtable.h"
#include "tests/bench/jobload.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Runnerscope;
using namespace Runnerscope::Bench;

namespace {

constexpr double limitMs = 2000; ///< for 50,000 jobs and 100,000 runners
constexpr std::size_t sampledJobs = 20;

/// Of all jobs, from some of them spread over all.
double naiveMs(const JobVerdictInput &input, qint64 &matches)
{
    const std::size_t step = std::max<std::size_t>(1, input.jobs.size() / sampledJobs);
    std::size_t sampled = 0;
    const double ms = msOf([&] {
        for (std::size_t i = 0; i < input.jobs.size(); i += step, ++sampled) {
            const JobRequest request = requestOf(*input.jobs[i]);
            for (const FleetRow &row : input.fleet->rows)
                matches += matchOf(row, request, input.assignments).takes() != MatchResult::NotMet ? 1 : 0;
        }
    });
    return ms / static_cast<double>(sampled) * static_cast<double>(input.jobs.size());
}

/// The largest of some requests, spread over all.
double listMs(const JobVerdicts &verdicts)
{
    const auto requests = static_cast<quint32>(verdicts.requests().size());
    double worst = 0;
    for (quint32 request = 0; request < requests; request += std::max(1U, requests / 50))
        worst = std::max(worst, msOf([&] { runnersFor(verdicts, request); }));
    return worst;
}

double placeMs(const JobVerdicts &verdicts)
{
    const std::size_t jobs = verdicts.input().jobs.size();
    double worst = 0;
    for (std::size_t job = 0; job < jobs; job += std::max<std::size_t>(1, jobs / 50))
        worst = std::max(worst, msOf([&] { queuePlace(verdicts, job); }));
    return worst;
}

/// Distinct requests times the runners that may take each.
qint64 workOf(const JobVerdicts &verdicts)
{
    qint64 sum = 0;
    for (const RequestVerdict &verdict : verdicts.requests())
        sum += verdict.candidateCount;
    return sum;
}

void measure(const JobLoad &load, int runs, QTextStream &out)
{
    const JobVerdictInput input = jobLoad(load);
    JobVerdictsPtr verdicts;
    const double ms = median(runs, [&] { return msOf([&] { verdicts = judgeJobs(input); }); });
    qint64 matches = 0;
    const double naive = naiveMs(input, matches);
    const auto column = [&out](const QString &text, int width) { out << text.rightJustified(width); };
    out << QString::fromLatin1(load.name).leftJustified(26);
    column(QString::number(load.jobs), 8);
    column(QString::number(load.runners), 9);
    column(QString::number(verdicts->requests().size()), 10);
    column(QString::number(workOf(*verdicts)), 12);
    column(QString::number(ms, 'f', 1), 10);
    column(QString::number(1e6 * ms / static_cast<double>(workOf(*verdicts)), 'f', 0), 15);
    column(QString::number(naive, 'f', 0), 12);
    column(QString::number(listMs(*verdicts), 'f', 2), 10);
    column(QString::number(placeMs(*verdicts), 'f', 2), 11);
    out << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int runs = std::max(1, QCoreApplication::arguments().value(1, QStringLiteral("5")).toInt());
    QTextStream out(stdout);
    out << "load                          jobs  runners  requests  candidates   all, ms  ns a candidate   naive, ms"
           "  list, ms  place, ms"
        << Qt::endl;
    for (const JobLoad &load : jobLoads)
        measure(load, runs, out);
    out << "limit of the largest usual load: " << limitMs << " ms" << Qt::endl;
    return 0;
}
