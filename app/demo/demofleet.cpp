// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demofleet.h"

#include "models/rules/status.h"

#include <algorithm>

namespace Runnerscope {

namespace {

/// Each runner in contact is heard of about this often, in steps: every 20 minutes.
constexpr std::size_t stepsPerContact = 40;
constexpr int jobsPerStep = 5;

bool answers(const DemoRunner &runner)
{
    return !runner.answering.empty();
}

bool isBusy(const DemoRunner &runner)
{
    return runner.runner.jobExecution == JobExecution::Active;
}

bool isSilent(const DemoRunner &runner)
{
    return !answers(runner) && runner.runner.contactedAt && !runner.runner.managers.empty();
}

bool isPool(const DemoRunner &runner)
{
    return runner.runner.managers.size() >= 12 && answers(runner);
}

bool awaitsContact(const DemoRunner &runner)
{
    return runner.runner.creationState == CreationState::Started;
}

bool isPaused(const DemoRunner &runner)
{
    return answers(runner) && runner.runner.paused;
}

bool isNotPaused(const DemoRunner &runner)
{
    return answers(runner) && !runner.runner.paused;
}

bool mayTakeJob(const DemoRunner &runner)
{
    return isNotPaused(runner) && !isBusy(runner);
}

bool isForgotten(const DemoRunner &runner)
{
    return !answers(runner) && runner.runner.managers.empty() && !awaitsContact(runner);
}

/// A manager that answers.
RunnerManager &someHost(DemoRandom &random, DemoRunner &runner)
{
    const qint64 number = random.pick(runner.answering);
    return *std::ranges::find(runner.runner.managers, number, &RunnerManager::number);
}

void noteJobStart(Runner &runner)
{
    if (runner.jobCount && *runner.jobCount < Runner::jobCountCap)
        runner.jobCount = *runner.jobCount + 1;
}

} // namespace

DemoFleet::DemoFleet(quint64 seed, ServerTime start) :
    m_random(seed),
    m_maker(m_random),
    m_now(start)
{
    m_runners.reserve(size + size / 4);
    for (int place = 0; place < size; ++place)
        m_runners.push_back(m_maker.make(m_random, place, size, m_now));
}

void DemoFleet::step()
{
    m_now += stepLength;
    ++m_steps;
    renewContacts();
    for (int i = 0; i < jobsPerStep; ++i) {
        startJob();
        finishJob();
    }
    if (m_steps % 3 == 0)
        changePool();
    if (m_steps % 5 == 0)
        loseHost();
    if (m_steps % 7 == 2)
        gainHost();
    if (m_steps % 12 == 0)
        pauseOrResume(m_steps % 24 == 0);
    if (m_steps % 20 == 0)
        createRunner();
    if (m_steps % 20 == 10)
        makeFirstContact();
    if (m_steps % 25 == 0)
        deleteRunner();
}

std::vector<Runner> DemoFleet::runners() const
{
    std::vector<Runner> entries;
    entries.reserve(m_runners.size());
    for (const DemoRunner &runner : m_runners)
        entries.push_back(demoListEntry(runner));
    return entries;
}

std::optional<RunnerDetails> DemoFleet::details(RunnerId id) const
{
    const auto found = std::ranges::find(m_runners, id, [](const DemoRunner &runner) { return runner.runner.id; });
    return found == m_runners.end() ? std::nullopt : std::optional(demoDetails(*found, m_now));
}

ProjectsPage DemoFleet::projects(const ProjectsQuestion &question) const
{
    constexpr std::size_t pageSize = 20;
    const auto found =
        std::ranges::find(m_runners, question.runner, [](const DemoRunner &runner) { return runner.runner.id; });
    if (found == m_runners.end() || !found->runner.owner || !found->runner.projectCount)
        return {};
    std::vector<RunnerProject> matching = m_maker.projectsBeside(*found->runner.owner, *found->runner.projectCount);
    std::erase_if(matching, [&question](const RunnerProject &project) {
        return !project.fullPath.contains(question.search, Qt::CaseInsensitive)
            && !project.name.contains(question.search, Qt::CaseInsensitive);
    });
    ProjectsPage page;
    page.matching = static_cast<int>(matching.size());
    const std::size_t first = std::min<std::size_t>(question.after.toULongLong(), matching.size());
    const std::size_t last = std::min(first + pageSize, matching.size());
    page.projects.assign(
        matching.begin() + static_cast<std::ptrdiff_t>(first), matching.begin() + static_cast<std::ptrdiff_t>(last));
    if (last < matching.size())
        page.next = QString::number(last);
    return page;
}

DemoRunner *DemoFleet::some(Condition condition)
{
    constexpr int tries = 200;
    for (int i = 0; i < tries; ++i) {
        DemoRunner &runner = m_runners[static_cast<std::size_t>(m_random.below(static_cast<int>(m_runners.size())))];
        if (condition(runner))
            return &runner;
    }
    return nullptr;
}

void DemoFleet::renewContacts()
{
    for (std::size_t i = 0; i < m_runners.size() / stepsPerContact + 1; ++i) {
        m_nextToRenew = (m_nextToRenew + 1) % m_runners.size();
        DemoRunner &runner = m_runners[m_nextToRenew];
        for (RunnerManager &manager : runner.runner.managers) {
            if (runner.answers(manager.number))
                manager.contactedAt = m_now - std::chrono::seconds(m_random.below(int(stepLength.count())));
        }
        runner.summarise();
    }
}

void DemoFleet::startJob()
{
    DemoRunner *runner = some(mayTakeJob);
    if (!runner)
        return;
    RunnerManager &host = someHost(m_random, *runner);
    host.jobExecution = JobExecution::Active;
    host.contactedAt = m_now;
    noteJobStart(runner->runner);
    runner->summarise();
}

void DemoFleet::finishJob()
{
    DemoRunner *runner = some(isBusy);
    if (!runner)
        return;
    const auto host = std::ranges::find(runner->runner.managers, JobExecution::Active, &RunnerManager::jobExecution);
    host->jobExecution = JobExecution::Idle;
    if (runner->answers(host->number))
        host->contactedAt = m_now;
    runner->summarise();
}

void DemoFleet::loseHost()
{
    if (DemoRunner *runner = some(answers)) {
        RunnerManager &host = someHost(m_random, *runner);
        host.jobExecution = JobExecution::Idle;
        std::erase(runner->answering, host.number);
        runner->summarise();
    }
}

void DemoFleet::gainHost()
{
    if (DemoRunner *runner = some(isSilent)) {
        RunnerManager &host = runner->runner.managers.front();
        host.contactedAt = m_now;
        runner->answering.push_back(host.number);
        runner->summarise();
    }
}

void DemoFleet::changePool()
{
    DemoRunner *runner = some(isPool);
    if (!runner)
        return;
    if (!runner->answers(runner->runner.managers.back().number))
        runner->removeManager(runner->runner.managers.size() - 1);
    runner->addAnswering(m_maker.makeHost(m_random, *runner, m_now));
}

void DemoFleet::makeFirstContact()
{
    // What has waited for a week will hardly ever be used.
    DemoRunner *runner = some(awaitsContact);
    if (runner && ageAt(*runner->runner.createdAt, m_now) < staleAfter)
        runner->addAnswering(m_maker.makeHost(m_random, *runner, m_now));
}

void DemoFleet::pauseOrResume(bool pause)
{
    if (DemoRunner *runner = some(pause ? isNotPaused : isPaused))
        runner->runner.paused = pause;
}

void DemoFleet::createRunner()
{
    m_runners.push_back(m_maker.makeNew(m_random, m_now));
}

void DemoFleet::deleteRunner()
{
    const DemoRunner *runner = some(isForgotten);
    if (runner)
        m_runners.erase(m_runners.begin() + (runner - m_runners.data()));
}

} // namespace Runnerscope
