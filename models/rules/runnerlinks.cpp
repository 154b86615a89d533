// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/runnerlinks.h"

#include "models/rules/filter/filterlexer.h"
#include "models/rules/ownerchain.h"
#include "models/rules/weblink.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::RunnerLinks)
};

/// Administrators have a page for every runner, owners one below the group or project.
QString pageOf(const Runner &runner, const RunnerDetails *details)
{
    if (details && !details->webUrl.isEmpty())
        return details->webUrl;
    const bool owned = runner.owner && !runner.owner->webUrl.isEmpty();
    return owned ? QStringLiteral("%1/-/runners/%2").arg(runner.owner->webUrl).arg(runner.id.number) : QString();
}

void addPage(std::vector<RunnerLink> &links, const QString &text, const QString &address, const QString &instance)
{
    if (const auto page = webLink(address, instance))
        links.push_back({text, *page, {}});
}

/// A group and everything below it; a project has nothing below.
QString filterFor(const OwnerLink &link, bool isProject)
{
    return isProject ? QStringLiteral("owner:%1").arg(link.fullPath)
                     : QStringLiteral("owner:%1,%1/*").arg(link.fullPath);
}

void addPlaces(std::vector<RunnerLink> &links, const Runner &runner, const OwnerChain &chain)
{
    for (std::size_t i = chain.size(); i-- > 0;) {
        if (needsQuotes(chain[i].fullPath))
            continue; // no path of GitLab, where they are of letters, digits and - _ .
        const bool isProject = i + 1 == chain.size() && runner.owner->kind == OwnerKind::Project;
        const QString path = Wording::oneLine(chain[i].fullPath);
        links.push_back({isProject ? Tr::tr("Runners of %1", "a project").arg(path)
                                   : Tr::tr("Runners of %1 and below", "a group").arg(path),
            {}, filterFor(chain[i], isProject)});
    }
}

} // namespace

std::vector<RunnerLink> runnerLinks(const Runner &runner, const RunnerDetails *details, const QString &instance)
{
    std::vector<RunnerLink> links;
    addPage(links, Tr::tr("Runner in GitLab"), pageOf(runner, details), instance);
    if (runner.owner)
        addPage(links, Tr::tr("Owner in GitLab"), runner.owner->webUrl, instance);
    if (runner.creator)
        addPage(links, Tr::tr("Creator in GitLab"), runner.creator->webUrl, instance);
    if (runner.owner)
        addPlaces(links, runner,
            details && !details->ownerChain.empty() ? details->ownerChain : chainFromPath(*runner.owner));
    if (runner.creator && !runner.creator->username.isEmpty())
        links.push_back({Tr::tr("Runners created by %1").arg(Wording::oneLine(runner.creator->username)), {},
            QStringLiteral("created-by:")
                + (needsQuotes(runner.creator->username) ? quoted(runner.creator->username)
                                                         : runner.creator->username)});
    return links;
}

} // namespace Runnerscope
