// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs come, are taken, run and end as the clock moves.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {NOW} from '../support/client.mjs';
import {DAY, HOUR, MINUTE} from '../fleet/contact.mjs';
import {Fleet} from '../fleet/fleet.mjs';
import {Simulator} from '../simulator.mjs';
import {slots} from '../jobs/hosts.mjs';
import {canTake} from '../jobs/matcher.mjs';
import {STATUSES, hasEnded} from '../jobs/statuses.mjs';
import {JobWorld} from '../jobs/world.mjs';

const BUSY = {runners: 600, now: NOW, frozen: true, pendingJobs: 120, runningJobs: 60, finishedJobs: 200, jobRate: 30};

const snapshot = ({lists}) => lists.newest().rows.map(({pipeline, project, runner, stuck, fate, user, downstream, ...job}) =>
  ({...job, pipeline: pipeline.id, project: project.id, runner: runner?.id, user: user.id, downstream: downstream?.id}));

const all = world => world.lists.newest().rows;

test('there are no jobs unless they are asked for', () => {
  const {jobs, fleet} = new Simulator({runners: 300, now: NOW, frozen: true});
  jobs.advance(NOW + DAY);
  assert.deepEqual(all(jobs), []);
  assert.ok(fleet.runners.some(({jobCount}) => jobCount > 0) && fleet.runners.some(runner => fleet.isExecuting(runner, NOW)));
});

test('as many are pending and running as were asked for', () => {
  const {jobs, fleet} = new Simulator(BUSY);
  assert.deepEqual(['PENDING', 'RUNNING'].map(status => jobs.lists.withStatus(status).length), [120, 60]);
  const states = new Set(all(jobs).map(({status}) => status));
  for (const status of ['CREATED', 'SUCCESS', 'FAILED', 'MANUAL', 'SKIPPED']) assert.ok(states.has(status), status);
  assert.ok(all(jobs).some(({kind}) => kind === 'BRIDGE'));
  assert.ok(fleet.runners.filter(runner => fleet.isExecuting(runner, NOW)).every(({id}) =>
    jobs.lists.withStatus('RUNNING').some(({runner}) => runner.id === id)));
});

test('same seed, same jobs; another way through time makes no difference', () => {
  const [one, other] = [new Simulator(BUSY), new Simulator(BUSY)];
  one.jobs.advance(NOW + 2 * HOUR);
  for (let step = 1; step <= 120; step += 1) other.jobs.advance(NOW + step * MINUTE);
  assert.deepEqual(snapshot(one.jobs), snapshot(other.jobs));
  assert.notDeepEqual(snapshot(new Simulator({...BUSY, seed: 2}).jobs), snapshot(new Simulator(BUSY).jobs));
});

test('no job goes to a runner that may not take it, no host runs too many, times are in order', () => {
  const {jobs, fleet} = new Simulator(BUSY);
  for (let step = 0; step < 60; step += 1) {
    jobs.advance(jobs.now + MINUTE);
    for (const runner of fleet.runners) assert.ok(jobs.hosts.running(runner).size <= slots(runner), String(runner.id));
  }
  for (const job of all(jobs)) {
    if (job.runner !== null && job.startedAt >= NOW) assert.ok(canTake(job.runner, job), String(job.id));
    const times = [job.createdAt, job.queuedAt, job.startedAt, job.finishedAt].filter(time => time !== null);
    assert.deepEqual(times, [...times].sort((left, right) => left - right), JSON.stringify([job.id, job.status, times]));
  }
  const taken = all(jobs).filter(({startedAt}) => startedAt >= NOW);
  assert.ok(taken.length > 500, String(taken.length));
  assert.ok(new Set(taken.map(({failureReason}) => failureReason)).size > 4);
});

test('nothing waits for long while a free runner would take it', () => {
  const {jobs, fleet} = new Simulator(BUSY);
  jobs.advance(NOW + HOUR);
  for (const job of jobs.lists.withStatus('PENDING').filter(({queuedAt}) => jobs.now - queuedAt > MINUTE)) {
    const free = fleet.runners.filter(runner => jobs.hosts.isFree(runner) && canTake(runner, job));
    assert.deepEqual(free.map(({id}) => id), [], String(job.id));
  }
});

test('a paused runner gets nothing, a resumed one does', () => {
  const simulator = new Simulator({runners: 50, now: NOW, frozen: true});
  const {jobs: {waiting}, runners} = simulator.prepare('all-paused');
  const job = simulator.jobs.lists.find(waiting);
  simulator.jobs.advance(NOW + 10 * MINUTE);
  assert.equal(job.status, 'PENDING');
  simulator.fleet.setPaused(runners.slice(0, 1), false);
  simulator.jobs.advance(NOW + 11 * MINUTE);
  assert.equal(job.runner.id, runners[0]);
});

test('what waits for a day fails, what is stuck for an hour too, at the hourly look', () => {
  const simulator = new Simulator({runners: 50, now: NOW, frozen: true});
  const {jobs: {old, stuck}} = simulator.prepare('near-limit');
  const at = hours => {
    simulator.jobs.advance(NOW + hours * HOUR);
    return [old, stuck].map(id => simulator.jobs.lists.find(id)).map(({status, failureReason}) => failureReason ?? status);
  };
  assert.deepEqual(at(0.9), ['PENDING', 'PENDING']);
  assert.deepEqual(at(1), ['stuck_or_timeout_failure', 'stuck_or_timeout_failure']);
});

test('a later stage waits for the one before, and is skipped when that fails', () => {
  const {jobs} = new Simulator(BUSY);
  jobs.advance(NOW + 4 * HOUR);
  const stages = ['build', 'test', 'deploy'];
  for (const {jobs: rows} of jobs.byPipeline.values()) {
    const failed = rows.find(({status, allowFailure}) => status === 'FAILED' && !allowFailure);
    for (const job of rows) {
      const before = rows.filter(({stage}) => stages.indexOf(stage) < stages.indexOf(job.stage));
      if (job.queuedAt >= NOW) assert.ok(before.every(({finishedAt}) => finishedAt <= job.queuedAt));
      if (failed && before.includes(failed) && before.every(hasEnded)) assert.ok(['SKIPPED', 'CANCELED'].includes(job.status));
    }
  }
});

test('one job of a resource group at a time', () => {
  const {jobs} = new Simulator({...BUSY, jobRate: 200});
  let held = 0;
  for (let step = 0; step < 120; step += 1) {
    jobs.advance(jobs.now + MINUTE);
    held += jobs.lists.withStatus('WAITING_FOR_RESOURCE').length;
    const holding = ['PENDING', 'RUNNING'].flatMap(status => jobs.lists.withStatus(status))
      .filter(({resourceGroup, createdAt}) => resourceGroup !== null && createdAt >= NOW).map(({project}) => project.id);
    assert.equal(new Set(holding).size, holding.length);
  }
  assert.ok(held > 0);
});

test('some pipelines are canceled, and no job of theirs is left', () => {
  const {jobs} = new Simulator(BUSY);
  jobs.advance(NOW + 6 * HOUR);
  const canceled = jobs.lists.withStatus('CANCELED');
  assert.ok(canceled.length > 3, String(canceled.length));
  for (const {pipeline, finishedAt} of canceled.filter(job => jobs.now - job.finishedAt > MINUTE))
    assert.ok(pipeline.jobs.every(job => hasEnded(job) || job.status === 'MANUAL'), `${pipeline.id} ${finishedAt}`);
});

test('lists by state stay in order', () => {
  const {jobs} = new Simulator(BUSY);
  jobs.advance(NOW + HOUR);
  for (const status of STATUSES) {
    const ids = jobs.lists.withStatus(status).map(({id}) => id);
    assert.deepEqual(ids, [...ids].sort((left, right) => left - right));
    assert.ok(jobs.lists.withStatus(status).every(job => job.status === status));
  }
});

test('10,000 pending jobs against 20,000 runners are there within seconds', {timeout: 60000}, () => {
  const begun = performance.now();
  const simulator = new Simulator({runners: 20000, now: NOW, frozen: true, pendingJobs: 10000, runningJobs: 1000, jobRate: 60});
  simulator.jobsNow();
  const took = performance.now() - begun;
  assert.equal(simulator.jobs.lists.withStatus('PENDING').length, 10000);
  assert.ok(took < 20000, `${took.toFixed(0)} ms`);
});

test('a world without work stays as it is', () => {
  const world = new JobWorld(new Fleet({runners: 10, seed: 1, start: NOW}), NOW);
  world.advance(NOW + DAY);
  assert.deepEqual([world.now, world.fleet.jobs], [NOW + DAY, null]);
});
