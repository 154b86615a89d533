// SPDX-License-Identifier: GPL-3.0-or-later
// Groups, several levels deep, and projects in them or in a user's personal namespace.
import {Random} from './random.mjs';

const AREAS = ['platform', 'payments', 'search', 'mobile', 'web', 'data', 'infra', 'security', 'billing', 'docs', 'tools',
  'embedded', 'audio', 'maps', 'mail', 'build', 'release', 'ops', 'research', 'design'];
const THINGS = ['gateway', 'worker', 'api', 'frontend', 'firmware', 'images', 'charts', 'scripts', 'library', 'site', 'agent',
  'tests', 'importer', 'scheduler', 'console'];
const DEEP_BRANCH = 15;
const USUAL_DEPTH = 6;
const PERSONAL_SHARE = 0.06;

const titled = word => word[0].toUpperCase() + word.slice(1);

function makeGroup(index, parent, area) {
  const path = `${area}-${index}`;
  const name = `${titled(area)} ${index}`;
  return {__typename: 'Group', id: 100 + index, name, path, parent, depth: parent ? parent.depth + 1 : 1,
    fullPath: parent ? `${parent.fullPath}/${path}` : path,
    fullName: parent ? `${parent.fullName} / ${name}` : name};
}

function makeGroups(random, count) {
  const groups = [];
  const parents = [];
  for (let index = 0; index < count; index += 1) {
    const inBranch = index < DEEP_BRANCH;
    const branchParent = index > 0 ? groups[index - 1] : null;
    const otherParent = parents.length > 0 && random.chance(0.8) ? random.pick(parents) : null;
    const group = makeGroup(index, inBranch ? branchParent : otherParent, random.pick(AREAS));
    groups.push(group);
    if (!inBranch && group.depth < USUAL_DEPTH) parents.push(group);
  }
  return groups;
}

function makeProject(index, namespace, thing) {
  const path = `${thing}-${index}`;
  const name = `${titled(thing)} ${index}`;
  return {__typename: 'Project', id: 1000 + index, name, path, namespace, fullPath: `${namespace.fullPath}/${path}`,
    nameWithNamespace: `${namespace.fullName} / ${name}`};
}

export function personalNamespace(user) {
  return {personal: true, ownerId: user.id, id: 500000 + user.id, name: user.name, path: user.username,
    fullPath: user.username, fullName: user.name};
}

function makeProjects(random, count, groups, people) {
  const namespaces = people.map(personalNamespace);
  return Array.from({length: count}, (_, index) => {
    const personal = index % 17 === 4 || random.chance(PERSONAL_SHARE);
    return makeProject(index, random.pick(personal ? namespaces : groups), random.pick(THINGS));
  });
}

/** A group and those it lies in, the nearest first. */
export function* selfAndAncestors(group) {
  for (let place = group; place; place = place.parent) yield place;
}

/** Whether a group, project or personal namespace is the given group or lies below it. */
export function isWithin(place, root) {
  for (const group of selfAndAncestors(place.__typename === 'Project' ? place.namespace : place))
    if (group === root) return true;
  return false;
}

/** Groups and projects that let instance runners in, and projects that let those of their groups in: all but a few. */
export const takesInstanceRunners = place => place.id % 23 !== 7;
export const takesGroupRunners = project => project.id % 29 !== 11;

const within = (low, value, high) => Math.round(Math.min(Math.max(value, low), high));

export function makePlaces(seed, runners, people) {
  const random = new Random(seed, 202);
  const groups = makeGroups(random, within(40, runners / 25, 4000));
  const projects = makeProjects(random, within(60, runners / 3, 30000), groups, people);
  const byPath = new Map([...groups, ...projects].map(place => [place.fullPath.toLowerCase(), place]));
  return {groups, projects, byPath};
}
