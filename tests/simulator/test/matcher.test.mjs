// SPDX-License-Identifier: GPL-3.0-or-later
// Who can take which job: GitLab's own truth table, scope, and the same answer however it is found.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {NOW} from '../support/client.mjs';
import {Fleet} from '../fleet/fleet.mjs';
import {isWithin, takesGroupRunners, takesInstanceRunners} from '../fleet/places.mjs';
import {Candidates} from '../jobs/candidates.mjs';
import {canTake, matches} from '../jobs/matcher.mjs';
import {Queue} from '../jobs/queue.mjs';
import {fill} from '../jobs/start.mjs';
import {JobWorld} from '../jobs/world.mjs';

const yes = true;
const no = false;

// spec/lib/gitlab/ci/matching/runner_matcher_spec.rb: runner protected, job protected, runUntagged, runner tags, job tags, takes it
const TRUTH = [
  [yes, yes, yes, '', '', yes], [yes, no, yes, '', '', no], [no, yes, yes, '', '', yes], [no, no, yes, '', '', yes],
  [yes, yes, yes, '', 'a', no], [yes, yes, yes, 'a b', 'a', yes], [yes, yes, yes, 'a', 'a b', no], [yes, yes, yes, 'a', 'a', yes],
  [yes, yes, no, 'a', 'a', yes], [yes, yes, no, 'b', 'a', no], [yes, yes, no, 'a b', 'a', yes],
];
const list = text => text === '' ? [] : text.split(' ');

test('the truth table of the matcher', () => {
  for (const [runnerProtected, isProtected, runUntagged, tags, wanted, expected] of TRUTH) {
    const runner = {accessLevel: runnerProtected ? 'REF_PROTECTED' : 'NOT_PROTECTED', runUntagged, tags: list(tags)};
    assert.equal(matches(runner, {isProtected, tags: list(wanted)}), expected, JSON.stringify([runner, isProtected, wanted]));
  }
});

test('tags are exact, a tagged runner may refuse untagged jobs, locked and status play no part', () => {
  const {places: {projects: [project]}} = new Fleet({runners: 10, seed: 1, start: NOW});
  const demand = {project, isProtected: false, tags: ['docker']};
  const runner = {type: 'PROJECT_TYPE', group: null, projects: [project], paused: false, accessLevel: 'NOT_PROTECTED',
    runUntagged: false, tags: ['docker', 'linux'], locked: true, hearEvery: 0, lastContact: null};
  assert.equal(canTake(runner, demand), true);
  assert.equal(canTake({...runner, tags: ['Docker']}, demand), false);
  assert.equal(canTake(runner, {...demand, tags: []}), false);
  assert.equal(canTake({...runner, paused: true}, demand), false);
  assert.equal(canTake({...runner, projects: []}, demand), false);
});

test('scope: instance and group runners where they are let in, project runners where they are assigned', () => {
  const fleet = new Fleet({runners: 2000, seed: 2, start: NOW});
  const anyTags = {accessLevel: 'NOT_PROTECTED', runUntagged: true, tags: [], paused: false};
  const [seen, letIn] = [new Set(), new Set()];
  for (const project of fleet.places.projects) {
    const demand = {project, isProtected: false, tags: []};
    const takes = more => canTake({...anyTags, group: null, projects: null, ...more}, demand);
    assert.equal(takes({type: 'INSTANCE_TYPE'}), takesInstanceRunners(project));
    for (const group of fleet.places.groups.slice(0, 30)) {
      const expected = isWithin(project, group) && takesGroupRunners(project);
      assert.equal(takes({type: 'GROUP_TYPE', group}), expected);
      if (isWithin(project, group)) seen.add(takesGroupRunners(project));
    }
    letIn.add(takesInstanceRunners(project));
  }
  assert.deepEqual([seen.size, letIn.size], [2, 2]);
});

test('on random fleets the candidates of a job are those of every runner asked one by one', () => {
  for (const seed of [1, 2, 3]) {
    const fleet = new Fleet({runners: 800, seed, start: NOW});
    const world = new JobWorld(fleet, NOW);
    fill(world, {pending: 150, running: 40, finished: 0});
    const candidates = new Candidates(fleet);
    for (const job of world.lists.withStatus('PENDING')) {
      const {project, isProtected, tags} = job;
      const found = candidates.of({project, isProtected, tags}).flat();
      const asked = fleet.runners.filter(runner => canTake(runner, job));
      assert.deepEqual(found.map(({id}) => id).sort(), asked.map(({id}) => id).sort());
    }
    for (const runner of fleet.runners) {
      const found = [...world.queue.matching(runner)].flatMap(demand => demand.waiting.rows);
      const asked = world.lists.withStatus('PENDING').filter(job => canTake({...runner, paused: false}, job));
      assert.deepEqual(found.map(({id}) => id).sort(), asked.map(({id}) => id).sort());
    }
  }
});

function queued(queue, jobs, project) {
  return jobs.map(id => {
    const job = {id, project, isProtected: true, tags: []};
    queue.add(job);
    return job;
  });
}

test('instance runners serve projects with fewer running jobs first: 1, 4, 6, 2, 5, 3', () => {
  const fleet = new Fleet({runners: 100, seed: 1, start: NOW});
  const [first, second, third] = fleet.places.projects.filter(takesInstanceRunners);
  const queue = new Queue();
  queued(queue, [1, 2, 3], first);
  queued(queue, [4, 5], second);
  queued(queue, [6], third);
  const runner = {type: 'INSTANCE_TYPE', accessLevel: 'NOT_PROTECTED', runUntagged: true, tags: []};
  const order = Array.from({length: 6}, () => {
    const job = queue.next(runner);
    queue.remove(job);
    queue.countRunning({...job, runner}, 1);
    return job.id;
  });
  assert.deepEqual(order, [1, 4, 6, 2, 5, 3]);
  assert.equal(queue.next(runner), null);
});

test('project runners take the lowest id first', () => {
  const fleet = new Fleet({runners: 100, seed: 1, start: NOW});
  const projects = fleet.places.projects.slice(0, 2);
  const queue = new Queue();
  queued(queue, [5, 9], projects[0]);
  queued(queue, [7, 3], projects[1]);
  const runner = {type: 'PROJECT_TYPE', group: null, projects, accessLevel: 'NOT_PROTECTED', runUntagged: true, tags: []};
  const order = Array.from({length: 4}, () => {
    const job = queue.next(runner);
    queue.remove(job);
    return job.id;
  });
  assert.deepEqual(order, [3, 5, 7, 9]);
});
