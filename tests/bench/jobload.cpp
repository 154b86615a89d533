// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/jobload.h"

#include "models/rules/status.h"

#include <random>

namespace Runnerscope::Bench {

namespace {

constexpr ServerTime now{std::chrono::sys_days(std::chrono::year(2026) / 3 / 25)};
constexpr int groupsBelow = 20; ///< projects of a group

QString groupPath(int project)
{
    return QStringLiteral("acme/team-%1").arg(project / groupsBelow);
}

QString projectPath(int project)
{
    return QStringLiteral("%1/project-%2").arg(groupPath(project)).arg(project);
}

/// What jobs require: two of the common tags, or one of them and one of a team.
QStringList tagSet(int number)
{
    static const QStringList common{QStringLiteral("docker"), QStringLiteral("linux"), QStringLiteral("amd64"),
        QStringLiteral("arm64"), QStringLiteral("windows"), QStringLiteral("gpu"), QStringLiteral("large")};
    if (number == 0)
        return {};
    if (number % 50 == 7) // which no runner has, and one that resembles it
        return {QStringLiteral("dokcer"), QStringLiteral("missing-%1").arg(number)};
    const QString &first = common[number % common.size()];
    const QString &second = common[number / common.size() % common.size()];
    return number < 30 ? QStringList{first, second} : QStringList{first, QStringLiteral("team-%1").arg(number)};
}

class LoadMaker
{
public:
    explicit LoadMaker(const JobLoad &load) :
        m_load(load)
    {
        for (int i = 0; i < load.projects; ++i) {
            JobProject project;
            project.fullPath = projectPath(i);
            project.instanceRunnersEnabled = i % 10 != 0;
            project.groupRunnersEnabled = true;
            m_projects.push_back(std::make_shared<const JobProject>(project));
            m_groups.push_back(ownerOf(OwnerKind::Group, groupPath(i)));
            m_owners.push_back(ownerOf(OwnerKind::Project, project.fullPath));
        }
        for (int i = 0; i < load.tagSets; ++i)
            m_tagSets.append(tagSet(i));
    }

    FleetPtr fleet()
    {
        Fleet fleet;
        fleet.coverage.kind = Coverage::Kind::Whole;
        for (int i = 1; i <= m_load.runners; ++i) {
            Runner made = runner(i);
            const RunnerStatus status = statusOf(made, now);
            fleet.rows.push_back({std::make_shared<const Runner>(std::move(made)), now, status});
        }
        return shareFleet(std::move(fleet));
    }

    std::vector<JobPtr> jobs()
    {
        std::vector<JobPtr> jobs;
        for (int i = 1; i <= m_load.jobs; ++i) {
            auto job = std::make_shared<Job>();
            job->id = {InstanceId{1}, i};
            job->status = JobStatus::Pending;
            job->kind = JobKind::Build;
            job->queuedAt = now - std::chrono::minutes(i % 600);
            const std::size_t project = m_random() % m_projects.size();
            job->project = m_projects[project];
            // A project uses few sets of tags.
            const auto set = (project * 7 + m_random() % 3) % static_cast<std::size_t>(m_tagSets.size());
            job->tags = m_tagSets[static_cast<qsizetype>(set)];
            jobs.push_back(std::move(job));
        }
        return jobs;
    }

private:
    static std::shared_ptr<const Owner> ownerOf(OwnerKind kind, const QString &path)
    {
        auto owner = std::make_shared<Owner>();
        owner->kind = kind;
        owner->fullPath = path;
        return owner;
    }

    /// A tenth of the instance, half of groups, the rest of projects, of which some serve more than is known.
    void place(Runner &runner, int number)
    {
        const std::size_t owner = m_random() % m_projects.size();
        const int kind = number % 10;
        runner.type = kind == 0 ? RunnerType::Instance : kind < 6 ? RunnerType::Group : RunnerType::Project;
        if (runner.type == RunnerType::Group)
            runner.owner = m_groups[owner];
        else if (runner.type == RunnerType::Project) {
            runner.owner = m_owners[owner];
            runner.projectCount = kind == 9 ? 5 : 1;
        }
    }

    Runner runner(int number)
    {
        Runner runner;
        runner.id = {InstanceId{1}, number};
        runner.tags = m_tagSets[static_cast<qsizetype>(m_random() % static_cast<std::size_t>(m_tagSets.size()))];
        runner.tags.removeIf([](const QString &tag) { return tag.startsWith(u"missing") || tag == u"dokcer"; });
        if (number % 3 == 0)
            runner.tags.append(QStringLiteral("docker"));
        if (m_load.ownTag > 0 && number % m_load.ownTag == 0)
            runner.tags.append(QStringLiteral("host-%1-of-the-farm").arg(number));
        runner.runUntagged = number % 4 == 0;
        runner.accessLevel = number % 8 == 0 ? AccessLevel::RefProtected : AccessLevel::NotProtected;
        runner.paused = number % 20 == 0;
        runner.createdAt = now - std::chrono::days(60);
        runner.creationState = CreationState::Finished;
        runner.contactedAt = now - std::chrono::minutes(number * 7919LL % (60LL * 24 * 10));
        place(runner, number);
        return runner;
    }

    JobLoad m_load;
    std::mt19937 m_random{20260325};
    std::vector<std::shared_ptr<const JobProject>> m_projects;
    std::vector<std::shared_ptr<const Owner>> m_groups;
    std::vector<std::shared_ptr<const Owner>> m_owners;
    QList<QStringList> m_tagSets;
};

} // namespace

JobVerdictInput jobLoad(const JobLoad &load)
{
    LoadMaker maker(load);
    JobVerdictInput input;
    input.fleet = maker.fleet();
    input.jobs = maker.jobs();
    for (const FleetRow &row : input.fleet->rows)
        input.loads.byRunner.insert(row.runner->id, {2, 5});
    return input;
}

} // namespace Runnerscope::Bench
