// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/matchwording.h"

#include "models/rules/jobs/shortname.h"
#include "models/rules/namelist.h"

#include <QCoreApplication>

namespace Runnerscope::MatchWording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::MatchWording)
};

QString scope(ScopeReason reason)
{
    switch (reason) {
    case ScopeReason::Serves:
        return Tr::tr("The runner serves the project.");
    case ScopeReason::OtherInstance:
        return Tr::tr("The runner belongs to another GitLab.");
    case ScopeReason::InstanceRunnersOff:
        return Tr::tr("The project does not allow instance runners.");
    case ScopeReason::GroupRunnersOff:
        return Tr::tr("The project does not allow group runners.");
    case ScopeReason::OtherGroup:
        return Tr::tr("The project does not lie in the runner's group.");
    case ScopeReason::OtherProject:
        return Tr::tr("The runner is not assigned to the project.");
    case ScopeReason::JobNotReadable:
        return Tr::tr("You may not read which project the job belongs to.");
    case ScopeReason::InstanceSettingNotKnown:
        return Tr::tr("It is not known whether the project allows instance runners.");
    case ScopeReason::GroupSettingNotKnown:
        return Tr::tr("It is not known whether the project allows group runners.");
    case ScopeReason::GroupNotKnown:
        return Tr::tr("It is not known to which group the runner belongs.");
    case ScopeReason::AssignmentsNotKnown:
        return Tr::tr("It is not known whether the runner is assigned to the project.");
    case ScopeReason::TypeNotKnown:
        break;
    }
    return Tr::tr("It is not known of which type the runner is.");
}

QString missingTags(const QStringList &tags)
{
    const QString names = nameList(shortNames(tags));
    return tags.size() == 1 ? Tr::tr("The runner lacks the tag %1.").arg(names)
                            : Tr::tr("The runner lacks the tags %1.").arg(names);
}

QString tags(const RunnerMatch &match, const JobRequest &request)
{
    switch (match.of(MatchCondition::Tags)) {
    case MatchResult::Met:
        return request.tags.isEmpty() ? Tr::tr("The job has no tags, and the runner takes such jobs.")
                                      : Tr::tr("The runner has all tags of the job.");
    case MatchResult::NotMet:
        return request.tags.isEmpty() ? Tr::tr("The job has no tags, and the runner takes only jobs with tags.")
                                      : missingTags(match.missingTags);
    case MatchResult::Unknown:
        break;
    }
    return Tr::tr("You may not read which tags the job has.");
}

/// Of a runner that is protected GitLab does not tell whether the ref of a job is.
QString protection(MatchResult result)
{
    return result == MatchResult::Met
        ? Tr::tr("The runner takes jobs of all refs.")
        : Tr::tr("The runner is protected, or may be: it takes the job if its ref is protected.");
}

QString isMet(MatchResult result, const QString &met, const QString &notMet)
{
    return result == MatchResult::Met ? met : notMet;
}

QStringList reasonsFor(MatchResult wanted, const RunnerMatch &match, const JobRequest &request)
{
    QStringList reasons;
    for (const MatchCondition condition :
        {MatchCondition::Scope, MatchCondition::Tags, MatchCondition::Protection, MatchCondition::NotPaused}) {
        if (match.of(condition) == wanted)
            reasons.append(reason(condition, match, request));
    }
    return reasons;
}

} // namespace

QString reason(MatchCondition condition, const RunnerMatch &match, const JobRequest &request)
{
    const MatchResult result = match.of(condition);
    switch (condition) {
    case MatchCondition::Scope:
        return scope(match.scope);
    case MatchCondition::Protection:
        return protection(result);
    case MatchCondition::Tags:
        return tags(match, request);
    case MatchCondition::NotPaused:
        return isMet(result, Tr::tr("The runner is not paused."), Tr::tr("The runner is paused."));
    case MatchCondition::Online:
        break;
    }
    return isMet(result, Tr::tr("The runner is online."), Tr::tr("The runner is not online."));
}

QString obstacles(const RunnerMatch &match, const JobRequest &request)
{
    const QStringList unmet = reasonsFor(MatchResult::NotMet, match, request);
    return (unmet.isEmpty() ? reasonsFor(MatchResult::Unknown, match, request) : unmet).join(u' ');
}

} // namespace Runnerscope::MatchWording
