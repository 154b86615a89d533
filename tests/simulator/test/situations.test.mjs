// SPDX-License-Identifier: GPL-3.0-or-later
// Each prepared situation is what its name says, and stays so while the clock moves.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';
import {SITUATIONS} from '../jobs/situations.mjs';
import {canTake} from '../jobs/matcher.mjs';
import {status as statusOf} from '../fleet/contact.mjs';

const JOB = `query Job($path: ID!, $id: JobID!) { project(fullPath: $path) { job(id: $id) { id kind name status stuck queuedAt tags
  failureMessage runner { id status } runnerManager { id status contactedAt } downstreamPipeline { jobs { nodes { id } } } } } }`;

async function prepared(t, name, options = {}) {
  const client = await startFor(t, options);
  const {status, body} = await client.control('situations', {name});
  assert.equal(status, 200, JSON.stringify(body));
  const {fleet, jobs: {lists}} = client.simulator;
  const at = seconds => client.control('clock', {advance: seconds}).then(() => client.control('jobs'));
  const ask = async id => (await client.data(JOB, {path: body.project, id: `gid://gitlab/Ci::${lists.find(id).kind === 'BRIDGE'
    ? 'Bridge' : 'Build'}/${id}`})).project.job;
  const jobs = Object.fromEntries(Object.entries(body.jobs).map(([role, id]) => [role, lists.find(id)]));
  return {client, fleet, at, ask, made: body, jobs,
    candidates: job => fleet.runners.filter(runner => canTake(runner, job))};
}

test('unknown-tag: nobody has the tag, somebody has one like it', async t => {
  const {jobs, candidates, fleet, made, at, ask} = await prepared(t, 'unknown-tag');
  assert.deepEqual(candidates(jobs.waiting), []);
  assert.deepEqual([jobs.waiting.tags, fleet.runner(made.runners[0]).tags[0]], [['gpu-a100'], 'gpu_a100']);
  assert.equal((await ask(jobs.waiting.id)).stuck, true);
  await at(1200);
  assert.equal(jobs.waiting.status, 'PENDING');
});

test('all-paused: three match and are online, if they were not paused', async t => {
  const {jobs, candidates, fleet, made, client, ask} = await prepared(t, 'all-paused');
  assert.deepEqual(candidates(jobs.waiting), []);
  for (const id of made.runners) {
    const runner = fleet.runner(id);
    assert.ok(canTake({...runner, paused: false}, jobs.waiting) && statusOf(runner, client.simulator.clock.now()) === 'ONLINE');
  }
  assert.equal((await ask(jobs.waiting.id)).stuck, true);
});

test('all-busy: all that match are online and busy, for the time being', async t => {
  const {jobs, candidates, made, client, at, ask} = await prepared(t, 'all-busy');
  const {hosts} = client.simulator.jobs;
  assert.deepEqual(candidates(jobs.waiting1).map(({id}) => id).sort(), [...made.runners].sort());
  assert.equal((await ask(jobs.waiting1.id)).stuck, false);
  await at(3600);
  assert.ok(candidates(jobs.waiting1).every(runner => !hosts.isFree(runner)) && jobs.waiting1.status === 'PENDING');
  await at(7200);
  assert.equal(jobs.waiting1.runner.id === null, false);
});

test('only-protected: the runners that have the tag take protected refs only', async t => {
  const {jobs, candidates, at} = await prepared(t, 'only-protected');
  assert.deepEqual([candidates(jobs.waiting), jobs.running.status], [[], 'RUNNING']);
  assert.equal(candidates({...jobs.waiting, isProtected: true}).length, 2);
  await at(600);
  assert.equal(jobs.waiting.status, 'PENDING');
});

test('not-waiting: manual, created, and behind another of its resource group', async t => {
  const {jobs, at, client} = await prepared(t, 'not-waiting');
  assert.deepEqual(['manual', 'resource', 'created'].map(role => jobs[role].status), ['MANUAL', 'WAITING_FOR_RESOURCE', 'CREATED']);
  const {data} = await client.query('{ jobs(statuses: [PENDING]) { count } }');
  assert.equal(data.jobs.count, 0);
  await at(5 * 3600);
  assert.deepEqual(['manual', 'resource', 'created'].map(role => jobs[role].startedAt === null), [true, false, false]);
});

test('unacknowledged: pending although it has a runner; 19.3 gives up after an hour', async t => {
  const {jobs, ask, at, client, candidates} = await prepared(t, 'unacknowledged');
  const shown = await ask(jobs.assigned.id);
  assert.ok(shown.status === 'PENDING' && shown.runner.id.endsWith(`/${jobs.assigned.runner.id}`) && shown.runnerManager === null);
  const compatible = await client.data(`{ jobs(statuses: [PENDING],
    compatibleRunnerId: "gid://gitlab/Ci::Runner/${candidates(jobs.assigned)[0].id}") { count } }`);
  assert.equal(compatible.jobs.count, 0);
  await at(3700);
  assert.equal(jobs.assigned.status, 'PENDING');
  const newer = await prepared(t, 'unacknowledged', {gitlab: '19.3'});
  await newer.at(3700);
  assert.deepEqual([newer.jobs.assigned.status, newer.jobs.assigned.failureReason], ['FAILED', 'runner_provisioning_timeout']);
});

test('failing-runner: it fails what it takes within seconds, again and again', async t => {
  const {jobs, made, client, at, ask} = await prepared(t, 'failing-runner');
  const shown = await ask(jobs.failed1.id);
  assert.match(shown.failureMessage, /^There has been a runner system failure/);
  await at(1200);
  const broken = client.simulator.fleet.runner(made.runners[0]);
  const ran = client.simulator.jobs.lists.ofRunner(broken);
  assert.ok(ran.length >= 10, String(ran.length));
  assert.ok(ran.filter(({finishedAt}) => finishedAt).every(({failureReason, startedAt, finishedAt}) =>
    failureReason === 'runner_system_failure' && finishedAt - startedAt <= 3000));
  const sound = client.simulator.fleet.runner(made.runners[1]);
  assert.ok(client.simulator.jobs.lists.ofRunner(sound).some(({status}) => status === 'SUCCESS'));
});

test('silent-host: one of two hosts is not heard any more, its job runs on until GitLab drops it', async t => {
  const {jobs, ask, at, client} = await prepared(t, 'silent-host');
  const [lost, alive] = [await ask(jobs.lost.id), await ask(jobs.alive.id)];
  assert.equal(lost.runner.status, 'ONLINE');
  const ago = Math.round((client.simulator.clock.now() - Date.parse(lost.runnerManager.contactedAt)) / 60000);
  assert.equal(ago, 40);
  assert.ok(client.simulator.clock.now() - Date.parse(alive.runnerManager.contactedAt) < 60000);
  await at(15 * 60);
  assert.equal(jobs.lost.status, 'RUNNING');
  await at(60 * 60);
  assert.deepEqual([jobs.lost.status, jobs.lost.failureReason], ['FAILED', 'stuck_or_timeout_failure']);
});

test('near-limit: almost 24 hours behind a busy runner, and almost an hour stuck', async t => {
  const {jobs, ask, client} = await prepared(t, 'near-limit');
  const hours = (client.simulator.clock.now() - jobs.old.queuedAt) / 3600000;
  assert.ok(hours > 23 && hours < 24);
  assert.deepEqual([(await ask(jobs.old.id)).stuck, (await ask(jobs.stuck.id)).stuck], [false, true]);
});

test('deleted-runner: its jobs are there and name no runner', async t => {
  const {jobs, ask, made, fleet} = await prepared(t, 'deleted-runner');
  for (const id of [jobs.finished.id, jobs.running.id]) {
    const {runner, runnerManager} = await ask(id);
    assert.deepEqual([runner, runnerManager], [null, null]);
  }
  assert.equal(fleet.runner(made.runners[0]), null);
});

const RUNNER_JOBS = `query($id: CiRunnerID!) { runner(id: $id) { jobs { nodes { __typename id status createdAt name tags shortSha
  project { fullPath } runner { id } webPath } } } }`;

test('hidden-project: of a job one may not read little is shown', async t => {
  const {client, made, jobs} = await prepared(t, 'hidden-project');
  const reader = client.as('glpat-simulator-project-maintainer');
  const id = `gid://gitlab/Ci::Runner/${made.runners[0]}`;
  const {nodes} = (await reader.data(RUNNER_JOBS, {id})).runner.jobs;
  const [hidden, visible] = nodes;
  assert.deepEqual([visible.__typename, visible.name, visible.project.fullPath], ['CiJob', 'unit', made.project]);
  assert.deepEqual([hidden.__typename, hidden.status, hidden.name, hidden.tags, hidden.project, hidden.webPath],
    ['CiJobMinimalAccess', 'RUNNING', null, null, null, null]);
  assert.ok(hidden.createdAt && hidden.runner.id === id && hidden.id.endsWith(`/${jobs.hidden.id}`));
  const rest = await reader.fetch(`/api/v4/runners/${made.runners[0]}/jobs`);
  assert.deepEqual(rest.body.map(job => job.id), [jobs.visible.id]);
  await client.control('gitlab', {gitlab: '17.2'});
  const old = await reader.query(RUNNER_JOBS.replace('shortSha', ''), {id});
  assert.deepEqual(old.data.runner.jobs.nodes.map(({name}) => name), [null, 'unit']);
  assert.equal(old.data.runner.jobs.nodes[0].__typename, 'CiJob');
});

test('trigger-job: never on a runner, with a pipeline downstream', async t => {
  const {jobs, ask, client} = await prepared(t, 'trigger-job');
  const {kind, runner, tags, status, id, downstreamPipeline} = await ask(jobs.trigger.id);
  assert.deepEqual([kind, runner, tags, status, id], ['BRIDGE', null, null, 'SUCCESS', `gid://gitlab/Ci::Bridge/${jobs.trigger.id}`]);
  assert.ok(downstreamPipeline.jobs.nodes[0].id.endsWith(`/${jobs.child.id}`));
  const {body} = await client.fetch(`/api/v4/projects/${jobs.trigger.project.id}/jobs`);
  assert.ok(!body.some(job => job.id === jobs.trigger.id));
  const {jobs: everywhere} = await client.data('{ jobs { nodes { kind } } }');
  assert.ok(everywhere.nodes.every(job => job.kind === 'BUILD'));
});

test('all of them at once, as an option, beside traffic', async t => {
  const client = await startFor(t, {situations: SITUATIONS, pendingJobs: 50, runningJobs: 30, jobRate: 10});
  const {prepared: made} = client.simulator;
  assert.deepEqual(made.map(({name}) => name), SITUATIONS);
  const ids = made.flatMap(({jobs}) => Object.values(jobs));
  assert.equal(new Set(ids).size, ids.length);
  await client.control('clock', {advance: 86400});
  assert.ok((await client.control('jobs')).body.byStatus.SUCCESS > 100);
  assert.equal((await client.control('situations', {name: 'nothing'})).status, 422);
});
