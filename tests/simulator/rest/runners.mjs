// SPDX-License-Identifier: GPL-3.0-or-later
// Runners (lib/api/ci/runners.rb).
import {inheritedScope, managedScope, projectScope} from '../fleet/scopes.mjs';
import {sortPlaces} from '../graphql/place-lists.mjs';
import {managerEntry, projectEntry, runnerDetails, runnerEntry} from './entities.mjs';
import {paginate} from './pages.mjs';
import {Refusal} from './parameters.mjs';
import {groupAt, projectAt} from './places.mjs';

const TYPES = ['instance_type', 'group_type', 'project_type'];
const STATUSES = ['active', 'paused', 'online', 'offline', 'never_contacted', 'stale'];
const TYPE_SCOPES = {specific: 'project_type', shared: 'instance_type'};

const forbidden = why => new Refusal(403, {message: why ? `403 Forbidden - ${why}` : '403 Forbidden'});

/** The parameters in the names of GraphQL's filters; `scope` is the deprecated one. */
function filters(parameters, scopes) {
  const scope = parameters.choice('scope', scopes);
  const type = parameters.choice('type', TYPES) ?? TYPE_SCOPES[scope];
  const status = parameters.choice('status', STATUSES) ?? (STATUSES.includes(scope) ? scope : undefined);
  return {type: type?.toUpperCase(), status: status?.toUpperCase(), paused: parameters.flag('paused'),
    tagNames: parameters.list('tag_list'), versionPrefix: parameters.matching('version_prefix', /^[\d.]/)};
}

const OLD_SCOPES = ['active', 'paused', 'online', 'offline'];

function page(call, scope, scopes = OLD_SCOPES) {
  const {rows: runners} = call.listing.find({...filters(call.parameters, scopes), sort: 'ID_ASC'}, scope);
  const {rows, headers} = paginate(runners, call);
  return {content: rows.map(runner => runnerEntry(runner, call)), headers};
}

export const managedRunners = call => page(call, managedScope(call.rights));

export function allRunners(call) {
  if (!call.rights.seesAll) throw forbidden();
  return page(call, undefined, [...Object.keys(TYPE_SCOPES), ...OLD_SCOPES]);
}

export function projectRunners(call) {
  const project = projectAt(call);
  if (!call.rights.mayListRunners(project)) throw forbidden();
  return page(call, projectScope(project), [...Object.keys(TYPE_SCOPES), ...OLD_SCOPES]);
}

export function groupRunners(call) {
  const group = groupAt(call);
  if (!call.rights.mayListRunners(group)) throw forbidden();
  return page(call, inheritedScope(group));
}

export function runnerAt({fleet, rights, id}, permitted = rights.mayReadRunner) {
  if (!/^\d+$/.test(id)) throw new Refusal(400, {error: 'id is invalid'});
  const runner = fleet.runner(Number(id));
  if (runner === null) throw new Refusal(404, {message: '404 Runner Not Found'});
  if (!permitted.call(rights, runner)) throw forbidden('No access granted');
  return runner;
}

export const runner = call => ({content: runnerDetails(runnerAt(call), call)});

export function managers(call) {
  return {content: call.fleet.managers(runnerAt(call)).map(manager => managerEntry(manager, call))};
}

export function runnerProjects(call) {
  const {rows, headers} = paginate(
    sortPlaces((runnerAt(call).projects ?? []).filter(project => call.rights.mayReadPlace(project)), 'id_desc'), call);
  return {content: rows.map(project => projectEntry(project, call)), headers};
}
