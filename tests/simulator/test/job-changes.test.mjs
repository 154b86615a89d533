// SPDX-License-Identifier: GPL-3.0-or-later
// Canceling and retrying jobs, over GraphQL and REST.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';

const BUSY = {runners: 600, pendingJobs: 60, runningJobs: 40, finishedJobs: 60};
const CANCEL = 'mutation Cancel($id: CiBuildID!) { jobCancel(input: {id: $id}) { job { id status } errors } }';
const RETRY = 'mutation Retry($id: CiProcessableID!) { jobRetry(input: {id: $id}) { job { id status retried } errors } }';

const gid = ({id}) => `gid://gitlab/Ci::Build/${id}`;
const as = (client, name) => client.as(`glpat-simulator-${name}`);
const refused = ({errors}) => /^The resource that you are attempting/.test(errors?.[0].message);

test('a pending job is canceled at once, a running one at the next sign of its runner', async t => {
  const client = await startFor(t, BUSY);
  const admin = as(client, 'admin-api');
  const {lists} = client.simulator.jobs;
  const [pending] = lists.withStatus('PENDING');
  const [running] = lists.withStatus('RUNNING');
  assert.deepEqual({...(await admin.data(CANCEL, {id: gid(pending)})).jobCancel.job}, {id: gid(pending), status: 'CANCELED'});
  assert.equal((await admin.data(CANCEL, {id: gid(running)})).jobCancel.job.status, 'CANCELING');
  await client.control('clock', {advance: 20});
  assert.equal((await client.control('jobs')).body.byStatus.CANCELED, 2);
  assert.equal(running.status, 'CANCELED');
});

test('what is over stays as it is, without an error', async t => {
  const client = await startFor(t, BUSY);
  const [done] = client.simulator.jobs.lists.withStatus('SUCCESS');
  const {jobCancel} = await as(client, 'admin-api').data(CANCEL, {id: gid(done)});
  assert.deepEqual([jobCancel.job.status, [...jobCancel.errors]], ['SUCCESS', []]);
});

test('it takes the scope api, and Developer in the project, Maintainer where the ref is protected', async t => {
  const client = await startFor(t, BUSY);
  const {jobs} = client.simulator;
  const pick = isProtected => jobs.lists.withStatus('PENDING').find(job => job.isProtected === isProtected);
  assert.ok(refused(await client.query(CANCEL, {id: gid(pick(false))})));
  assert.ok(refused(await as(client, 'admin-api').query(CANCEL, {id: 'gid://gitlab/Ci::Build/1'})));
  const owner = as(client, 'owner-api');
  await client.control('members', {token: owner.token, accessLevel: null});
  for (const [isProtected, accessLevel, allowed] of [[false, 20, false], [false, 30, true], [true, 30, false], [true, 40, true]]) {
    const job = pick(isProtected);
    await client.control('members', {token: owner.token, place: job.project.fullPath, accessLevel});
    const answer = await owner.query(CANCEL, {id: gid(job)});
    assert.equal(refused(answer), !allowed, JSON.stringify([isProtected, accessLevel, answer]));
  }
});

test('a retried job is another one with the same work', async t => {
  const client = await startFor(t, BUSY);
  const admin = as(client, 'admin-api');
  const {lists} = client.simulator.jobs;
  const failed = lists.withStatus('FAILED').find(({allowFailure}) => !allowFailure);
  const {job} = (await admin.data(RETRY, {id: gid(failed)})).jobRetry;
  assert.deepEqual([job.status, failed.retried], ['PENDING', true]);
  const again = lists.find(Number(job.id.split('/').at(-1)));
  assert.deepEqual([again.name, again.tags, again.pipeline], [failed.name, failed.tags, failed.pipeline]);
  const {jobRetry} = await admin.data(RETRY, {id: gid(failed)});
  assert.deepEqual([jobRetry.job, [...jobRetry.errors]], [null, ['Job is not retryable']]);
});

test('REST cancels and retries with 201', async t => {
  const client = await startFor(t, BUSY);
  const admin = as(client, 'admin-api');
  const [job] = client.simulator.jobs.lists.withStatus('PENDING');
  const path = `/api/v4/projects/${job.project.id}/jobs/${job.id}`;
  assert.equal((await client.post(`${path}/cancel`, {})).body.error, 'insufficient_scope');
  const canceled = await admin.post(`${path}/cancel`, {});
  assert.deepEqual([canceled.status, canceled.body.status, canceled.body.id], [201, 'canceled', job.id]);
  const again = await admin.post(`${path}/retry`, {});
  assert.deepEqual([again.status, again.body.status], [201, 'pending']);
  assert.equal((await admin.post(`${path}/retry`, {})).body.message, '403 Forbidden - Job is not retryable');
  assert.equal((await admin.post(`/api/v4/projects/${job.project.id}/jobs/1/cancel`, {})).status, 404);
  assert.equal((await admin.fetch(`${path}/cancel`)).status, 405);
});
