// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterterms.h"

#include <QCoreApplication>

namespace Runnerscope::Wording::FilterTerms {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterWording)
};

using F = FilterField;

QString jobNoun(F field)
{
    switch (field) {
    case F::JobId:
        return Tr::tr("number", "a field of a job");
    case F::JobProject:
        return Tr::tr("project", "a field of a job");
    case F::JobGroup:
        return Tr::tr("group", "a field of a job");
    case F::JobName:
        return Tr::tr("name", "a field of a job");
    case F::JobStage:
        return Tr::tr("stage", "a field of a job");
    case F::JobRef:
        return Tr::tr("ref", "a field of a job");
    case F::JobTag:
        return Tr::tr("tag", "a field of a job");
    case F::JobUser:
        return Tr::tr("person", "a field of a job");
    case F::JobStatus:
        return Tr::tr("status", "a field of a job");
    case F::JobWaiting:
        return Tr::tr("waiting time", "a field of a job");
    case F::JobRunning:
        return Tr::tr("running time", "a field of a job");
    case F::JobQueued:
        return Tr::tr("time of queueing", "a field of a job");
    case F::JobRunner:
        return Tr::tr("runner", "a field of a job");
    case F::JobManager:
        return Tr::tr("manager", "a field of a job");
    case F::JobHost:
        return Tr::tr("host", "a field of a job");
    case F::JobWhy:
        return Tr::tr("reason", "a field of a job");
    case F::JobTrouble:
        return Tr::tr("trouble", "a field of a job");
    case F::JobCould:
        return Tr::tr("a runner that could take it", "a field of a job");
    default:
        return Tr::tr("word on protection", "a field of a job");
    }
}

} // namespace

QString noun(F field)
{
    switch (field) {
    case F::AnyText:
        return Tr::tr("text", "a field of a runner");
    case F::Name:
        return Tr::tr("name", "a field of a runner");
    case F::Id:
        return Tr::tr("number", "a field of a runner");
    case F::Token:
        return Tr::tr("token", "a field of a runner");
    case F::Note:
        return Tr::tr("note", "a field of a runner");
    case F::Tag:
        return Tr::tr("tag", "a field of a runner");
    case F::Owner:
        return Tr::tr("owner", "a field of a runner");
    case F::OwnerName:
        return Tr::tr("owner's name", "a field of a runner");
    case F::CreatedBy:
        return Tr::tr("creator", "a field of a runner");
    case F::CreatorState:
        return Tr::tr("state of the creator", "a field of a runner");
    case F::CreatorKind:
        return Tr::tr("kind of creator", "a field of a runner");
    case F::Method:
        return Tr::tr("method of creation", "a field of a runner");
    case F::CreationState:
        return Tr::tr("state of creation", "a field of a runner");
    case F::Status:
        return Tr::tr("status", "a field of a runner");
    case F::Type:
        return Tr::tr("type", "a field of a runner");
    case F::Access:
        return Tr::tr("access level", "a field of a runner");
    case F::Is:
        return Tr::tr("property", "a field of a runner");
    case F::Running:
        return Tr::tr("word on running jobs", "a field of a runner");
    case F::Created:
        return Tr::tr("time of creation", "a field of a runner");
    case F::Contact:
        return Tr::tr("contact", "a field of a runner");
    case F::Expires:
        return Tr::tr("expiry of the token", "a field of a runner");
    case F::Jobs:
        return Tr::tr("number of jobs", "a field of a runner");
    case F::Projects:
        return Tr::tr("number of projects", "a field of a runner");
    case F::Managers:
        return Tr::tr("number of hosts", "a field of a runner");
    case F::Timeout:
        return Tr::tr("job timeout", "a field of a runner");
    case F::Version:
        return Tr::tr("version", "a field of a runner");
    case F::Executor:
        return Tr::tr("executor", "a field of a runner");
    case F::Platform:
        return Tr::tr("platform", "a field of a runner");
    case F::Arch:
        return Tr::tr("architecture", "a field of a runner");
    case F::Ip:
        return Tr::tr("address", "a field of a runner");
    case F::SystemId:
        return Tr::tr("system id", "a field of a runner");
    case F::Revision:
        return Tr::tr("revision", "a field of a runner");
    default:
        return jobNoun(field);
    }
}

} // namespace Runnerscope::Wording::FilterTerms
