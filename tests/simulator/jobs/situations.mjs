// SPDX-License-Identifier: GPL-3.0-or-later
// The prepared situations by name.
import {Stage} from './situations/stage.mjs';
import {allBusy, allPaused, onlyProtected, unknownTag} from './situations/waiting.mjs';
import {notWaiting, nearLimit, triggerJob, unacknowledged} from './situations/odd.mjs';
import {deletedRunner, failingRunner, hiddenProject, silentHost} from './situations/runners.mjs';

const PREPARED = {
  'unknown-tag': unknownTag, 'all-paused': allPaused, 'all-busy': allBusy, 'only-protected': onlyProtected,
  'not-waiting': notWaiting, unacknowledged, 'failing-runner': failingRunner, 'silent-host': silentHost, 'near-limit': nearLimit,
  'deleted-runner': deletedRunner, 'hidden-project': hiddenProject, 'trigger-job': triggerJob,
};

export const SITUATIONS = Object.keys(PREPARED);

const numbers = list => list.map(({id}) => id);
const byRole = jobs => Object.fromEntries(Object.entries(jobs).map(([role, job]) => [role, job.id]));

/** {name, project, jobs: {role: id}, runners: [ids]} */
export function prepareSituation(name, world) {
  const {jobs, runners, project} = PREPARED[name](new Stage(world));
  return {name, project: project.fullPath, jobs: byRole(jobs), runners: numbers(runners)};
}
