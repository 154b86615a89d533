// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/jobreport.h"

#include "app/report/csv.h"
#include "app/report/enumnames.h"
#include "app/report/recordcsv.h"
#include "app/report/runnerjson.h"
#include "models/rules/jobs/jobrunners.h"
#include "models/rules/jobs/jobwait.h"
#include "models/rules/jobs/jobwording.h"
#include "models/rules/jobs/matchwording.h"

#include <QHash>
#include <QJsonObject>

namespace Runnerscope {

namespace {

QJsonValue numberJson(qint64 number)
{
    return number == 0 ? QJsonValue() : QJsonValue(number);
}

QJsonObject jobJson(const Job &job, const Fleet &fleet, ServerTime now)
{
    const FleetRow *row = job.runner ? fleet.find(*job.runner) : nullptr;
    return {
        {QStringLiteral("id"), job.id.number},
        {QStringLiteral("name"), job.name},
        {QStringLiteral("status"), EnumNames::jobStatus(job.status)},
        {QStringLiteral("project"), job.project ? textJson(job.project->fullPath) : QJsonValue()},
        {QStringLiteral("stage"), textJson(job.stage)},
        {QStringLiteral("ref"), textJson(job.ref)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(job.tags)},
        {QStringLiteral("startedBy"), job.user ? textJson(job.user->username) : QJsonValue()},
        {QStringLiteral("queuedAt"), timeJson(job.queuedAt)},
        {QStringLiteral("startedAt"), timeJson(job.startedAt)},
        {QStringLiteral("waitedSeconds"), secondsJson(waitedFor(job, now))},
        {QStringLiteral("runningSeconds"), secondsJson(ranFor(job, now))},
        {QStringLiteral("runner"), job.runner ? QJsonValue(job.runner->number) : QJsonValue()},
        {QStringLiteral("runnerDescription"), row ? textJson(row->runner->description) : QJsonValue()},
        {QStringLiteral("manager"), numberJson(job.manager)},
        {QStringLiteral("pipeline"), numberJson(job.pipeline)},
        {QStringLiteral("webPath"), textJson(job.webPath)},
    };
}

/// The runners that matter for what jobs ask: the same for all that ask the same.
class Reasons
{
public:
    explicit Reasons(const JobVerdicts &verdicts) :
        m_verdicts(verdicts)
    {
    }

    void add(QJsonObject &record, std::size_t job)
    {
        record.insert(QStringLiteral("verdict"),
            QJsonObject{{QStringLiteral("code"), jobVerdictName(m_verdicts.code(job)).toString()},
                {QStringLiteral("sentence"), JobWording::sentence(m_verdicts, job)}});
        const RequestVerdict *verdict = m_verdicts.verdictOf(job);
        const Lists lists = verdict ? listsOf(m_verdicts.requestOfJob(job)) : Lists();
        record.insert(QStringLiteral("candidates"), lists.candidates);
        record.insert(QStringLiteral("candidateCount"), verdict ? verdict->candidateCount : 0);
        record.insert(QStringLiteral("nearMisses"), lists.nearMisses);
        record.insert(QStringLiteral("nearMissCount"), verdict ? verdict->nearMissCount : 0);
    }

private:
    struct Lists
    {
        QJsonArray candidates;
        QJsonArray nearMisses;
    };

    Lists listsOf(quint32 request)
    {
        auto known = m_known.find(request);
        if (known == m_known.end()) {
            const JobRunners runners = runnersFor(m_verdicts, request);
            Lists lists;
            for (const JobRunner &one : runners.candidates)
                lists.candidates.append(runnerOf(one, request));
            for (const JobRunner &one : runners.nearMisses)
                lists.nearMisses.append(runnerOf(one, request));
            known = m_known.insert(request, lists);
        }
        return *known;
    }

    /// Of a candidate the reason is what cannot be known of it.
    QJsonObject runnerOf(const JobRunner &one, quint32 request) const
    {
        const FleetRow &row = m_verdicts.fleet().rows[one.row];
        const JobRequest &asked = m_verdicts.requests()[request].request;
        return {
            {QStringLiteral("id"), row.runner->id.number},
            {QStringLiteral("description"), row.runner->description},
            {QStringLiteral("status"), EnumNames::status(row.status)},
            {QStringLiteral("paused"), row.runner->paused},
            {QStringLiteral("reason"), textJson(MatchWording::obstacles(one.match, asked))},
        };
    }

    const JobVerdicts &m_verdicts;
    QHash<quint32, Lists> m_known;
};

} // namespace

QJsonArray jobsJson(const JobReport &report)
{
    Reasons reasons(report.verdicts);
    QJsonArray array;
    for (const quint32 job : report.jobs) {
        QJsonObject record = jobJson(*report.verdicts.input().jobs[job], report.verdicts.fleet(), report.now);
        if (report.why)
            reasons.add(record, job);
        array.append(record);
    }
    return array;
}

QString jobsCsv(const JobReport &report)
{
    QStringList columns{QStringLiteral("id"), QStringLiteral("project"), QStringLiteral("name"),
        QStringLiteral("status"), QStringLiteral("stage"), QStringLiteral("ref"), QStringLiteral("tags"),
        QStringLiteral("startedBy"), QStringLiteral("queuedAt"), QStringLiteral("startedAt"),
        QStringLiteral("waitedSeconds"), QStringLiteral("runningSeconds"), QStringLiteral("runner"),
        QStringLiteral("runnerDescription"), QStringLiteral("manager")};
    if (report.why)
        columns += {QStringLiteral("code"), QStringLiteral("sentence"), QStringLiteral("candidateCount"),
            QStringLiteral("nearMissCount")};
    columns += {QStringLiteral("pipeline"), QStringLiteral("webPath")};
    QString text = csvLine(columns);
    for (const auto &value : jobsJson(report)) {
        QJsonObject record = value.toObject();
        const QJsonObject verdict = record.value(QLatin1String("verdict")).toObject();
        record.insert(QStringLiteral("code"), verdict.value(QLatin1String("code")));
        record.insert(QStringLiteral("sentence"), verdict.value(QLatin1String("sentence")));
        text += recordCsv(columns, record);
    }
    return text;
}

} // namespace Runnerscope
