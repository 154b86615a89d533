// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of groups, projects and memberships (app/graphql/resolvers/groups_resolver.rb, projects_resolver.rb).
import {isWithin} from '../fleet/places.mjs';
import {ACCESS_LEVELS, OWNER} from '../fleet/members.mjs';
import {hasContributed, lastActivityAt} from '../jobs/activity.mjs';
import {offsetConnection} from './connections.mjs';
import {parseGlobalId} from './global-ids.mjs';

const compare = (left, right) => left < right ? -1 : left > right ? 1 : 0;

const SORTS = {
  id_asc: (left, right) => left.id - right.id,
  id_desc: (left, right) => right.id - left.id,
  name_asc: (left, right) => compare(left.name, right.name) || left.id - right.id,
  name_desc: (left, right) => compare(right.name, left.name) || right.id - left.id,
  path_asc: (left, right) => compare(left.path, right.path) || left.id - right.id,
  path_desc: (left, right) => compare(right.path, left.path) || right.id - left.id,
};

function matchesText(search) {
  const text = search?.toLowerCase() ?? '';
  return place => place.name.toLowerCase().includes(text) || place.path.includes(text);
}

export const sortPlaces = (places, sort) => places.sort(SORTS[sort] ?? SORTS.id_desc);

const page = (places, args) => offsetConnection(places.length, place => places[place], args);

/** The groups a user finds, REST's parameters in the names of GraphQL's. */
export function findGroups(wanted, {fleet, rights}) {
  const {search, ids, parent, topLevelOnly, ownedOnly, allAvailable, minAccessLevel, sort} = wanted;
  const direct = rights.user === null ? new Map() : fleet.members.of(rights.user);
  const tests = [group => rights.mayReadPlace(group), matchesText(search)];
  if (ids) tests.push(group => ids.includes(group.id));
  if (parent !== undefined) tests.push(group => group.parent === parent && parent !== null);
  if (topLevelOnly) tests.push(group => group.parent === null);
  if (ownedOnly) tests.push(group => direct.get(group) === OWNER);
  if (allAvailable === false) tests.push(group => rights.level(group) > 0);
  if (minAccessLevel) tests.push(group => rights.level(group) >= minAccessLevel);
  return sortPlaces(fleet.places.groups.filter(group => tests.every(test => test(group))), sort);
}

export function findProjects(wanted, {fleet, rights}) {
  const {search, ids, fullPaths, membership, personal, minAccessLevel, namespace, sort} = wanted;
  const tests = [project => rights.mayReadPlace(project), matchesText(search)];
  const paths = fullPaths?.map(path => path.toLowerCase());
  if (ids) tests.push(project => ids.includes(project.id));
  if (paths) tests.push(project => paths.includes(project.fullPath.toLowerCase()));
  if (membership) tests.push(project => rights.level(project) > 0);
  if (personal) tests.push(project => project.namespace.ownerId === rights.user?.id && project.namespace.personal);
  if (minAccessLevel) tests.push(project => rights.level(project) >= minAccessLevel);
  if (namespace !== undefined) tests.push(project => namespace !== null && isWithin(project, namespace));
  return sortPlaces(fleet.places.projects.filter(project => tests.every(test => test(project))), sort);
}

const numbers = (ids, model) => ids?.map(id => parseGlobalId(id, model));
const levelOf = name => [...ACCESS_LEVELS].find(([, known]) => known === name)?.[0];

function groupAt(path, {fleet}) {
  if (path == null) return undefined;
  const found = fleet.place(path);
  return found?.__typename === 'Group' ? found : null;
}

export const groups = (_, args, context) =>
  page(findGroups({...args, ids: numbers(args.ids, 'Group'), parent: groupAt(args.parentPath, context)}, context), args);

export const projects = (_, args, context) => {
  const found = findProjects({...args, ids: numbers(args.ids, 'Project'),
    minAccessLevel: levelOf(args.minAccessLevel), namespace: groupAt(args.namespacePath, context)}, context);
  return page(byActivity(found, args.sort, context) ?? found, args);
};

const ACTIVITY_SORTS = {latest_activity_desc: -1, latest_activity_asc: 1};

/** Undefined for another sort. */
function byActivity(places, sort, {fleet, jobs}) {
  const sign = ACTIVITY_SORTS[sort];
  if (sign === undefined) return undefined;
  const rows = places.map(project => ({project, at: lastActivityAt(project, jobs, fleet)}))
    .sort((left, right) => sign * (left.at - right.at) || sign * (left.project.id - right.project.id));
  return rows.map(({project}) => project);
}

/** Projects a user worked in. */
export function contributedProjects(user, args, context) {
  const {fleet, rights, jobs} = context;
  const {minAccessLevel, search, includePersonal} = args;
  const least = minAccessLevel == null ? 1 : levelOf(minAccessLevel);
  const found = fleet.places.projects.filter(project => rights.level(project) >= least && matchesText(search)(project)
    && (includePersonal || !project.namespace.personal)
    && hasContributed(user, project, rights.level(project), {seed: fleet.seed, jobs}));
  const sort = args.sort?.toLowerCase();
  return page(byActivity(found, sort, context) ?? sortPlaces(found, sort), args);
}

/** Direct memberships only, the newest last. */
function memberships(typename) {
  return (user, args, {fleet}) => {
    const places = [...fleet.members.of(user)].filter(([place]) => place.__typename === typename);
    const members = places.map(([place, level]) => ({place, level, user}));
    return offsetConnection(members.length, number => members[number], args);
  };
}

export const groupMemberships = memberships('Group');
export const projectMemberships = memberships('Project');
