// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnercells.h"

#include "models/rules/managers.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::RunnerCells)
};

const QString comma = QStringLiteral(", ");

/// Says nothing of runners that are silent: GitLab's "idle" would say more than is known.
QString runningText(const FleetRow &row)
{
    if (row.runner->jobExecution == JobExecution::Active)
        return Tr::tr("running", "the runner executes jobs");
    if (row.runner->jobExecution == JobExecution::Idle && row.status == RunnerStatus::Online)
        return Tr::tr("idle", "the runner executes no job");
    return {};
}

QString ageText(OptionalTime time, ServerTime now)
{
    return time ? Wording::shortAge(ageAt(*time, now)) : QString();
}

QString expiryText(const FleetRow &row)
{
    const OptionalTime end = row.runner->tokenExpiresAt;
    if (!end)
        return {};
    return *end <= row.readAt ? Tr::tr("expired", "a token")
                              : Tr::tr("in %1", "a time to come").arg(Wording::shortAge(ageAt(row.readAt, *end)));
}

QString yes(bool value)
{
    return value ? Tr::tr("yes") : QString();
}

QString protectedText(AccessLevel level)
{
    return yes(level == AccessLevel::RefProtected);
}

QStringList listOf(const FleetRow &row, RunnerColumn column)
{
    switch (column) {
    case RunnerColumn::Executor:
        return valuesInContact(*row.runner, row.readAt, &RunnerManager::executor);
    case RunnerColumn::Platform:
        return valuesInContact(*row.runner, row.readAt, Wording::platform);
    default:
        return valuesInContact(*row.runner, row.readAt, &RunnerManager::ipAddress);
    }
}

QString settingText(const FleetRow &row, RunnerColumn column)
{
    const Runner &runner = *row.runner;
    switch (column) {
    case RunnerColumn::Protected:
        return protectedText(runner.accessLevel);
    case RunnerColumn::Locked:
        return yes(runner.locked);
    case RunnerColumn::Untagged:
        return yes(runner.runUntagged);
    case RunnerColumn::Timeout:
        return runner.maximumTimeout ? Wording::duration(std::chrono::seconds(*runner.maximumTimeout)) : QString();
    case RunnerColumn::Projects:
        return runner.projectCount ? Wording::count(*runner.projectCount) : QString();
    case RunnerColumn::TokenExpiry:
        return expiryText(row);
    case RunnerColumn::Note:
        return Wording::oneLine(runner.maintenanceNote);
    default:
        return {};
    }
}

/// Lists of many hosts are cut by the server; the details have them all.
QString withCompleteness(const QString &text, const Runner &runner)
{
    if (runner.managersComplete())
        return text;
    return Tr::tr("%1 (judged by the newest %2 of %3 hosts)")
        .arg(text, Wording::count(static_cast<qint64>(runner.managers.size())), Wording::count(runner.managerCount));
}

QString exactly(OptionalTime time, const QString &otherwise)
{
    return time ? Wording::exactTime(*time) : otherwise;
}

QString toolTip(const FleetRow &row, RunnerColumn column)
{
    const Runner &runner = *row.runner;
    switch (column) {
    case RunnerColumn::Status:
        return runner.paused ? Tr::tr("%1; paused: it gets no jobs").arg(Wording::status(row.status))
                             : Wording::status(row.status);
    case RunnerColumn::LastContact:
        return exactly(runner.contactedAt, Wording::contact({}, row.readAt));
    case RunnerColumn::Created:
        return exactly(runner.createdAt, {});
    case RunnerColumn::TokenExpiry:
        return exactly(runner.tokenExpiresAt, Tr::tr("It does not expire, or you may not see when."));
    case RunnerColumn::CreatedBy:
        return Wording::creatorSentence(runner);
    case RunnerColumn::Owner:
        return runner.owner ? Wording::oneLine(runner.owner->fullName) : Tr::tr("Instance runners belong to no group.");
    case RunnerColumn::Version:
        return withCompleteness(Wording::oneLine(versionsOf(runner).join(comma)), runner);
    case RunnerColumn::Managers:
    case RunnerColumn::Executor:
    case RunnerColumn::Platform:
    case RunnerColumn::Address:
        return withCompleteness(runnerCellText(row, column), runner);
    default:
        return runnerCellText(row, column);
    }
}

bool tellsAge(RunnerColumn column)
{
    return column == RunnerColumn::Status || column == RunnerColumn::Name || column == RunnerColumn::LastContact;
}

} // namespace

QString runnerCellText(const FleetRow &row, RunnerColumn column)
{
    const Runner &runner = *row.runner;
    switch (column) {
    case RunnerColumn::Status:
        return Wording::status(row.status);
    case RunnerColumn::Name:
        return Wording::oneLine(Wording::displayName(runner));
    case RunnerColumn::Owner:
        return runner.owner ? Wording::oneLine(runner.owner->fullPath) : QString();
    case RunnerColumn::Type:
        return Wording::type(runner.type);
    case RunnerColumn::Tags:
        return Wording::oneLine(runner.tags.join(comma));
    case RunnerColumn::Version:
        return Wording::oneLine(Wording::version(effectiveVersion(runner, row.readAt)));
    case RunnerColumn::Managers:
        return Wording::count(runner.managerCount);
    case RunnerColumn::LastContact:
        return ageText(runner.contactedAt, row.readAt);
    case RunnerColumn::Running:
        return runningText(row);
    case RunnerColumn::Jobs:
        return runner.jobCount ? Wording::jobCount(*runner.jobCount) : QString();
    case RunnerColumn::CreatedBy:
        return Wording::oneLine(Wording::creator(runner));
    case RunnerColumn::Id:
        return QString(u'#' + QString::number(runner.id.number));
    case RunnerColumn::Created:
        return ageText(runner.createdAt, row.readAt);
    case RunnerColumn::Executor:
    case RunnerColumn::Platform:
    case RunnerColumn::Address:
        return Wording::oneLine(listOf(row, column).join(comma));
    default:
        return settingText(row, column);
    }
}

QString runnerCellToolTip(const FleetRow &row, RunnerColumn column, std::chrono::seconds age)
{
    if (!tellsAge(column))
        return toolTip(row, column);
    return Tr::tr("%1\nRead %2 ago", "a tool tip, the age of its row such as 12 seconds")
        .arg(toolTip(row, column), Wording::longAge(age));
}

QString runnerCellAccessibleText(const FleetRow &row, RunnerColumn column)
{
    if (column != RunnerColumn::Name)
        return runnerCellText(row, column);
    return Tr::tr("Runner %1, %2, %3")
        .arg(runnerCellText(row, RunnerColumn::Name), Wording::state(row.status, row.runner->paused),
            Wording::contact(row.runner->contactedAt, row.readAt));
}

bool isRunnerCellMuted(const FleetRow &row, RunnerColumn column)
{
    const Runner &runner = *row.runner;
    switch (column) {
    case RunnerColumn::Name:
        return runner.description.trimmed().isEmpty();
    case RunnerColumn::Running:
        return runner.jobExecution != JobExecution::Active;
    case RunnerColumn::Managers:
        return runner.managerCount == 0;
    case RunnerColumn::Jobs:
        return runner.jobCount.value_or(0) == 0;
    case RunnerColumn::CreatedBy:
        return !runner.creator;
    case RunnerColumn::Id:
        return true;
    default:
        return false;
    }
}

} // namespace Runnerscope
