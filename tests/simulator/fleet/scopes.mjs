// SPDX-License-Identifier: GPL-3.0-or-later
// Which runners belong to a list below a group, a project or a user (app/finders/ci/runners_finder.rb).
// A scope is {name, matches(runner)}; equal names mean equal lists.
import {isWithin, takesGroupRunners, takesInstanceRunners} from './places.mjs';
import {MAINTAINER, OWNER} from './members.mjs';

export const EVERYTHING = {name: '', matches: () => true};

const below = (runner, group) => runner.group ? isWithin(runner.group, group)
  : runner.projects?.some(project => isWithin(project, group)) ?? false;

/** Runners of the groups that a place lies in, itself included, and instance runners as far as they are let in. */
const fromAbove = (runner, namespace, place) => runner.group ? isWithin(namespace, runner.group)
  : runner.type === 'INSTANCE_TYPE' && takesInstanceRunners(place);

const MEMBERSHIPS = {
  DIRECT: (runner, group) => runner.group === group,
  DESCENDANTS: below,
  ALL_AVAILABLE: (runner, group) => below(runner, group) || fromAbove(runner, group, group),
};

export const groupScope = (group, membership) =>
  ({name: `group ${group.id} ${membership}`, matches: runner => (MEMBERSHIPS[membership] ?? below)(runner, group)});

/** What REST lists below a group: its own, those of its ancestors and of the instance. */
export const inheritedScope = group =>
  ({name: `group ${group.id} inherited`, matches: runner => fromAbove(runner, group, group)});

export function projectScope(project) {
  const withGroups = takesGroupRunners(project);
  return {name: `project ${project.id}`, matches: runner => (runner.projects?.includes(project) ?? false)
    || ((withGroups || runner.group === null) && fromAbove(runner, project.namespace, project))};
}

/** The runners a user manages: as Owner of a group, as Maintainer of a project. */
export const managedScope = rights => ({
  name: `managed by ${rights.user.id} ${rights.version}`,
  matches: runner => runner.group ? rights.level(runner.group) >= OWNER
    : runner.projects?.some(project => rights.level(project) >= MAINTAINER) ?? false,
});

/** Of those, the ones that can be given to a project: unlocked project runners not yet in it. */
export function assignableScope(scope, project) {
  return {name: `${scope.name} for ${project?.id}`, matches: runner => project !== null && runner.type === 'PROJECT_TYPE'
    && !runner.locked && !runner.projects.includes(project) && scope.matches(runner)};
}
