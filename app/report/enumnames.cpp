// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/enumnames.h"

namespace Runnerscope::EnumNames {

QString status(RunnerStatus status)
{
    switch (status) {
    case RunnerStatus::Online:
        return QStringLiteral("online");
    case RunnerStatus::Offline:
        return QStringLiteral("offline");
    case RunnerStatus::Stale:
        return QStringLiteral("stale");
    case RunnerStatus::NeverContacted:
        break;
    }
    return QStringLiteral("never-contacted");
}

QJsonValue type(RunnerType type)
{
    switch (type) {
    case RunnerType::Instance:
        return QStringLiteral("instance");
    case RunnerType::Group:
        return QStringLiteral("group");
    case RunnerType::Project:
        return QStringLiteral("project");
    case RunnerType::Unknown:
        break;
    }
    return QJsonValue::Null;
}

QString creatorKind(CreatorKind kind)
{
    switch (kind) {
    case CreatorKind::Person:
        return QStringLiteral("person");
    case CreatorKind::Bot:
        return QStringLiteral("bot");
    case CreatorKind::Deleted:
        return QStringLiteral("deleted");
    case CreatorKind::RegistrationToken:
        return QStringLiteral("registration-token");
    case CreatorKind::NotReadable:
        break;
    }
    return QStringLiteral("not-readable");
}

QJsonValue creationMethod(CreationMethod method)
{
    switch (method) {
    case CreationMethod::RegistrationToken:
        return QStringLiteral("registration-token");
    case CreationMethod::AuthenticatedUser:
        return QStringLiteral("authenticated-user");
    case CreationMethod::Unknown:
        break;
    }
    return QJsonValue::Null;
}

QJsonValue jobExecution(JobExecution execution)
{
    switch (execution) {
    case JobExecution::Idle:
        return QStringLiteral("idle");
    case JobExecution::Active:
        return QStringLiteral("active");
    case JobExecution::Unknown:
        break;
    }
    return QJsonValue::Null;
}

QJsonValue userState(UserState state)
{
    switch (state) {
    case UserState::Active:
        return QStringLiteral("active");
    case UserState::Blocked:
        return QStringLiteral("blocked");
    case UserState::Deactivated:
        return QStringLiteral("deactivated");
    case UserState::Banned:
        return QStringLiteral("banned");
    case UserState::Unknown:
        break;
    }
    return QJsonValue::Null;
}

QJsonValue userKind(UserKind kind)
{
    switch (kind) {
    case UserKind::Person:
        return QStringLiteral("person");
    case UserKind::Bot:
        return QStringLiteral("bot");
    case UserKind::Unknown:
        break;
    }
    return QJsonValue::Null;
}

QString fleetPart(const FleetPart &part)
{
    switch (part.kind) {
    case FleetPart::Kind::AllRunners:
        return QStringLiteral("all-runners");
    case FleetPart::Kind::GroupRunners:
        return QStringLiteral("group:") + part.fullPath;
    case FleetPart::Kind::ProjectRunners:
        return QStringLiteral("project:") + part.fullPath;
    case FleetPart::Kind::MyRunners:
        return QStringLiteral("my-runners");
    case FleetPart::Kind::InstanceRunners:
        break;
    }
    return QStringLiteral("instance-runners");
}

QString fleetPartState(FleetPart::State state)
{
    switch (state) {
    case FleetPart::State::Waiting:
        return QStringLiteral("waiting");
    case FleetPart::State::Whole:
        return QStringLiteral("whole");
    case FleetPart::State::Refused:
        break;
    }
    return QStringLiteral("refused");
}

QString placeKind(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::Instance:
        return QStringLiteral("instance");
    case PlaceKind::Group:
        return QStringLiteral("group");
    case PlaceKind::IntermediateGroup:
        return QStringLiteral("intermediate-group");
    case PlaceKind::Project:
        return QStringLiteral("project");
    case PlaceKind::NotReadable:
        break;
    }
    return QStringLiteral("not-readable");
}

QJsonValue jobStatus(JobStatus status)
{
    switch (status) {
    case JobStatus::Created:
        return QStringLiteral("created");
    case JobStatus::WaitingForResource:
        return QStringLiteral("waiting-for-resource");
    case JobStatus::WaitingForCallback:
        return QStringLiteral("waiting-for-callback");
    case JobStatus::Preparing:
        return QStringLiteral("preparing");
    case JobStatus::Pending:
        return QStringLiteral("pending");
    case JobStatus::Running:
        return QStringLiteral("running");
    case JobStatus::Canceling:
        return QStringLiteral("canceling");
    case JobStatus::Success:
        return QStringLiteral("success");
    case JobStatus::Failed:
        return QStringLiteral("failed");
    case JobStatus::Canceled:
        return QStringLiteral("canceled");
    case JobStatus::Skipped:
        return QStringLiteral("skipped");
    case JobStatus::Manual:
        return QStringLiteral("manual");
    case JobStatus::Scheduled:
        return QStringLiteral("scheduled");
    case JobStatus::Unknown:
        break;
    }
    return QJsonValue::Null;
}

QString runnerVerdict(RunnerVerdict verdict)
{
    switch (verdict) {
    case RunnerVerdict::NothingFinished:
        return QStringLiteral("nothing-finished");
    case RunnerVerdict::TooFew:
        return QStringLiteral("too-few");
    case RunnerVerdict::NoneFailed:
        return QStringLiteral("none-failed");
    case RunnerVerdict::SomeHosts:
        return QStringLiteral("some-hosts");
    case RunnerVerdict::OneHost:
        return QStringLiteral("one-host");
    case RunnerVerdict::HostsUnknown:
        return QStringLiteral("hosts-unknown");
    case RunnerVerdict::AllAlike:
        return QStringLiteral("all-alike");
    case RunnerVerdict::CannotTell:
        return QStringLiteral("cannot-tell");
    case RunnerVerdict::NoneStandsOut:
        break;
    }
    return QStringLiteral("none-stands-out");
}

} // namespace Runnerscope::EnumNames
