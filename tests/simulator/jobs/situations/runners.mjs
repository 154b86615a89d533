// SPDX-License-Identifier: GPL-3.0-or-later
// Runners and hosts that are the trouble.
import {MINUTE} from '../../fleet/contact.mjs';
import {proceed} from '../progress.mjs';
import {running} from './stage.mjs';

const failed = (runner, ago) => ({status: 'FAILED', queued: ago + 0.1, started: ago, finished: ago - 0.03, runner,
  failureReason: 'runner_system_failure', managerNumber: runner.managerCount - 1});
const succeeded = (runner, ago) => ({status: 'SUCCESS', queued: ago + 0.2, started: ago, finished: ago - 4, runner, exitCode: 0,
  managerNumber: runner.managerCount - 1});

/** It takes whatever comes, every two minutes, and fails it within seconds; the one beside it works. */
export function failingRunner(stage) {
  const tags = ['arm-board'];
  const broken = stage.runner('arm-board-7', tags, {breaks: true, concurrent: 4});
  const sound = stage.runner('arm-board-8', tags);
  const past = [9, 7, 5, 3].map(ago => stage.pipeline(ago + 1, [['failed', {name: 'flash', tags}, failed(broken, ago)]]).failed);
  const good = stage.pipeline(20, [['succeeded', {name: 'flash', tags}, succeeded(sound, 18)]]);
  stage.pipeline(3, [['long', {name: 'soak', tags}, running(sound, 2, 600)]]);
  comeAgain(stage, {name: 'flash', tags});
  return {jobs: {...Object.fromEntries(past.map((job, place) => [`failed${place + 1}`, job])), ...good}, runners: [broken, sound],
    project: stage.project};
}

function comeAgain(stage, what) {
  const {world} = stage;
  world.agenda.add(world.now + 2 * MINUTE, () => {
    stage.now = world.now;
    const {next} = stage.pipeline(0, [['next', what, {status: 'CREATED'}]]);
    proceed(world, next.pipeline);
    comeAgain(stage, what);
  });
}

/** A runner with two hosts, of which one has not been heard for 40 minutes and has a job. */
export function silentHost(stage) {
  const silenced = new Map([[0, stage.now - 40 * MINUTE]]);
  const runner = stage.runner('kiln', ['kiln'], {managerCount: 2, silenced});
  const tags = ['kiln'];
  const jobs = stage.pipeline(90, [['lost', {name: 'fire 1', tags}, running(runner, 80, 30, {managerNumber: 0})],
    ['alive', {name: 'fire 2', tags}, running(runner, 50, 120, {managerNumber: 1})]]);
  return {jobs, runners: [runner], project: stage.project};
}

/** What it ran is there still. */
export function deletedRunner(stage) {
  const tags = ['old-rack'];
  const runner = stage.runner('old-rack-3', tags);
  const jobs = stage.pipeline(130, [['finished', {name: 'compile', tags}, succeeded(runner, 120)],
    ['running', {name: 'package', tags}, running(runner, 20, 60)]]);
  stage.fleet.remove([runner.id], stage.now);
  return {jobs, runners: [runner], project: stage.project};
}

/** A runner of two projects: who is Maintainer of the one may not see the jobs of the other. */
export function hiddenProject(stage) {
  const {members, people, places} = stage.fleet;
  const own = [...members.of(people.projectMaintainer).keys()][0];
  const other = places.projects.find(project => project !== own && !members.in(project).size && project.namespace !== own.namespace
    && !project.namespace.personal && !members.of(people.projectMaintainer).has(project));
  const tags = ['shared-bench'];
  const runner = stage.runner('bench', tags, {projects: [own, other], concurrent: 2});
  const visible = stage.pipeline(9, [['visible', {name: 'unit', tags}, running(runner, 8, 240)]], {project: own});
  const hidden = stage.pipeline(9, [['hidden', {name: 'unit', tags}, running(runner, 7, 240)]], {project: other});
  return {jobs: {...visible, ...hidden}, runners: [runner], project: own};
}
