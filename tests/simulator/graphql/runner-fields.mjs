// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a runner and its managers (app/graphql/types/ci/runner_type.rb, runner_manager_type.rb).
import {mayAdminister, mayReadRunner} from '../access.mjs';
import {matchesStatus, seenAt, status} from '../fleet/contact.mjs';
import {offsetConnection} from './connections.mjs';
import {globalId} from './global-ids.mjs';

/** Silent null: a field the user may not read is null without an error. */
const forAdministrators = read => (runner, args, context) => mayAdminister(context.user) ? read(runner, args, context) : null;

function managers(runner, args, {fleet, now}) {
  if (args.systemId == null && args.status == null)
    return offsetConnection(runner.managerCount, place => fleet.manager(runner, place), args);
  const wanted = fleet.managers(runner).filter(manager => (args.systemId == null || manager.systemId === args.systemId)
    && (args.status == null || matchesStatus(manager, args.status, now)));
  return offsetConnection(wanted.length, place => wanted[place], args);
}

const PROJECT_SORTS = {
  id_asc: (left, right) => left.id - right.id,
  id_desc: (left, right) => right.id - left.id,
  name_asc: (left, right) => left.name < right.name ? -1 : 1,
  name_desc: (left, right) => left.name > right.name ? -1 : 1,
};

function projects(runner, args, {user}) {
  if (runner.projects === null) return null;
  const text = (args.search ?? '').toLowerCase();
  const visible = mayAdminister(user) ? runner.projects : [];
  const wanted = visible.filter(project => project.name.toLowerCase().includes(text) || project.path.includes(text));
  wanted.sort(PROJECT_SORTS[args.sort] ?? PROJECT_SORTS.id_desc);
  return offsetConnection(wanted.length, place => wanted[place], args);
}

function groups(runner, args) {
  return runner.group === null ? null : offsetConnection(1, () => runner.group, args);
}

const adminUrl = (runner, args, {baseUrl}) => `${baseUrl()}/admin/runners/${runner.id}`;
const executing = active => active ? 'ACTIVE' : 'IDLE';

export const CiRunner = {
  id: runner => globalId('Ci::Runner', runner.id),
  runnerType: runner => runner.type,
  status: (runner, args, {now}) => status(runner, now),
  active: runner => !runner.paused,
  jobExecutionStatus: (runner, args, {fleet, now}) => executing(fleet.isExecuting(runner, now)),
  contactedAt: (runner, args, {now}) => seenAt(runner, now),
  createdBy: runner => runner.creator,
  tagList: runner => runner.tags,
  locked: runner => runner.type === 'PROJECT_TYPE' && runner.locked,
  maintenanceNote: forAdministrators(runner => runner.maintenanceNote),
  tokenExpiresAt: forAdministrators(runner => runner.tokenExpiresAt),
  adminUrl: forAdministrators(adminUrl),
  editAdminUrl: forAdministrators((...call) => `${adminUrl(...call)}/edit`),
  projectCount: runner => runner.projects?.length ?? null,
  managers, groups, projects,
  ownerProject: runner => runner.projects?.[0] ?? null,
  upgradeStatus: () => null,
  userPermissions: (runner, args, {user}) => {
    const all = mayAdminister(user);
    return {readRunner: mayReadRunner(user, runner), updateRunner: all, deleteRunner: all, assignRunner: all};
  },
};

export const CiRunnerManager = {
  id: manager => globalId('Ci::RunnerManager', manager.id),
  status: (manager, args, {now}) => status(manager, now),
  contactedAt: (manager, args, {now}) => seenAt(manager, now),
  jobExecutionStatus: (manager, args, {fleet, now}) => executing(fleet.isManagerExecuting(manager, now)),
  upgradeStatus: () => null,
};
