// SPDX-License-Identifier: GPL-3.0-or-later
// The REST endpoints of jobs.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';

const BUSY = {runners: 600, pendingJobs: 300, runningJobs: 80, finishedJobs: 300};
const as = (client, name) => client.as(`glpat-simulator-${name}`);

function busiest({jobs}) {
  const projects = jobs.work.projects.map(project => [jobs.lists.ofProject(project).length, project]);
  return projects.sort((left, right) => right[0] - left[0])[0][1];
}

const buildsOf = ({jobs}, project) => jobs.lists.ofProject(project).filter(({kind}) => kind === 'BUILD').reverse();

test('jobs of a project: newest first, no totals, by state', async t => {
  const client = await startFor(t, BUSY);
  const project = busiest(client.simulator);
  const builds = buildsOf(client.simulator, project);
  const get = query => client.fetch(`/api/v4/projects/${project.id}/jobs${query}`);
  const {body, headers} = await get('');
  assert.deepEqual(body.map(({id}) => id), builds.slice(0, 20).map(({id}) => id));
  assert.deepEqual([headers.get('x-total'), headers.get('x-next-page')], [null, '2']);
  assert.ok(!headers.get('link').includes('rel="last"'));
  const waiting = builds.filter(({status}) => ['PENDING', 'RUNNING'].includes(status)).map(({id}) => id);
  assert.deepEqual((await get('?scope[]=pending&scope[]=running&per_page=100')).body.map(({id}) => id), waiting.slice(0, 100));
  assert.ok((await get('?scope=pending')).body.every(({status}) => status === 'pending'));
  assert.deepEqual([(await get('?scope[]=lost')).status, (await get('?scope=lost')).body], [400,
    {error: 'scope does not have a valid value'}]);
  assert.equal((await client.fetch(`/api/v4/projects/${encodeURIComponent(project.fullPath)}/jobs`)).status, 200);
});

test('keyset pages follow their links to the end', async t => {
  const client = await startFor(t, BUSY);
  const project = busiest(client.simulator);
  const ids = [];
  let next = `/api/v4/projects/${project.id}/jobs?pagination=keyset&order_by=id&sort=desc&per_page=7`;
  while (next) {
    const {body, headers, status} = await client.fetch(next);
    assert.deepEqual([status, headers.get('x-page')], [200, null]);
    ids.push(...body.map(({id}) => id));
    next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
  }
  assert.deepEqual(ids, buildsOf(client.simulator, project).map(({id}) => id));
  const {status} = await client.fetch(`/api/v4/projects/${project.id}/jobs?pagination=keyset&cursor=x`);
  assert.equal(status, 400);
});

test('one job, with its runner, host and person', async t => {
  const client = await startFor(t, BUSY);
  const {jobs} = client.simulator;
  const get = async ({project, id}) => (await client.fetch(`/api/v4/projects/${project.id}/jobs/${id}`)).body;
  const [running] = jobs.lists.withStatus('RUNNING');
  const shown = await get(running);
  assert.deepEqual([shown.status, shown.runner.id, shown.tag_list, shown.user.username, shown.queued_at], ['running', running.runner.id,
    running.tags, running.user.username, undefined]);
  assert.ok(shown.runner_manager.system_id && shown.queued_duration >= 0 && shown.duration >= 0 && !('failure_reason' in shown));
  assert.ok(shown.web_url.endsWith(`/${running.project.fullPath}/-/jobs/${running.id}`));
  const [failed] = jobs.lists.withStatus('FAILED');
  assert.equal((await get(failed)).failure_reason, failed.failureReason);
  const [pending] = jobs.lists.withStatus('PENDING');
  assert.deepEqual([(await get(pending)).runner, (await get(pending)).started_at], [null, null]);
  assert.deepEqual(await get({project: pending.project, id: 1}), {message: '404 Not Found'});
});

test('who may not read builds is refused', async t => {
  const client = await startFor(t, BUSY);
  const project = busiest(client.simulator);
  const user = as(client, 'user');
  const path = `/api/v4/projects/${project.id}/jobs`;
  assert.equal((await user.fetch(path)).status, 404);
  await client.control('members', {token: user.token, place: project.fullPath, accessLevel: 10});
  assert.equal((await user.fetch(path)).status, 403);
  await client.control('members', {token: user.token, place: project.fullPath, accessLevel: 20});
  assert.equal((await user.fetch(path)).status, 200);
});

test('jobs of a runner by state, host and order', async t => {
  const client = await startFor(t, BUSY);
  const {jobs, fleet} = client.simulator;
  const runner = fleet.runners.filter(one => one.liveManagers > 1).sort((left, right) =>
    jobs.lists.ofRunner(right).length - jobs.lists.ofRunner(left).length)[0];
  const own = jobs.lists.ofRunner(runner).map(({id}) => id);
  const get = query => client.fetch(`/api/v4/runners/${runner.id}/jobs${query}`);
  const {body, headers} = await get('?per_page=100');
  assert.deepEqual([body.map(({id}) => id), headers.get('x-total')], [own, String(own.length)]);
  assert.deepEqual((await get('?order_by=id&per_page=100')).body.map(({id}) => id), [...own].reverse());
  assert.ok(body.every(({project}) => project.path_with_namespace));
  const job = jobs.lists.ofRunner(runner)[0];
  const host = fleet.manager(runner, runner.managerCount - 1 - job.managerNumber);
  const ofHost = await get(`?system_id=${encodeURIComponent(host.systemId)}&per_page=100`);
  assert.ok(ofHost.body.some(({id}) => id === job.id));
  assert.equal(ofHost.headers.get('x-total'), null);
  assert.ok((await get('?status=success')).body.every(({status}) => status === 'success'));
});

test('600 requests for a project\'s jobs a minute', {timeout: 30000}, async t => {
  const client = await startFor(t, BUSY);
  const path = `/api/v4/projects/${busiest(client.simulator).id}/jobs?per_page=1`;
  for (let asked = 0; asked < 600; asked += 50) await Promise.all(Array.from({length: 50}, () => client.fetch(path)));
  const {status, body} = await client.fetch(path);
  assert.deepEqual([status, body], [429, {message: {error: 'This endpoint has been requested too many times. Try again later.'}}]);
  await client.control('clock', {advance: 60});
  assert.equal((await client.fetch(path)).status, 200);
});
