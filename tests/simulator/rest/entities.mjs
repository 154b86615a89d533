// SPDX-License-Identifier: GPL-3.0-or-later
// What REST shows of things (lib/api/entities).
import {seenAt, status} from '../fleet/contact.mjs';

export const iso = time => time === null ? null : new Date(time).toISOString();

const executing = active => active ? 'active' : 'idle';

/** The old mixture: `paused` hides `online` and `offline` (app/models/concerns/ci/has_runner_status.rb). */
function mixedStatus(runner, now) {
  const name = (runner.shown?.CiRunnerStatus ?? status(runner, now)).toLowerCase();
  return runner.paused && ['online', 'offline'].includes(name) ? 'paused' : name;
}

export const userBasic = ({id, username, name, state, bot}, {baseUrl}) =>
  ({id, username, name, state, locked: false, avatar_url: null, web_url: `${baseUrl}/${username}`, ...bot && {bot}});

/** lib/api/entities/ci/runner.rb; older servers leave the last three out. */
export function runnerEntry(runner, call) {
  const {now, instance, fleet} = call;
  const contact = seenAt(runner, now);
  const recent = () => ({
    ...runner.creator && {created_by: userBasic(runner.creator, call)},
    created_at: iso(runner.createdAt), job_execution_status: executing(fleet.isExecuting(runner, now)),
  });
  return {
    id: runner.id, description: runner.description, ip_address: null, active: !runner.paused, paused: runner.paused,
    is_shared: runner.type === 'INSTANCE_TYPE', runner_type: (runner.shown?.CiRunnerType ?? runner.type).toLowerCase(),
    name: null, online: contact === null ? null : status(runner, now) === 'ONLINE', status: mixedStatus(runner, now),
    ...instance.grown && recent(),
  };
}

const projectIdentity = project => ({id: project.id, description: null, name: project.name,
  name_with_namespace: project.nameWithNamespace, path: project.path, path_with_namespace: project.fullPath});

/** lib/api/entities/ci/runner_details.rb; the version is that of the manager contacted last. */
export function runnerDetails(runner, call) {
  const {fleet, rights, now, parameters, baseUrl} = call;
  const newest = runner.managerCount > 0 ? fleet.manager(runner, 0) : null;
  const visible = (runner.projects ?? []).filter(project => rights.mayReadPlace(project));
  return {
    ...runnerEntry(runner, call), tag_list: runner.tags, run_untagged: runner.runUntagged,
    locked: runner.type === 'PROJECT_TYPE' && runner.locked, maximum_timeout: runner.maximumTimeout,
    access_level: runner.accessLevel.toLowerCase(), version: newest?.version ?? null, revision: newest?.revision ?? null,
    platform: newest?.platformName ?? null, architecture: newest?.architectureName ?? null,
    contacted_at: iso(seenAt(runner, now)),
    maintenance_note: rights.mayUpdateRunner(runner) ? runner.maintenanceNote : null,
    ...parameters.flag('include_projects') !== false && {projects: visible.map(projectIdentity)},
    groups: runner.group && rights.mayReadPlace(runner.group)
      ? [{id: runner.group.id, web_url: `${baseUrl}/groups/${runner.group.fullPath}`, name: runner.group.name}] : [],
  };
}

/** lib/api/entities/ci/runner_manager.rb */
export function managerEntry(manager, {fleet, instance, now}) {
  const {id, systemId, version, revision, platformName, architectureName, createdAt, ipAddress} = manager;
  return {
    id, system_id: systemId, version, revision, platform: platformName, architecture: architectureName,
    created_at: iso(createdAt), contacted_at: iso(seenAt(manager, now)), ip_address: ipAddress,
    status: (manager.shown?.CiRunnerStatus ?? status(manager, now)).toLowerCase(),
    ...instance.grown && {job_execution_status: executing(fleet.isManagerExecuting(manager, now))},
  };
}

export function groupEntry({id, name, path, fullPath, fullName, parent}, {baseUrl}) {
  return {id, web_url: `${baseUrl}/groups/${fullPath}`, name, path, description: '', visibility: 'private', avatar_url: null,
    full_name: fullName, full_path: fullPath, parent_id: parent?.id ?? null};
}

export function projectEntry(project, {baseUrl}) {
  const {id, name, path, fullPath, personal, parent} = project.namespace;
  return {
    ...projectIdentity(project), web_url: `${baseUrl}/${project.fullPath}`, visibility: 'private', avatar_url: null,
    namespace: {id, name, path, kind: personal ? 'user' : 'group', full_path: fullPath, parent_id: parent?.id ?? null,
      avatar_url: null, web_url: `${baseUrl}/${personal ? '' : 'groups/'}${fullPath}`},
  };
}

/** `is_admin` is there in an administrator's own view only. */
export function ownUser(user, call) {
  return {...userBasic(user, call), created_at: iso(user.createdAt), bot: user.bot, ...user.admin && {is_admin: true}};
}
