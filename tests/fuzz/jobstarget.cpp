// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/graphqlanswer.h"
#include "app/gitlab/jobcarddecoder.h"
#include "app/report/jobcardjson.h"
#include "app/report/jobcardtext.h"
#include "app/report/jobreport.h"
#include "app/report/jsontext.h"
#include "app/report/runnerjobsreport.h"
#include "models/jobcells.h"
#include "models/rules/jobs/jobcardsections.h"
#include "models/rules/queue/queuereconstruction.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace Runnerscope::Fuzz {

namespace {

using Key = QLatin1String;

constexpr InstanceId instance{1};
constexpr ServerTime readAt{std::chrono::sys_days(std::chrono::year(2026) / 3 / 25)};
constexpr int terminalWidth = 80;

std::vector<JobPtr> eachOnce(const std::vector<JobPtr> &jobs)
{
    std::vector<JobPtr> once;
    std::set<JobId> ids;
    for (const JobPtr &job : jobs) {
        require(job->id.number > 0, "a job has an id");
        if (ids.insert(job->id).second)
            once.push_back(job);
    }
    return once;
}

void checkReport(const JobVerdictsPtr &verdicts)
{
    JobReport report{*verdicts, std::vector<quint32>(verdicts->input().jobs.size()), readAt, true};
    std::iota(report.jobs.begin(), report.jobs.end(), 0U);
    requireHarmless(QString::fromUtf8(jsonText(QJsonDocument(jobsJson(report)))), "jobs for scripts are harmless");
    requireHarmless(jobsCsv(report).remove(QStringLiteral("\r\n")), "a table of jobs is harmless");
}

void checkCells(const JobVerdictsPtr &verdicts)
{
    const JobTroublesPtr troubles = troublesOf(*verdicts, readAt);
    for (std::size_t job = 0; job < verdicts->input().jobs.size(); ++job) {
        for (int column = 0; column < static_cast<int>(JobColumn::Count); ++column) {
            const QString text = jobCellText(*verdicts, *troubles, job, static_cast<JobColumn>(column), readAt);
            requireHarmless(text, "cells of jobs are harmless");
            require(!text.contains(u'\n'), "a cell has one line");
        }
        requireHarmless(jobDeadlineText(*verdicts, job, readAt), "what GitLab will do to a job is said harmlessly");
    }
}

void checkPast(const std::vector<JobPtr> &jobs)
{
    using namespace std::chrono_literals;
    const Period period{readAt - 1h, readAt};
    const auto samples = reconstruct({jobs, readAt, {}, {}}, period, 1min);
    require(samples.size() <= 61, "a time has no more moments than it has");
    for (const QueueSample &sample : samples) {
        const auto most = static_cast<qint64>(jobs.size());
        require(sample.all.pending >= 0 && sample.all.pending <= most, "no more jobs wait than there are");
        require(sample.all.running >= 0 && sample.all.running <= most, "no more jobs run than there are");
    }
}

/// \a connection: the value of "jobs"; \a runners: that of "runners".
void checkJobs(JsonValue connection, JsonValue runners, RunnerDecoder &decoder)
{
    JobDecoder jobs(instance);
    const JobPage page = jobs.page(connection);
    const auto nodes = connection.value(Key("nodes")).size();
    require(static_cast<qsizetype>(page.jobs.size()) + page.unreadable == nodes, "no job is lost unsaid");
    require(!page.count || *page.count >= 0, "counts are not negative");
    JobCardDecoder cards(decoder, instance);
    FleetPtr fleet = cards.offered(runners, readAt);
    if (!fleet)
        fleet = std::make_shared<const Fleet>();
    const auto once = eachOnce(page.jobs);
    const JobVerdictsPtr verdicts = judgeJobs({fleet, once, {}, {}, once});
    checkReport(verdicts);
    checkCells(verdicts);
    checkPast(page.jobs);
}

void checkTaken(JsonValue connection, JsonValue list)
{
    JobDecoder decoder(instance);
    TakenJobs taken{{instance, 1}, false, {}, true, readAt};
    for (const JobPtr &job : decoder.page(connection).jobs)
        taken.runs.push_back({job, {}, job->name});
    for (const JsonValue entry : list) {
        if (const JobPtr job = decoder.restJob(entry))
            taken.runs.push_back({job, job->name, {}});
    }
    requireHarmless(runnerJobsText(taken, terminalWidth), "jobs of a runner are harmless");
    const QJsonDocument json(runnerJobsJson(taken));
    requireHarmless(QString::fromUtf8(jsonText(json)), "jobs of a runner are harmless for scripts");
}

void checkWords(const JobCard &card)
{
    const auto wait = waitWords(card);
    const auto sections = jobCardSections(card, wait);
    require(!sections.empty(), "a card says something");
    for (const JobCardSection &section : sections) {
        require(!section.heading.isEmpty() && !section.facts.empty(), "a section says something");
        for (const JobCardFact &fact : section.facts) {
            require(!fact.lines.isEmpty(), "a fact says something");
            for (const QString &line : fact.lines)
                requireHarmless(line, "facts are harmless");
        }
    }
    requireHarmless(jobCardText(sections, terminalWidth), "a card is harmless on a terminal");
    requireHarmless(
        jobCardMarkdown(card, wait, QStringLiteral("https://gitlab.example.com")), "a card is harmless in a ticket");
    requireHarmless(
        QString::fromUtf8(jsonText(QJsonDocument(jobCardJson(card, wait)))), "a card is harmless for scripts");
}

/// \a data: as the query JobCard names it; \a rest: what REST tells of the same job.
void checkCard(JsonValue data, JsonValue rest, RunnerDecoder &decoder)
{
    JobCardDecoder cards(decoder, instance);
    const JsonValue project = data.value(Key("project"));
    auto card = cards.card(project, readAt);
    if (!card)
        return;
    checkWords(*card);
    if (rest.value(Key("job")).isObject())
        cards.complete(*card, rest.value(Key("job")));
    card->people = cards.people(data.value(Key("people")));
    card->sameName = cards.runsNamed(card->job->name, data.value(Key("jobs")));
    card->before = cards.hostJobs(rest.value(Key("list")));
    card->offered = cards.offered(data.value(Key("runners")), readAt);
    card->botHome.emplace();
    cards.fillHome(*card->botHome, rest.value(Key("members")), 1);
    checkWords(*card);
}

} // namespace

void jobs(const QByteArray &input)
{
    const auto document = JsonDocument::parse(input, deepestNesting);
    if (!document.isValid())
        return;
    const JsonValue data = document.root().value(Key("data"));
    const JsonValue rest = document.root().value(Key("rest"));
    RunnerDecoder decoder(instance);
    checkJobs(data.value(Key("jobs")), data.value(Key("runners")), decoder);
    checkTaken(data.value(Key("jobs")), rest.value(Key("list")));
    checkCard(data, rest, decoder);
}

} // namespace Runnerscope::Fuzz
