// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs that look as if they waited for a runner, or will not wait much longer.
import {acquireResource} from '../progress.mjs';
import {running, waiting} from './stage.mjs';

/** Manual, waiting for a resource, and created with a stage before it that still runs. */
export function notWaiting(stage) {
  const runners = [stage.runner('deployer', ['deploy-bastion'], {concurrent: 2})];
  const tags = ['deploy-bastion'];
  const deployment = {stage: 'deploy', name: 'deploy staging', tags, resourceGroup: 'bastion'};
  const holding = stage.pipeline(12, [['holder', deployment, running(runners[0], 10, 240)]]);
  const held = stage.pipeline(8, [['resource', deployment, {status: 'WAITING_FOR_RESOURCE'}]]);
  acquireResource(stage.world, holding.holder);
  acquireResource(stage.world, held.resource);
  const production = {stage: 'deploy', name: 'deploy production', tags, when: 'manual'};
  const clicked = stage.pipeline(40, [['manual', production, {status: 'MANUAL'}]]);
  const later = stage.pipeline(9, [['before', {name: 'compile', tags}, running(runners[0], 7, 240)],
    ['created', {stage: 'test', name: 'unit', tags}, {status: 'CREATED'}]]);
  return {jobs: {...holding, ...held, ...clicked, ...later}, runners, project: stage.project};
}

/** Given to a runner that never said that it has it: pending, and no other runner gets it. */
export function unacknowledged(stage) {
  const runners = [stage.runner('cloud-router', ['on-demand'])];
  const jobs = stage.pipeline(30, [['assigned', {name: 'unit', tags: ['on-demand']}, waiting(29, {runner: runners[0]})]]);
  return {jobs, runners, project: stage.project};
}

/** One has waited for almost 24 hours behind a busy runner, one is stuck for almost an hour. */
export function nearLimit(stage) {
  const runners = [stage.runner('crash-lab', ['crash-lab'])];
  const long = {name: 'soak', tags: ['crash-lab']};
  const day = stage.pipeline(23.6 * 60, [['busy', long, running(runners[0], 23.5 * 60, 72 * 60)], ['old', long, waiting(23.5 * 60)]]);
  const hour = stage.pipeline(58, [['stuck', {name: 'measure', tags: ['oscilloscope']}, waiting(55)]]);
  return {jobs: {...day, ...hour}, runners, project: stage.project};
}

/** A trigger job and the job of the pipeline it started. */
export function triggerJob(stage) {
  const runners = [stage.runner('small-1', ['small-pool'])];
  const child = stage.pipeline(9, [['child', {name: 'package', tags: ['small-pool']}, running(runners[0], 8, 120)]],
    {source: 'parent_pipeline'});
  const jobs = stage.pipeline(10, [['trigger', {name: 'trigger-downstream', kind: 'BRIDGE'},
    {status: 'SUCCESS', started: 9, finished: 9, downstream: child.child.pipeline}]]);
  return {jobs: {...jobs, ...child}, runners, project: stage.project};
}
