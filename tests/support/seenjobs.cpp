// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/seenjobs.h"

#include "tests/support/fleettext.h"

#include <QHash>

namespace Runnerscope::Test {

namespace {

using Projects = QHash<QString, std::shared_ptr<const JobProject>>;

JobStatus statusNamed(QStringView name)
{
    static const QHash<QString, JobStatus> names{{QStringLiteral("pending"), JobStatus::Pending},
        {QStringLiteral("running"), JobStatus::Running}, {QStringLiteral("canceling"), JobStatus::Canceling},
        {QStringLiteral("success"), JobStatus::Success}, {QStringLiteral("canceled"), JobStatus::Canceled},
        {QStringLiteral("created"), JobStatus::Created}};
    if (!names.contains(name.toString()))
        qFatal("no status: %s", qUtf8Printable(name.toString()));
    return names.value(name.toString());
}

ServerTime ago(QStringView word)
{
    const int number = word.chopped(1).toInt();
    const QChar unit = word.back();
    const int seconds = unit == u's' ? 1 : unit == u'm' ? 60 : unit == u'h' ? 3600 : 86400;
    return now - std::chrono::seconds(static_cast<qint64>(number) * seconds);
}

void takeWord(Job &job, QStringView word, Projects &projects)
{
    const qsizetype equals = word.indexOf(u'=');
    const QStringView key = equals < 0 ? word : word.left(equals);
    const QStringView value = equals < 0 ? QStringView() : word.mid(equals + 1);
    if (key == u"queued") {
        job.queuedAt = ago(value);
    } else if (key == u"started") {
        job.startedAt = ago(value);
    } else if (key == u"finished") {
        job.finishedAt = ago(value);
    } else if (key == u"tags") {
        job.tags = value.toString().split(u',');
    } else if (key == u"runner") {
        job.runner = RunnerId{job.id.instance, value.toLongLong()};
        job.manager = value.toLongLong() * 100;
    } else if (key == u"bridge") {
        job.kind = JobKind::Bridge;
    } else if (key == u"project") {
        auto &project = projects[value.toString()];
        if (!project)
            project = std::make_shared<const JobProject>(JobProject{projects.size(), value.toString(), {}, {}, {}, {}});
        job.project = project;
    } else {
        qFatal("no word for a job: %s", qUtf8Printable(word.toString()));
    }
}

} // namespace

std::vector<JobPtr> seenJobs(QStringView text)
{
    Projects projects;
    std::vector<JobPtr> all;
    for (const QStringView line : text.split(u'\n')) {
        const auto words = line.trimmed().split(u' ', Qt::SkipEmptyParts);
        if (words.size() < 2)
            continue;
        Job job;
        job.id = {InstanceId{1}, words[0].toLongLong()};
        job.kind = JobKind::Build;
        job.status = statusNamed(words[1]);
        for (const QStringView word : words.mid(2))
            takeWord(job, word, projects);
        all.push_back(std::make_shared<const Job>(std::move(job)));
    }
    return all;
}

} // namespace Runnerscope::Test
