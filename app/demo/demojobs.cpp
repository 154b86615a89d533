// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demojobs.h"

#include "app/demo/demorandom.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

using std::chrono::seconds;

constexpr seconds jobEvery{2}; ///< one comes
constexpr seconds longestWait{8 * 60};
constexpr seconds longestRun{25 * 60};

struct Work
{
    const char *stage;
    const char *name;
};
constexpr std::array works{Work{"build", "build"}, Work{"build", "package"}, Work{"test", "test:unit"},
    Work{"test", "test:integration"}, Work{"test", "lint"}, Work{"test", "e2e"}, Work{"deploy", "deploy:staging"},
    Work{"deploy", "deploy:review"}};
constexpr std::array refs{"main", "main", "release/4.2", "fix-login", "renovate/qt", "feature/search"};
constexpr std::array projectNames{"api", "web", "worker"};

/// Makes the jobs of one moment. Whatever is picked is picked by the number of the job, so that it stays the same job
/// from one moment to the next.
class Maker
{
public:
    Maker(const Fleet &fleet, quint64 seed, ServerTime now) :
        m_fleet(fleet),
        m_seed(seed),
        m_now(now)
    {
    }

    JobListPtr list();

private:
    using Condition = bool (*)(const FleetRow &);

    const FleetRow *some(DemoRandom &random, Condition condition) const;
    Job job(DemoRandom &random, const FleetRow &runner, qint64 number, ServerTime queuedAt) const;
    std::shared_ptr<const JobProject> projectOf(DemoRandom &random, const Runner &runner) const;
    std::shared_ptr<const User> someone(DemoRandom &random) const;
    void addPassing(JobList &list) const;
    void addStuck(JobList &list) const;
    static void take(Job &job, const Runner &runner, ServerTime startedAt);

    const Fleet &m_fleet;
    quint64 m_seed;
    ServerTime m_now;
};

bool takesJobs(const FleetRow &row)
{
    return row.status == RunnerStatus::Online && !row.runner->paused;
}

bool isPausedWithTags(const FleetRow &row)
{
    return row.runner->paused && row.runner->tags.size() > 2 && row.runner->type == RunnerType::Project;
}

bool isSilentWithTags(const FleetRow &row)
{
    return row.status == RunnerStatus::Stale && !row.runner->paused && row.runner->tags.size() > 2
        && row.runner->type == RunnerType::Project;
}

bool hasLongTag(const FleetRow &row)
{
    return std::ranges::any_of(row.runner->tags, [](const QString &tag) { return tag.size() > 6; });
}

/// The next one from a number on, in a ring: a runner that comes or goes changes the picks of its neighbours only.
const FleetRow *Maker::some(DemoRandom &random, Condition condition) const
{
    const auto &rows = m_fleet.rows;
    const qint64 wanted = random.below(static_cast<int>(rows.back().runner->id.number) + 1);
    const auto first =
        std::ranges::lower_bound(rows, wanted, {}, [](const FleetRow &row) { return row.runner->id.number; });
    const auto start = static_cast<std::size_t>(first - rows.begin());
    for (std::size_t step = 0; step < rows.size(); ++step) {
        const FleetRow &row = rows[(start + step) % rows.size()];
        if (condition(row))
            return &row;
    }
    return nullptr;
}

std::shared_ptr<const JobProject> Maker::projectOf(DemoRandom &random, const Runner &runner) const
{
    JobProject project;
    const char *name = random.pick(projectNames);
    if (!runner.owner) {
        project.fullPath = QStringLiteral("acme/platform/") + QLatin1String(name);
    } else if (runner.owner->kind == OwnerKind::Project) {
        project.number = runner.owner->number;
        project.fullPath = runner.owner->fullPath;
    } else {
        project.fullPath = runner.owner->fullPath + u'/' + QLatin1String(name);
    }
    project.name = project.fullPath.section(u'/', -1);
    project.instanceRunnersEnabled = true;
    project.groupRunnersEnabled = true;
    return std::make_shared<const JobProject>(std::move(project));
}

std::shared_ptr<const User> Maker::someone(DemoRandom &random) const
{
    const FleetRow *row = some(random, [](const FleetRow &one) {
        return one.runner->creator && one.runner->creator->kind == UserKind::Person
            && one.runner->creator->state == UserState::Active;
    });
    return row ? row->runner->creator : nullptr;
}

Job Maker::job(DemoRandom &random, const FleetRow &runner, qint64 number, ServerTime queuedAt) const
{
    const Work &work = random.pick(works);
    Job job;
    job.id = {runner.runner->id.instance, number};
    job.kind = JobKind::Build;
    job.status = JobStatus::Pending;
    job.name = QString::fromLatin1(work.name);
    job.stage = QString::fromLatin1(work.stage);
    job.ref = QString::fromLatin1(random.pick(refs));
    const bool untagged = runner.runner->runUntagged && random.chance(500);
    job.tags = untagged ? QStringList() : runner.runner->tags.first(std::min<qsizetype>(2, runner.runner->tags.size()));
    job.project = projectOf(random, *runner.runner);
    job.user = someone(random);
    job.createdAt = queuedAt - seconds(3);
    job.queuedAt = queuedAt;
    job.pipeline = number / 5;
    job.cancelable = true;
    return job;
}

void Maker::take(Job &job, const Runner &runner, ServerTime startedAt)
{
    job.status = JobStatus::Running;
    job.startedAt = startedAt;
    job.runner = runner.id;
    job.manager = runner.managers.empty() ? 0 : runner.managers.front().number;
}

void Maker::addPassing(JobList &list) const
{
    const qint64 last = std::chrono::floor<seconds>(m_now.time_since_epoch()) / jobEvery;
    for (qint64 number = last - (longestWait + longestRun) / jobEvery; number <= last; ++number) {
        DemoRandom random(m_seed ^ static_cast<quint64>(number));
        const ServerTime queuedAt{jobEvery * number};
        const seconds wait{random.chance(850) ? random.between(2, 60) : random.between(60, longestWait.count())};
        const seconds run{random.between(20, random.chance(700) ? 240 : longestRun.count())};
        const FleetRow *runner = some(random, takesJobs);
        if (!runner || m_now >= queuedAt + wait + run)
            continue;
        Job made = job(random, *runner, number * 2, queuedAt);
        if (m_now >= queuedAt + wait)
            take(made, *runner->runner, queuedAt + wait);
        list.jobs.push_back(std::make_shared<const Job>(std::move(made)));
    }
}

/// They wait up to four hours, then others take their places.
void Maker::addStuck(JobList &list) const
{
    const ServerTime since{
        std::chrono::floor<std::chrono::duration<qint64, std::ratio<4 * 3600>>>(m_now.time_since_epoch())};
    constexpr std::array<Condition, 5> conditions{
        hasLongTag, isPausedWithTags, isSilentWithTags, isPausedWithTags, hasLongTag};
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        const ServerTime queuedAt = since + seconds(97 * static_cast<qint64>(i));
        const qint64 number = std::chrono::floor<seconds>(queuedAt.time_since_epoch()) / jobEvery * 2 + 1;
        DemoRandom random(m_seed ^ static_cast<quint64>(number));
        const FleetRow *runner = some(random, conditions[i]);
        if (!runner || queuedAt > m_now)
            continue;
        Job made = job(random, *runner, number, queuedAt);
        made.tags = runner->runner->tags;
        if (conditions[i] == Condition(hasLongTag)) // a slip of the pen
            std::ranges::max_element(made.tags, {}, &QString::size)->chop(1);
        list.jobs.push_back(std::make_shared<const Job>(std::move(made)));
    }
}

JobListPtr Maker::list()
{
    auto list = std::make_shared<JobList>();
    list->readAt = m_now;
    if (!m_fleet.rows.empty()) {
        addPassing(*list);
        addStuck(*list);
    }
    std::ranges::sort(list->jobs, std::ranges::greater(), [](const JobPtr &job) { return job->id; });
    const auto pending =
        std::ranges::count_if(list->jobs, [](const JobPtr &job) { return job->status == JobStatus::Pending; });
    list->pending = {JobListReach::Kind::Whole, pending};
    list->running = {JobListReach::Kind::Whole, static_cast<qint64>(list->jobs.size()) - pending};
    return list;
}

} // namespace

JobListPtr demoJobs(const Fleet &fleet, quint64 seed, ServerTime now)
{
    return Maker(fleet, seed, now).list();
}

} // namespace Runnerscope
