// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a runner can take a job: scope, protection, tags, not paused. Nothing else plays a part, `locked` and `status` neither.
// A demand is what counts of a pending job: {project, isProtected, tags}.
import {isWithin, takesGroupRunners, takesInstanceRunners} from '../fleet/places.mjs';

/** app/services/ci/queue/pending_builds_strategy.rb */
export function isInScope(runner, {project}) {
  if (runner.type === 'INSTANCE_TYPE') return takesInstanceRunners(project);
  if (runner.group) return takesGroupRunners(project) && isWithin(project, runner.group);
  return runner.projects.includes(project);
}

const matchesProtection = (runner, {isProtected}) => runner.accessLevel !== 'REF_PROTECTED' || isProtected;

/** Exact and case-sensitive; a job without tags wants a runner that runs untagged ones. */
const matchesTags = (runner, {tags}) => tags.length === 0 ? runner.runUntagged : tags.every(tag => runner.tags.includes(tag));

/** lib/gitlab/ci/matching/runner_matcher.rb */
export const matches = (runner, demand) => matchesProtection(runner, demand) && matchesTags(runner, demand);

export const canTake = (runner, demand) => !runner.paused && matches(runner, demand) && isInScope(runner, demand);
