// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runnercolumns.h"

#include <QCoreApplication>

#include <array>

namespace Runnerscope {

namespace {

struct ColumnFacts
{
    RunnerColumn column;
    const char *title;
    const char *explanation;
    std::optional<RunnerSortKey> sortKey;
    bool numeric = false;
    Qt::TextElideMode elide = Qt::ElideRight;
};

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::RunnerColumns)
};

using Column = RunnerColumn;
using Key = RunnerSortKey;

#define TEXT(text) QT_TRANSLATE_NOOP("Runnerscope::RunnerColumns", text)

constexpr std::array facts{
    ColumnFacts{Column::Status, TEXT("Status"),
        TEXT("As GitLab shows it: online under 2 hours since the last contact, stale from 7 days."), Key::Status},
    ColumnFacts{Column::Name, TEXT("Name"), TEXT("The description of the runner, or the beginning of its token."),
        Key::Name, false, Qt::ElideMiddle},
    ColumnFacts{Column::Owner, TEXT("Owner"),
        TEXT("The group or project the runner belongs to. Instance runners belong to none."), Key::Owner, false,
        Qt::ElideMiddle},
    ColumnFacts{
        Column::Type, TEXT("Type"), TEXT("Whom the runner serves: the instance, a group or a project."), Key::Type},
    ColumnFacts{Column::Tags, TEXT("Tags"), TEXT("Jobs ask for runners by tag."), Key::Tags},
    ColumnFacts{Column::Version, TEXT("Version"),
        TEXT("What the hosts in contact say of themselves; the oldest when they differ."), Key::Version},
    ColumnFacts{Column::Managers, TEXT("Hosts"), TEXT("How many runner managers work under this runner’s token."),
        Key::Managers, true},
    ColumnFacts{Column::LastContact, TEXT("Contact"),
        TEXT("Age of the last contact. Under an hour is normal for an idle runner: GitLab does not record every "
             "poll."),
        Key::LastContact, true},
    ColumnFacts{Column::Running, TEXT("Running"), TEXT("Whether the runner executes at least one job."), Key::Running},
    ColumnFacts{
        Column::Jobs, TEXT("Jobs"), TEXT("Jobs ever given to the runner; GitLab counts up to 1,000."), Key::Jobs, true},
    ColumnFacts{Column::CreatedBy, TEXT("Created by"),
        TEXT("Who created the runner in GitLab. Who started its hosts is recorded nowhere."), Key::CreatedBy},
    ColumnFacts{Column::Id, TEXT("ID"), TEXT("The number of the runner in GitLab."), Key::Id, true},
    ColumnFacts{Column::Created, TEXT("Age"), TEXT("How long ago the runner was created."), Key::Created, true},
    ColumnFacts{
        Column::Executor, TEXT("Executor"), TEXT("What the hosts in contact say they run jobs with."), Key::Executor},
    ColumnFacts{Column::Platform, TEXT("Platform"), TEXT("System and architecture, as the hosts in contact say."),
        Key::Platform},
    ColumnFacts{Column::Address, TEXT("Address"),
        TEXT("The addresses from which the hosts in contact reached GitLab, as GitLab saw them."), Key::Address},
    ColumnFacts{Column::Protected, TEXT("Protected"), TEXT("Whether it runs jobs of protected branches and tags only."),
        Key::Protected},
    ColumnFacts{Column::Locked, TEXT("Locked"), TEXT("Whether it cannot be given to further projects."), Key::Locked},
    ColumnFacts{Column::Untagged, TEXT("Untagged"), TEXT("Whether it takes jobs that ask for no tag."), Key::Untagged},
    ColumnFacts{
        Column::Timeout, TEXT("Timeout"), TEXT("The longest time that the runner gives to a job."), Key::Timeout, true},
    ColumnFacts{Column::Projects, TEXT("Projects"),
        TEXT("How many projects a project runner serves, also those that you may not see."), Key::Projects, true},
    ColumnFacts{Column::TokenExpiry, TEXT("Token ends"),
        TEXT("When the token expires with which the hosts of the runner ask for jobs."), Key::TokenExpiry, true},
    ColumnFacts{Column::Note, TEXT("Note"), TEXT("The maintenance note of the administrators."), Key::Note},
    ColumnFacts{Column::Check, TEXT("Selected"), TEXT("Selects all rows, or none."), std::nullopt},
};

#undef TEXT

static_assert(facts.size() == static_cast<std::size_t>(Column::Count));
static_assert([] {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts[i].column != static_cast<Column>(i))
            return false;
    }
    return true;
}());

const ColumnFacts &factsOf(RunnerColumn column)
{
    return facts[static_cast<std::size_t>(column)];
}

} // namespace

QString runnerColumnTitle(RunnerColumn column)
{
    return Tr::tr(factsOf(column).title);
}

QString runnerColumnExplanation(RunnerColumn column)
{
    return Tr::tr(factsOf(column).explanation);
}

bool isNumericColumn(RunnerColumn column)
{
    return factsOf(column).numeric;
}

Qt::TextElideMode elideModeOf(RunnerColumn column)
{
    return factsOf(column).elide;
}

std::optional<RunnerSortKey> sortKeyOf(RunnerColumn column)
{
    return factsOf(column).sortKey;
}

} // namespace Runnerscope
