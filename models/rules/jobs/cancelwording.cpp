// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/cancelwording.h"

#include "models/rules/markdowntext.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Runnerscope::CancelWording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CancelWording)
};

QString runningSentence(const CancelPreview &preview)
{
    if (preview.running == 0)
        return {};
    const QString longest = preview.longestRun ? Wording::longAge(*preview.longestRun) : QString();
    if (preview.running == 1)
        return longest.isEmpty() ? Tr::tr("One runs; what it has done so far is lost.")
                                 : Tr::tr("One runs, for %1 so far; what it has done is lost.").arg(longest);
    const QString count = Wording::count(preview.running);
    return longest.isEmpty()
        ? Tr::tr("%1 run; what they have done so far is lost.").arg(count)
        : Tr::tr("%1 run, one of them for %2 so far; what they have done is lost.").arg(count, longest);
}

QString waitingSentence(const CancelPreview &preview)
{
    if (preview.waiting == 0)
        return {};
    return preview.waiting == 1 ? Tr::tr("One waits and will never start.")
                                : Tr::tr("%1 wait and will never start.").arg(Wording::count(preview.waiting));
}

/// Nothing to say of jobs of one project and one person.
QString reachSentence(const CancelPreview &preview)
{
    const QString projects = Wording::count(preview.projects);
    const QString people = Wording::count(preview.people);
    if (preview.projects > 1 && preview.people > 1)
        return Tr::tr("They belong to %1 projects and were started by %2 people.").arg(projects, people);
    if (preview.projects > 1)
        return Tr::tr("They belong to %1 projects.").arg(projects);
    return preview.people > 1 ? Tr::tr("They were started by %1 people.").arg(people) : QString();
}

QString leftOut(qint64 count, const QString &one, const QString &several)
{
    return count == 0 ? QString() : count == 1 ? one : several.arg(Wording::count(count));
}

struct Part
{
    CancelFate fate;
    QString one;
    QString several;
};

std::array<Part, 8> parts()
{
    return {{
        {CancelFate::Canceled, Tr::tr("1 is canceled"), Tr::tr("%1 are canceled")},
        {CancelFate::Canceling, Tr::tr("1 was told to stop"), Tr::tr("%1 were told to stop")},
        {CancelFate::AlreadyEnded, Tr::tr("1 had ended before"), Tr::tr("%1 had ended before")},
        {CancelFate::Unchanged, Tr::tr("GitLab let 1 go on"), Tr::tr("GitLab let %1 go on")},
        {CancelFate::Refused, Tr::tr("GitLab refused 1"), Tr::tr("GitLab refused %1")},
        {CancelFate::Failed, Tr::tr("1 failed"), Tr::tr("%1 failed")},
        {CancelFate::Unconfirmed, Tr::tr("of 1 it is not known"), Tr::tr("of %1 it is not known")},
        {CancelFate::NotTried, Tr::tr("1 was not tried"), Tr::tr("%1 were not tried")},
    }};
}

bool has(std::span<const JobCancelOutcome> outcomes, CancelFate fate)
{
    return std::ranges::find(outcomes, fate, &JobCancelOutcome::fate) != outcomes.end();
}

QString fateWord(CancelFate fate)
{
    switch (fate) {
    case CancelFate::Canceled:
        return Tr::tr("canceled", "a job");
    case CancelFate::Canceling:
        return Tr::tr("told to stop", "a job");
    case CancelFate::AlreadyEnded:
        return Tr::tr("had ended before", "a job");
    case CancelFate::Unchanged:
        return Tr::tr("goes on: GitLab left it as it is", "a job");
    case CancelFate::Refused:
        return Tr::tr("refused: it is not yours to cancel, or gone", "a job");
    case CancelFate::Failed:
        return Tr::tr("failed, nothing has changed", "a job");
    case CancelFate::Unconfirmed:
        return Tr::tr("not known: the answer was lost", "a job");
    case CancelFate::NotTried:
        break;
    }
    return Tr::tr("not tried", "a job");
}

} // namespace

QString question(const CancelPreview &preview)
{
    const auto count = static_cast<qint64>(preview.jobs.size());
    if (count == 0)
        return Tr::tr("None of these jobs can be canceled.");
    return count == 1 ? Tr::tr("Cancel this job?") : Tr::tr("Cancel %1 jobs?").arg(Wording::count(count));
}

QStringList effects(const CancelPreview &preview)
{
    QStringList sentences{runningSentence(preview), waitingSentence(preview), reachSentence(preview),
        leftOut(preview.canceling, Tr::tr("One more is left out: it is being canceled already."),
            Tr::tr("%1 more are left out: they are being canceled already.")),
        leftOut(preview.notCancelable, Tr::tr("One more is left out: GitLab says that it cannot be canceled."),
            Tr::tr("%1 more are left out: GitLab says that they cannot be canceled.")),
        leftOut(preview.gone, Tr::tr("One more is left out: it neither waits nor runs any more."),
            Tr::tr("%1 more are left out: they neither wait nor run any more."))};
    sentences.removeAll(QString());
    return sentences;
}

QString fate(const JobCancelOutcome &outcome)
{
    const QString word = fateWord(outcome.fate);
    if (!outcome.message.isEmpty())
        return Tr::tr("%1: %2", "what became of a job, what GitLab says")
            .arg(Tr::tr("refused", "a job"), Wording::oneLine(outcome.message));
    if (outcome.error)
        return Tr::tr("%1. %2", "what became of a job, a sentence")
            .arg(word, explain(*outcome.error, Retry::Never).sentence);
    return word;
}

QString summary(std::span<const JobCancelOutcome> outcomes)
{
    QStringList said;
    for (const Part &part : parts()) {
        const auto count = std::ranges::count(outcomes, part.fate, &JobCancelOutcome::fate);
        if (count > 0)
            said.append(count == 1 ? part.one : part.several.arg(Wording::count(count)));
    }
    const auto all = static_cast<qint64>(outcomes.size());
    if (std::ranges::count(outcomes, CancelFate::Canceled, &JobCancelOutcome::fate) == all)
        return all == 1 ? Tr::tr("The job is canceled.") : Tr::tr("All %1 jobs are canceled.").arg(Wording::count(all));
    const QString subject = all == 1 ? Tr::tr("1 job") : Tr::tr("%1 jobs").arg(Wording::count(all));
    return Tr::tr("%1: %2.", "how many jobs, what became of them").arg(subject, said.join(QStringLiteral(", ")));
}

QString remedy(std::span<const JobCancelOutcome> outcomes)
{
    QStringList sentences;
    const auto reason =
        std::ranges::find_if(outcomes, [](const JobCancelOutcome &outcome) { return outcome.error.has_value(); });
    if (reason != outcomes.end()) {
        const ErrorWords words = explain(*reason->error, Retry::Never);
        sentences.append(words.sentence + u' ' + words.remedy);
    }
    if (has(outcomes, CancelFate::Refused))
        sentences.append(Tr::tr("Canceling takes the scope api and the role Developer in the project, or Maintainer "
                                "where the branch is protected."));
    if (has(outcomes, CancelFate::Unconfirmed))
        sentences.append(Tr::tr("The list of jobs shows what became of those that are not known."));
    return sentences.join(u' ');
}

bool isOver(const JobCancelOutcome &outcome)
{
    return outcome.fate == CancelFate::Canceled || outcome.fate == CancelFate::Canceling
        || outcome.fate == CancelFate::AlreadyEnded;
}

QString reportMarkdown(std::span<const JobPtr> jobs, std::span<const JobCancelOutcome> outcomes)
{
    QString text = markdownText(summary(outcomes)) + u"\n\n";
    for (std::size_t i = 0; i < jobs.size() && i < outcomes.size(); ++i) {
        const Job &job = *jobs[i];
        const QString place = job.project ? job.project->fullPath : Tr::tr("project not readable");
        const QString name = place + u'#' + QString::number(job.id.number) + u' ' + job.name;
        text += u"- " + markdownText(Wording::oneLine(name)) + u": " + markdownText(fate(outcomes[i])) + u'\n';
    }
    return text;
}

} // namespace Runnerscope::CancelWording
