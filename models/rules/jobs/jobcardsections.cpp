// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobcardsections.h"

#include "models/rules/jobs/jobcardpeople.h"
#include "models/rules/jobs/jobcardwording.h"
#include "models/rules/jobs/jobverdicts.h"
#include "models/rules/jobs/jobwording.h"
#include "models/rules/markdowntext.h"
#include "models/rules/status.h"
#include "models/rules/weblink.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::JobCard)
};

/// Leaves out what has nothing to say.
class Section
{
public:
    explicit Section(const QString &heading) { m_section.heading = heading; }

    void add(const QString &caption, const QString &text) { add(caption, QStringList{text}); }
    void add(const QString &caption, QStringList lines)
    {
        lines.removeAll(QString());
        if (!lines.isEmpty())
            m_section.facts.push_back({caption, std::move(lines)});
    }
    void addTo(std::vector<JobCardSection> &sections)
    {
        if (!m_section.facts.empty())
            sections.push_back(std::move(m_section));
    }

private:
    JobCardSection m_section;
};

QString exact(OptionalTime time)
{
    return time ? Wording::exactTime(*time) : QString();
}

QString numbered(qint64 number)
{
    return number > 0 ? QString(u'#' + QString::number(number)) : QString();
}

QString whoStarted(const JobCard &card)
{
    return card.startedBy ? Tr::tr("%1 (@%2)", "name, user name")
                                .arg(Wording::oneLine(card.startedBy->name), Wording::oneLine(card.startedBy->username))
                          : QString();
}

/// Nothing where the first is missing.
QString joined(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? first : Tr::tr("%1, %2", "a time, a duration").arg(first, second);
}

QString pipelineLine(const Job &job)
{
    QStringList parts{numbered(job.pipeline)};
    if (!job.stage.isEmpty())
        parts.append(Tr::tr("stage %1").arg(Wording::oneLine(job.stage)));
    if (!job.ref.isEmpty())
        parts.append(Tr::tr("branch or tag %1").arg(Wording::oneLine(job.ref)));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void addJob(std::vector<JobCardSection> &sections, const JobCard &card)
{
    const Job &job = *card.job;
    Section section(Tr::tr("Job"));
    section.add(Tr::tr("Job"),
        Tr::tr("%1 #%2", "name, number").arg(JobCardWording::title(job), QString::number(job.id.number)));
    section.add(Tr::tr("Status"), {JobCardWording::status(job.status), JobCardWording::failure(job)});
    section.add(Tr::tr("Project"),
        job.project ? Wording::oneLine(job.project->fullPath) : Tr::tr("not readable with this token"));
    section.add(Tr::tr("Pipeline"), pipelineLine(job));
    section.add(Tr::tr("Tags"), Wording::oneLine(job.tags.join(QStringLiteral(", "))));
    section.add(Tr::tr("Started by"), whoStarted(card));
    const QString waited = JobCardWording::waited(job, card.readAt);
    const QString ran = JobCardWording::ran(job, card.readAt);
    section.add(
        Tr::tr("Queued"), joined(exact(job.queuedAt), waited.isEmpty() ? waited : Tr::tr("waited %1").arg(waited)));
    section.add(Tr::tr("Started", "a job"),
        joined(exact(job.startedAt), job.finishedAt || ran.isEmpty() ? QString() : Tr::tr("runs for %1").arg(ran)));
    section.add(Tr::tr("Finished", "a job"),
        joined(exact(job.finishedAt), ran.isEmpty() ? ran : Tr::tr("ran for %1").arg(ran)));
    section.addTo(sections);
}

void addWait(std::vector<JobCardSection> &sections, const std::optional<JobWaitWords> &wait)
{
    if (!wait)
        return;
    Section section(Tr::tr("Why it waits"));
    section.add({}, wait->verdict);
    section.add(Tr::tr("Place"), wait->place);
    section.add({}, wait->remarks);
    section.addTo(sections);
}

void addHost(std::vector<JobCardSection> &sections, const JobCard &card)
{
    Section section(Tr::tr("Host"));
    section.add({}, JobCardWording::host(card));
    if (card.manager) {
        const RunnerManager &host = *card.manager;
        section.add(Tr::tr("Address"), Wording::oneLine(host.ipAddress));
        section.add(Tr::tr("System ID"), Wording::oneLine(host.systemId));
        section.add(Tr::tr("Version"), Wording::oneLine(host.version));
        section.add(Tr::tr("Executor"), Wording::oneLine(host.executor));
        section.add(Tr::tr("Platform"), Wording::oneLine(Wording::platform(host)));
        section.add(Tr::tr("Contact"), Wording::contact(host.contactedAt, card.readAt));
    }
    section.addTo(sections);
}

QString runnerLine(const JobCard &card)
{
    const Runner &runner = *card.runner;
    const QString type = Wording::type(runner.type);
    const QString name = Wording::oneLine(Wording::displayName(runner));
    if (card.fate != JobRunnerFate::Known)
        return Tr::tr("%1 #%2, %3", "name, number, type").arg(name, QString::number(runner.id.number), type);
    return Tr::tr("%1 #%2, %3, %4", "name, number, type, state")
        .arg(name, QString::number(runner.id.number), type,
            Wording::state(statusOf(runner, card.readAt), runner.paused));
}

void addRunner(std::vector<JobCardSection> &sections, const JobCard &card)
{
    Section section(Tr::tr("Runner"));
    if (card.runner)
        section.add(Tr::tr("Runner"), runnerLine(card));
    section.add({}, JobCardWording::runner(card));
    if (card.fate == JobRunnerFate::Known) {
        section.add(Tr::tr("Registered by"),
            {Wording::oneLine(Wording::creatorSentence(*card.runner)), JobCardWording::botHome(card)});
        section.add(Tr::tr("Belongs to"), JobCardWording::owner(card));
        QStringList people{JobCardWording::nobody(card)};
        for (const PlaceMember &member : responsiblePeople(card.people))
            people.append(JobCardWording::person(member));
        section.add(Tr::tr("Who answers for it"), people);
    }
    section.addTo(sections);
}

QStringList neighbours(const JobRuns &runs, ServerTime now)
{
    QStringList lines;
    for (const JobRun &run : runs.runs)
        lines.append(JobCardWording::neighbour(run, now));
    return lines.isEmpty() ? QStringList{JobCardWording::noNeighbours(runs.reach)} : lines;
}

void addNeighbours(std::vector<JobCardSection> &sections, const JobCard &card)
{
    if (!card.runner || !card.job->startedAt)
        return;
    Section section(Tr::tr("The same host"));
    section.add(Tr::tr("Before"), neighbours(card.before, card.readAt));
    section.add(Tr::tr("After"), neighbours(card.after, card.readAt));
    section.addTo(sections);
}

void addSiblings(std::vector<JobCardSection> &sections, const JobCard &card)
{
    if (card.sameName.reach == CardReach::NotAsked)
        return;
    Section section(Tr::tr("The same job elsewhere"));
    section.add({}, JobCardWording::siblings(card));
    section.add({}, JobCardWording::shares(card));
    section.addTo(sections);
}

/// What GitLab lists for a project is what the project allows.
JobPtr allowing(const JobPtr &job)
{
    JobProject project = *job->project;
    project.instanceRunnersEnabled = project.instanceRunnersEnabled.value_or(true);
    project.groupRunnersEnabled = project.groupRunnersEnabled.value_or(true);
    Job copy = *job;
    copy.project = std::make_shared<const JobProject>(std::move(project));
    return std::make_shared<const Job>(std::move(copy));
}

JobWaitWords judged(const JobCard &card)
{
    JobVerdictInput input{card.offered, {allowing(card.job)}, {}, {}};
    if (!card.offered->source.demo) {
        for (const FleetRow &row : card.offered->rows)
            input.assignments.add(row.runner->id, card.job->project->fullPath);
    }
    for (const FleetRow &row : card.offered->rows) {
        if (row.runner->jobExecution == JobExecution::Active)
            input.loads.byRunner.insert(row.runner->id, {1, 0}); // or more
    }
    const JobVerdictsPtr verdicts = judgeJobs(std::move(input));
    JobWaitWords words{JobWording::sentence(*verdicts, 0), {}, {}};
    if (const RequestVerdict *verdict = verdicts->verdictOf(0))
        words.remarks = JobWording::remarks(*verdict);
    const auto count = static_cast<qint64>(card.offered->rows.size());
    words.remarks.append(card.offered->coverage.kind == Coverage::Kind::Whole
            ? Tr::tr("Judged by the %1 runners that the project can use.").arg(Wording::count(count))
            : Tr::tr("Judged by the first %1 runners that the project can use; there are more.")
                  .arg(Wording::count(count)));
    words.remarks.append(JobWording::knownToServerOnly());
    return words;
}

} // namespace

std::optional<JobWaitWords> waitWords(const JobCard &card)
{
    if (card.offered && card.job->project)
        return judged(card);
    const auto state = verdictOfState(*card.job);
    if (state
        && (state == JobVerdictCode::Running || state == JobVerdictCode::Finished
            || state == JobVerdictCode::TriggerJob))
        return std::nullopt;
    if (state)
        return JobWaitWords{JobWording::sentence(*state, card.runner ? &*card.runner : nullptr), {}, {}};
    return JobWaitWords{card.offeredReach == CardReach::Failed
            ? Tr::tr("The runners of the project could not be read, so that nothing can be said of what it waits for. "
                     "Try again.")
            : Tr::tr("You may not see the runners of the project, so that nothing can be said of what it waits for."),
        {}, {}};
}

std::vector<JobCardSection> jobCardSections(const JobCard &card, const std::optional<JobWaitWords> &wait)
{
    std::vector<JobCardSection> sections;
    addJob(sections, card);
    addWait(sections, wait);
    addHost(sections, card);
    addRunner(sections, card);
    addNeighbours(sections, card);
    addSiblings(sections, card);
    return sections;
}

QString jobCardMarkdown(const JobCard &card, const std::optional<JobWaitWords> &wait, const QString &instance)
{
    const QString name = JobCardWording::title(*card.job) + u' ' + numbered(card.job->id.number);
    const auto page = webLink(card.webUrl, instance);
    QString text = QStringLiteral("### ") + (page ? markdownLink(name, *page) : markdownText(name)) + u'\n';
    for (const JobCardSection &section : jobCardSections(card, wait)) {
        text += QStringLiteral("\n**%1**\n\n").arg(markdownText(section.heading));
        for (const JobCardFact &fact : section.facts) {
            const QString caption =
                fact.caption.isEmpty() ? QString() : QStringLiteral("%1: ").arg(markdownText(fact.caption));
            for (qsizetype i = 0; i < fact.lines.size(); ++i)
                text += (i == 0 ? QStringLiteral("- ") + caption : QStringLiteral("  - ")) + markdownText(fact.lines[i])
                    + u'\n';
        }
    }
    text += u'\n' + markdownText(Tr::tr("As of %1.", "an exact time").arg(Wording::exactTime(card.readAt))) + u'\n';
    return text;
}

} // namespace Runnerscope
