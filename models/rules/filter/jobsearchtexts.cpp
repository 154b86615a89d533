// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/jobsearchtexts.h"

#include "models/rules/filter/filterchoices.h"
#include "models/rules/filter/filterterms.h"
#include "models/rules/jobs/jobwording.h"

namespace Runnerscope {

namespace {

class SearchableJobs
{
public:
    explicit SearchableJobs(const JobVerdicts &verdicts) :
        m_verdicts(verdicts),
        m_sentences(verdicts.requests().size())
    {
    }

    FoldedTexts make()
    {
        m_texts.reserve(m_verdicts.input().jobs.size());
        for (std::size_t job = 0; job < m_verdicts.input().jobs.size(); ++job) {
            add(*m_verdicts.input().jobs[job]);
            addReason(job);
            m_texts.endEntry();
        }
        return std::move(m_texts);
    }

private:
    void add(const Job &job)
    {
        m_texts.add(QString(u'#' + QString::number(job.id.number)));
        for (const QString *text : {&job.name, &job.stage, &job.ref})
            m_texts.add(*text);
        for (const QString &tag : job.tags)
            m_texts.add(tag);
        if (job.project)
            m_texts.add(job.project->fullPath);
        if (job.user) {
            m_texts.add(job.user->username);
            m_texts.add(job.user->name);
        }
        addRunner(job);
        if (const FilterChoice *status = choiceOf(FilterField::JobStatus, static_cast<int>(job.status))) {
            m_texts.add(QString(status->word));
            m_texts.add(Wording::FilterTerms::choice(FilterField::JobStatus, status->word));
        }
    }

    void addRunner(const Job &job)
    {
        if (!job.runner)
            return;
        m_texts.add(QString(u'#' + QString::number(job.runner->number)));
        if (const FleetRow *row = m_verdicts.fleet().find(*job.runner))
            m_texts.add(row->runner->description);
    }

    /// The same sentence for all jobs that ask the same.
    void addReason(std::size_t job)
    {
        if (m_verdicts.input().jobs[job]->status != JobStatus::Pending)
            return;
        const quint32 request = m_verdicts.requestOfJob(job);
        if (request == JobVerdicts::none)
            return m_texts.add(JobWording::sentence(m_verdicts, job));
        QString &sentence = m_sentences[request];
        if (sentence.isEmpty())
            sentence = JobWording::sentence(m_verdicts, job);
        m_texts.add(sentence);
    }

    const JobVerdicts &m_verdicts;
    std::vector<QString> m_sentences; ///< by request
    FoldedTexts m_texts;
};

} // namespace

FoldedTexts jobSearchTexts(const JobVerdicts &verdicts)
{
    return SearchableJobs(verdicts).make();
}

} // namespace Runnerscope
