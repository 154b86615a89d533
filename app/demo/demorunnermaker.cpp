// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demorunnermaker.h"

#include "app/demo/demohistory.h"
#include "app/demo/demoversions.h"
#include "models/rules/status.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Runnerscope {

namespace {

/// How many hosts the pools have, in turn.
constexpr auto poolSizes = std::to_array<int>(
    {240, 36, 12, 96, 24, 64, 18, 120, 48, 30, 16, 180, 40, 20, 72, 28, 56, 14, 32, 150, 22, 44, 26, 88});
constexpr int placesPerPool = 100;
constexpr int placesPerInstanceRunner = 60;
constexpr int placesPerReleaseLine = 4;

constexpr auto notes = std::to_array<const char16_t *>({u"To be replaced by the Kubernetes pool this quarter.",
    u"Ask mkeller before changing the tags.", u"Out of warranty; do not move.", u"Paused during the data centre move.",
    u"Serves the release train, keep it protected."});

/// Every so many runners have a token that ends, soon or later or just lately.
constexpr int runnersPerExpiringToken = 17;
constexpr int tokenDays = 180;
constexpr int daysOverdue = 4;

constexpr auto timeouts = std::to_array<int>({900, 1800, 3600, 7200, 10800, 86400});

bool isPool(int place)
{
    return place % placesPerPool == 7;
}

RunnerType typeAt(DemoRandom &random, int place)
{
    if (isPool(place))
        return place / placesPerPool % 2 == 0 ? RunnerType::Instance : RunnerType::Group;
    if (place % placesPerInstanceRunner == 3)
        return RunnerType::Instance;
    return random.chance(300) ? RunnerType::Group : RunnerType::Project;
}

/// New lines are common and old ones rare, but each has its places.
int releaseLineAt(DemoRandom &random, int place)
{
    if (place % placesPerReleaseLine == 0)
        return place / placesPerReleaseLine % demoReleaseLines;
    int line = demoReleaseLines - 1;
    for (int i = 0; i < 4; ++i)
        line = std::min(line, random.below(demoReleaseLines));
    return line;
}

QString shortSha(DemoRandom &random)
{
    constexpr QStringView alphabet = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    QString text;
    for (int i = 0; i < 8; ++i)
        text += alphabet[random.below(static_cast<int>(alphabet.size()))];
    return text;
}

void configure(DemoRandom &random, DemoRunner &demo)
{
    const DemoProfile &profile = *demo.hostKind.profile;
    Runner &runner = demo.runner;
    runner.shortSha = shortSha(random);
    runner.description = demoDescription(random, profile);
    runner.tags = demoTags(random, profile, runner.owner ? runner.owner->fullPath.section(u'/', 1, 1) : QString());
    runner.runUntagged = runner.tags.isEmpty() || random.chance(250);
    runner.paused = random.chance(60);
    runner.locked = runner.type == RunnerType::Project && random.chance(400);
    runner.accessLevel = profile.deploys || random.chance(60) ? AccessLevel::RefProtected : AccessLevel::NotProtected;
    if (random.chance(300))
        runner.maximumTimeout = random.pick(timeouts);
    if (runner.type == RunnerType::Project)
        runner.projectCount = random.chance(800) ? 1 : random.between(2, 40);
    if (random.chance(60))
        runner.maintenanceNote = QString::fromUtf16(random.pick(notes));
}

OptionalTime tokenExpiryOf(const Runner &runner, ServerTime now)
{
    if (runner.id.number % runnersPerExpiringToken != 0)
        return std::nullopt;
    return now + std::chrono::days(runner.id.number % tokenDays - daysOverdue);
}

} // namespace

DemoRunnerMaker::DemoRunnerMaker(DemoRandom &random) :
    m_places(random)
{
}

DemoRunner DemoRunnerMaker::begin(
    DemoRandom &random, const DemoProfile &profile, int releaseLine, ServerTime createdAt, ServerTime now)
{
    DemoRunner demo;
    demo.runner.id.number = m_nextRunner;
    m_nextRunner += random.between(1, 4);
    demo.runner.createdAt = createdAt;
    demo.runner.tokenExpiresAt = tokenExpiryOf(demo.runner, now);
    demo.runner.creationState = CreationState::Started;
    demo.runner.jobExecution = JobExecution::Idle;
    demo.hostKind = demoHostKind(random, profile, releaseLine);
    return demo;
}

void DemoRunnerMaker::settle(DemoRandom &random, Runner &runner, RunnerType type) const
{
    runner.type = type;
    if (type == RunnerType::Group)
        runner.owner = random.pick(m_places.groups());
    else if (type == RunnerType::Project && !random.chance(10)) // some may not be read
        runner.owner = random.pick(m_places.projects());
}

void DemoRunnerMaker::attribute(DemoRandom &random, Runner &runner, bool withToken) const
{
    if (withToken) {
        runner.creationMethod = CreationMethod::RegistrationToken;
        return;
    }
    const int roll = random.below(1000);
    const bool notReadable = roll < 50;
    if (notReadable)
        return;
    runner.creationMethod = CreationMethod::AuthenticatedUser;
    const bool accountGone = roll < 130;
    if (accountGone)
        return;
    runner.creator = roll < 700 ? m_people.active(random) : roll < 820 ? m_people.gone(random) : m_people.bot(random);
}

void DemoRunnerMaker::takeHosts(DemoRunner &runner, std::vector<RunnerManager> hosts, ServerTime now)
{
    std::ranges::stable_sort(hosts, {}, &RunnerManager::createdAt);
    for (RunnerManager &host : hosts) {
        host.number = m_nextManager++;
        if (statusOf(host, now) == RunnerStatus::Online)
            runner.answering.push_back(host.number);
    }
    std::ranges::reverse(hosts);
    runner.runner.managers = std::move(hosts);
    runner.summarise();
}

DemoRunner DemoRunnerMaker::make(DemoRandom &random, int place, int total, ServerTime now)
{
    const std::chrono::seconds age = demoCreationAge(place, total);
    const bool pool = isPool(place);
    const DemoFate fate = pool && age > staleAfter ? DemoFate::Online : demoFate(random, age);
    DemoRunner demo = begin(random, random.pick(pool ? demoPoolProfiles() : demoProfiles()),
        pool ? random.below(24) : releaseLineAt(random, place), now - age, now);
    settle(random, demo.runner, typeAt(random, place));
    configure(random, demo);
    const bool tokenDays = age > std::chrono::days(700);
    attribute(random, demo.runner, fate != DemoFate::NeverContacted && random.chance(tokenDays ? 700 : 200));

    const auto poolSize = poolSizes[static_cast<std::size_t>(place / placesPerPool) % poolSizes.size()];
    const bool oneOnly = demo.hostKind.releaseLine >= demoFirstLegacyLine;
    const int count = pool ? poolSize : demoHostCount(random, fate, oneOnly);
    if (fate != DemoFate::NeverContacted)
        takeHosts(demo, demoHosts(random, demo, fate, count, now), now);
    if (!demo.runner.contactedAt)
        demo.runner.contactedAt = demoLastContact(random, demo.runner, fate, now);
    demo.summarise();
    demoWork(random, demo);
    return demo;
}

DemoRunner DemoRunnerMaker::makeNew(DemoRandom &random, ServerTime now)
{
    DemoRunner demo = begin(random, random.pick(demoProfiles()), random.below(6), now, now);
    settle(random, demo.runner, random.chance(300) ? RunnerType::Group : RunnerType::Project);
    configure(random, demo);
    attribute(random, demo.runner, false);
    demoWork(random, demo);
    return demo;
}

std::vector<RunnerProject> DemoRunnerMaker::projectsBeside(const Owner &owner, int count) const
{
    const auto &all = m_places.projects();
    const auto first =
        std::ranges::find(all, owner.fullPath, [](const DemoPlaces::OwnerPtr &project) { return project->fullPath; });
    const auto start = static_cast<std::size_t>(first == all.end() ? 0 : first - all.begin());
    std::vector<RunnerProject> projects;
    for (std::size_t i = 0; i < std::min(static_cast<std::size_t>(count), all.size()); ++i) {
        const Owner &project = *all[(start + i) % all.size()];
        projects.push_back({project.number, project.fullPath, project.name, project.webUrl});
    }
    return projects;
}

RunnerManager DemoRunnerMaker::makeHost(DemoRandom &random, const DemoRunner &runner, ServerTime now)
{
    RunnerManager host = demoHost(random, runner.hostKind, now, now);
    host.number = m_nextManager++;
    return host;
}

} // namespace Runnerscope
