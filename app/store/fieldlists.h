// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/fleetcoding.h"

// Which fields of each type are kept: one function per type, for FieldWriter and FieldReader alike.
//
// The bindings name every field: a type that has grown does not compile until its new field stands here, too. What is
// to be done then is said in fleetcoding.h.

namespace Runnerscope {

template <typename Coder>
void codeOwner(Coder &coder, typename Coder::template Of<Owner> &owner)
{
    auto &[kind, number, fullPath, name, fullName, webUrl] = owner;
    coder.choice(kind, OwnerKind::Project);
    coder.number(number);
    coder.text(fullPath);
    coder.text(name);
    coder.text(fullName);
    coder.text(webUrl);
}

template <typename Coder>
void codeUser(Coder &coder, typename Coder::template Of<User> &user)
{
    auto &[number, username, name, webUrl, state, kind] = user;
    coder.number(number);
    coder.text(username);
    coder.text(name);
    coder.text(webUrl);
    coder.choice(state, UserState::Banned);
    coder.choice(kind, UserKind::Bot);
}

template <typename Coder>
void codeManager(Coder &coder, typename Coder::template Of<RunnerManager> &manager)
{
    auto &[number, systemId, version, revision, platform, architecture, executor, ipAddress, createdAt, contactedAt,
        jobExecution] = manager;
    coder.number(number);
    coder.text(systemId);
    coder.repeatedText(version);
    coder.repeatedText(revision);
    coder.repeatedText(platform);
    coder.repeatedText(architecture);
    coder.repeatedText(executor);
    coder.text(ipAddress);
    coder.time(createdAt);
    coder.time(contactedAt);
    coder.choice(jobExecution, JobExecution::Active);
}

template <typename Coder>
void codeRunner(Coder &coder, typename Coder::template Of<Runner> &runner)
{
    auto &[id, shortSha, description, maintenanceNote, tags, owner, creator, managers, managerCount, jobCount,
        projectCount, maximumTimeout, createdAt, tokenExpiresAt, contactedAt, type, accessLevel, jobExecution,
        creationMethod, creationState, paused, locked, runUntagged] = runner;
    coder.risingNumber(id.number); // the instance is its reader's
    coder.text(shortSha);
    coder.text(description);
    coder.list(tags, [](Coder &c, auto &tag) { c.repeatedText(tag); });
    coder.one(owner);
    coder.one(creator);
    coder.list(managers, [](Coder &c, auto &manager) { codeManager(c, manager); });
    coder.number(managerCount);
    coder.number(jobCount);
    coder.number(projectCount);
    coder.number(maximumTimeout);
    coder.time(createdAt);
    coder.time(contactedAt);
    coder.choice(type, RunnerType::Project);
    coder.choice(accessLevel, AccessLevel::RefProtected);
    coder.choice(jobExecution, JobExecution::Active);
    coder.choice(creationMethod, CreationMethod::AuthenticatedUser);
    coder.choice(creationState, CreationState::Finished);
    coder.flag(paused);
    coder.flag(locked);
    coder.flag(runUntagged);
    if (coder.since(2)) {
        coder.text(maintenanceNote);
        coder.time(tokenExpiresAt);
    }
}

template <typename Coder>
void codeRow(Coder &coder, typename Coder::template Of<FleetRow> &row)
{
    auto &[runner, readAt, status, kept] = row;
    coder.readAt(readAt);
    coder.runner(runner);
    coder.derived(status); // by statusOf(), which may learn
    coder.derived(kept); // its reader's
}

template <typename Coder>
void codeSource(Coder &coder, typename Coder::template Of<FleetSource> &source)
{
    auto &[instance, label, webUrl, serverVersion, userName, demo, cached] = source;
    coder.derived(instance); // its reader's
    coder.text(label);
    coder.text(webUrl);
    coder.text(serverVersion);
    coder.text(userName);
    coder.flag(demo);
    coder.derived(cached); // its reader's
}

template <typename Coder>
void codePart(Coder &coder, typename Coder::template Of<FleetPart> &part)
{
    auto &[kind, fullPath, state] = part;
    coder.choice(kind, FleetPart::Kind::InstanceRunners);
    coder.text(fullPath);
    coder.choice(state, FleetPart::State::Refused);
}

template <typename Coder>
void codeCoverage(Coder &coder, typename Coder::template Of<Coverage> &coverage)
{
    auto &[kind, expected, parts] = coverage;
    coder.choice(kind, Coverage::Kind::Whole);
    coder.number(expected);
    coder.list(parts, [](Coder &c, auto &part) { codePart(c, part); });
}

template <typename Coder>
void codeState(Coder &coder, typename Coder::template Of<FleetState> &state)
{
    auto &[source, coverage, asOf, notes] = state;
    codeSource(coder, source);
    codeCoverage(coder, coverage);
    coder.time(asOf);
    coder.notes(notes);
}

} // namespace Runnerscope
