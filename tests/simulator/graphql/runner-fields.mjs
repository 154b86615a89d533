// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a runner and its managers (app/graphql/types/ci/runner_type.rb, runner_manager_type.rb).
import {matchesStatus, seenAt, status} from '../fleet/contact.mjs';
import {offsetConnection} from './connections.mjs';
import {globalId} from './global-ids.mjs';
import {sortPlaces} from './place-lists.mjs';

/** Silent null: a field the user may not read is null without an error. */
const only = (permitted, read) => (runner, args, context) =>
  permitted(context.rights, runner) ? read(runner, args, context) : null;
const forAdministrators = read => only(rights => rights.administers, read);

function managers(runner, args, {fleet, now}) {
  if (args.systemId == null && args.status == null)
    return offsetConnection(runner.managerCount, place => fleet.manager(runner, place), args);
  const wanted = fleet.managers(runner).filter(manager => (args.systemId == null || manager.systemId === args.systemId)
    && (args.status == null || matchesStatus(manager, args.status, now)));
  return offsetConnection(wanted.length, place => wanted[place], args);
}

function projects(runner, args, {rights}) {
  if (runner.projects === null) return null;
  const text = (args.search ?? '').toLowerCase();
  const visible = runner.projects.filter(project => rights.mayReadPlace(project));
  const place = project => args.searchNamespaces ? project.fullPath : project.path;
  const wanted = visible.filter(project => project.name.toLowerCase().includes(text) || place(project).includes(text));
  sortPlaces(wanted, args.sort);
  return offsetConnection(wanted.length, place => wanted[place], args);
}

/** Old servers drop a group that may not be read, newer ones show little of it. */
function groups(runner, args, {rights, instance}) {
  const mayRead = group => instance.grown || rights.mayReadPlace(group);
  return runner.group === null ? null : offsetConnection(1, () => runner.group, args, {mayRead});
}

function ownerProject(runner, args, {rights, instance}) {
  const project = runner.projects?.[0] ?? null;
  return project && (instance.grown || rights.mayReadPlace(project)) ? project : null;
}

/** What is shown of an enum; a server newer than any known has values of its own (fleet.showUnknown). */
const shown = (enumName, read) => (subject, ...more) => subject.shown?.[enumName] ?? read(subject, ...more);

const adminUrl = (runner, args, {baseUrl}) => `${baseUrl()}/admin/runners/${runner.id}`;
const executing = active => active ? 'ACTIVE' : 'IDLE';

export const CiRunner = {
  id: runner => globalId('Ci::Runner', runner.id),
  runnerType: shown('CiRunnerType', runner => runner.type),
  status: shown('CiRunnerStatus', (runner, args, {now}) => status(runner, now)),
  accessLevel: shown('CiRunnerAccessLevel', runner => runner.accessLevel),
  creationMethod: shown('CiRunnerCreationMethod', runner => runner.creationMethod),
  creationState: shown('CiRunnerCreationState', runner => runner.creationState),
  active: runner => !runner.paused,
  jobExecutionStatus: shown('CiRunnerJobExecutionStatus',
    (runner, args, {fleet, now}) => executing(fleet.isExecuting(runner, now))),
  contactedAt: (runner, args, {now}) => seenAt(runner, now),
  createdBy: runner => runner.creator,
  tagList: runner => runner.tags,
  locked: runner => runner.type === 'PROJECT_TYPE' && runner.locked,
  maintenanceNote: only((rights, runner) => rights.mayUpdateRunner(runner), runner => runner.maintenanceNote),
  tokenExpiresAt: only((rights, runner) => rights.mayReadSensitiveData(runner), runner => runner.tokenExpiresAt),
  publicProjectsMinutesCostFactor: () => 1,
  privateProjectsMinutesCostFactor: () => 1,
  adminUrl: forAdministrators(adminUrl),
  editAdminUrl: forAdministrators((...call) => `${adminUrl(...call)}/edit`),
  jobCount: (runner, {statuses}, {fleet}) => fleet.jobCount(runner, statuses),
  projectCount: runner => runner.projects?.length ?? null,
  managers, groups, projects, ownerProject,
  upgradeStatus: () => null,
  userPermissions: (runner, args, {rights}) => ({
    readRunner: rights.mayReadRunner(runner), updateRunner: rights.mayUpdateRunner(runner),
    deleteRunner: rights.mayDeleteRunner(runner), assignRunner: rights.mayAssignRunner(runner),
  }),
};

export const CiRunnerManager = {
  id: manager => globalId('Ci::RunnerManager', manager.id),
  status: shown('CiRunnerStatus', (manager, args, {now}) => status(manager, now)),
  contactedAt: (manager, args, {now}) => seenAt(manager, now),
  jobExecutionStatus: shown('CiRunnerJobExecutionStatus',
    (manager, args, {fleet, now}) => executing(fleet.isManagerExecuting(manager, now))),
  upgradeStatus: () => null,
};
