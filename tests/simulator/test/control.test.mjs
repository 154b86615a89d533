// SPDX-License-Identifier: GPL-3.0-or-later
// What tests may change while the simulator runs.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {NOW, startFor} from '../support/client.mjs';

const runnerQuery = 'query($id: CiRunnerID!) { runner(id: $id) { paused description status creationState managers { count } } }';
const get = async (client, id) => (await client.data(runnerQuery, {id: `gid://gitlab/Ci::Runner/${id}`})).runner;

test('the fleet: delete, pause, resume, describe, add', async t => {
  const client = await startFor(t, {base: '/gitlab'});
  const {body} = await client.control('fleet', {delete: [3], pause: [1], describe: {1: 'changed', 2: null}, add: 2});
  assert.deepEqual([body.runners, body.added.length], [301, 2]);
  assert.equal(await get(client, 3), null);
  const {paused, description} = await get(client, 1);
  assert.deepEqual([paused, description, (await get(client, 2)).description], [true, 'changed', null]);
  await client.control('fleet', {resume: [1]});
  assert.equal((await get(client, 1)).paused, false);
  assert.deepEqual({...await get(client, body.added[0])}, {paused: false,
    description: `new-runner-${body.added[0]}`, status: 'NEVER_CONTACTED', creationState: 'STARTED', managers: {count: 0}});
  const {runners} = await client.data('{ runners(first: 2) { nodes { id } } }');
  assert.deepEqual(runners.nodes.map(({id}) => Number(id.split('/').at(-1))).sort(), body.added);
});

test('a change that names an unknown runner is refused as a whole', async t => {
  const client = await startFor(t);
  const {status, body} = await client.control('fleet', {delete: [1], describe: {2: 'new'}, pause: [999999]});
  assert.deepEqual([status, body], [422, {error: 'no runner 999999'}]);
  assert.notEqual(await get(client, 1), null);
  assert.notEqual((await get(client, 2)).description, 'new');
  assert.equal((await client.control('fleet', {delete: ['1']})).status, 422);
});

test('the clock stands, ticks and moves', async t => {
  const client = await startFor(t);
  assert.equal((await client.control('clock', {advance: 90})).body.now, new Date(NOW + 90000).toISOString());
  assert.equal((await client.control('clock', {now: '2026-01-02T03:04:05Z'})).body.now, '2026-01-02T03:04:05.000Z');
  for (const bad of [{}, {now: 'soon'}, {advance: 'x'}, {now: '2026-01-01', advance: 1}])
    assert.equal((await client.control('clock', bad)).status, 422);
  const ticking = await startFor(t, {frozen: false});
  await new Promise(done => setTimeout(done, 20));
  const now = ticking.simulator.clock.now() - NOW;
  assert.ok(now >= 20 && now < 20000);
});

test('tokens expire and are revoked', async t => {
  const client = await startFor(t);
  const status = async () => (await client.post('/api/graphql', {query: '{ __typename }'})).status;
  await client.control('tokens', {token: client.token, expiresAt: new Date(NOW + 60000).toISOString()});
  assert.equal(await status(), 200);
  await client.control('clock', {advance: 60});
  assert.equal(await status(), 401);
  await client.control('tokens', {token: client.token, expiresAt: null});
  assert.equal(await status(), 200);
  await client.control('tokens', {token: client.token, revoked: true});
  assert.equal(await status(), 401);
  assert.equal((await client.control('tokens', {token: 'unknown'})).status, 422);
});

test('the fleet is counted, controls are no part of the statistics or of the site', async t => {
  const client = await startFor(t, {base: '/gitlab'});
  const {body} = await client.control('fleet');
  assert.equal(Object.values(body.byStatus).reduce((sum, number) => sum + number), 300);
  assert.equal(body.managers > 300, true);
  assert.equal((await client.fetch('/-/simulator/stats')).body.requests, 0);
  assert.equal((await client.control('nothing')).status, 404);
});
