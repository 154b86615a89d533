// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of runners: of the instance, and below groups, projects and users (app/graphql/resolvers/ci/*runners_resolver.rb).
import {GraphQLError} from 'graphql';
import {assignableScope, groupScope, managedScope, projectScope} from '../fleet/scopes.mjs';
import {keysetConnection, offsetConnection} from './connections.mjs';
import {noResource} from './errors.mjs';

const mayRead = ({rights}) => runner => rights.mayReadRunner(runner);

/** The links of an edge, set without a look at permissions (app/graphql/types/ci/runner_web_url_edge.rb). */
const urlsBelow = url => runner => ({webUrl: `${url}/-/runners/${runner.id}`, editUrl: `${url}/-/runners/${runner.id}/edit`});

/** Pages by offset. */
function mostActive(args, scope, context, more) {
  const {listing, fleet, now} = context;
  const {rows} = listing.find({...args, sort: 'CREATED_DESC'}, scope);
  const active = rows.map(runner => ({runner, jobs: fleet.isExecuting(runner, now) ? 1 : 0}));
  active.sort((left, right) => right.jobs - left.jobs);
  return offsetConnection(active.length, place => active[place].runner, args, more);
}

function list(args, scope, context, urls) {
  const more = {mayRead: mayRead(context), urls};
  if (args.sort === 'MOST_ACTIVE_DESC') return mostActive(args, scope, context, more);
  return keysetConnection(context.listing.find(args, scope), args, more);
}

function refuseMostActive({sort, type, membership}) {
  if (sort !== 'MOST_ACTIVE_DESC' || type === 'INSTANCE_TYPE' || membership === 'DIRECT') return;
  throw new GraphQLError(membership ? 'MOST_ACTIVE_DESC sorting is only supported on groups when membership is DIRECT'
    : 'MOST_ACTIVE_DESC sorting is only available for groups or when type is INSTANCE_TYPE');
}

export function instanceRunners(_, args, context) {
  if (!context.rights.administers) throw noResource();
  refuseMostActive(args);
  return list(args, undefined, context);
}

export function groupRunners(group, args, context) {
  if (!context.rights.mayListRunners(group)) throw noResource();
  refuseMostActive(args);
  return list(args, groupScope(group, args.membership ?? 'DESCENDANTS'), context,
    urlsBelow(`${context.baseUrl()}/groups/${group.fullPath}`));
}

export function projectRunners(project, args, context) {
  if (!context.rights.mayListRunners(project)) throw noResource();
  refuseMostActive(args);
  return list(args, projectScope(project), context, urlsBelow(`${context.baseUrl()}/${project.fullPath}`));
}

export function managedRunners(_, args, context) {
  refuseMostActive(args);
  const {rights, fleet} = context;
  const managed = managedScope(rights);
  const path = args.assignableToProjectPath;
  if (path == null) return list(args, managed, context);
  const project = fleet.place(path);
  const usable = project?.__typename === 'Project' && rights.mayListRunners(project) ? project : null;
  return list(args, assignableScope(managed, usable), context);
}
