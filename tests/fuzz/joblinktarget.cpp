// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/joblink.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

#include <algorithm>

namespace Runnerscope::Fuzz {

namespace {

bool isPath(const QString &text)
{
    const auto may = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringLiteral("_.-/").contains(c));
    };
    return std::ranges::all_of(text, may) && !text.startsWith(u'/') && !text.contains(QLatin1String("//"))
        && !text.contains(QLatin1String("/../")) && !text.endsWith(QLatin1String("/.."));
}

void checkReference(const JobReference &job)
{
    require(job.number > 0 && job.projectNumber >= 0, "jobs and projects have numbers above 0");
    require(job.projectPath.isEmpty() || job.projectNumber == 0, "a project is named once");
    require(isPath(job.projectPath), "the path of a project leads nowhere else");
    if (job.projectPath.isEmpty())
        return;
    const QString name = job.projectPath + u'#' + QString::number(job.number);
    require(parseJobLink(name, {}) == JobLink(job), "what was named can be named again");
}

} // namespace

void joblink(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    for (const QString &instance :
        {QString(), QStringLiteral("https://git.example.com"), QStringLiteral("https://git.example.com:8443/gitlab")}) {
        const JobLink link = parseJobLink(text, instance);
        if (const auto *job = std::get_if<JobReference>(&link))
            checkReference(*job);
        else
            require(std::get<JobLinkTrouble>(link).host.size() <= 300, "complaints are short");
    }
    looksLikeJobLink(text);
}

} // namespace Runnerscope::Fuzz
