// SPDX-License-Identifier: GPL-3.0-or-later
// The filters of Query.runners.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';

const FIELDS = 'id status paused runnerType description tagList contactedAt createdBy { id username }';
const OWNERS = 'id createdBy { id username } groups { nodes { fullPath } } projects { nodes { fullPath } }';
const VERSIONS = 'id managers { nodes { version } }';

/** All rows of a filter, page by page. */
async function rows(client, filter, fields = FIELDS) {
  const found = [];
  let after = '';
  for (;;) {
    const {runners} = await client.data(`{ runners(first: 100${after}, ${filter}) {
      count pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`);
    found.push(...runners.nodes);
    if (!runners.pageInfo.hasNextPage) return Object.assign(found, {count: runners.count});
    after = `, after: "${runners.pageInfo.endCursor}"`;
  }
}

const ids = list => new Set(list.map(({id}) => id));
const quoted = JSON.stringify;

test('status filters overlap as in GitLab', async t => {
  const client = await startFor(t, {runners: 1000});
  const all = await rows(client, 'sort: CREATED_ASC');
  const by = {};
  for (const status of ['ONLINE', 'OFFLINE', 'NEVER_CONTACTED', 'STALE']) by[status] = await rows(client, `status: ${status}`);
  assert.equal(by.ONLINE.length + by.OFFLINE.length + by.NEVER_CONTACTED.length, all.length);
  assert.ok(by.OFFLINE.some(({status}) => status === 'STALE'));
  assert.ok(by.NEVER_CONTACTED.some(({status}) => status === 'STALE'));
  assert.ok(by.NEVER_CONTACTED.every(({contactedAt}) => contactedAt === null));
  assert.deepEqual(ids(by.STALE), ids(all.filter(({status}) => status === 'STALE')));
  assert.equal(by.STALE.count, by.STALE.length);
});

test('paused, active and type', async t => {
  const client = await startFor(t);
  const all = await rows(client, 'sort: CREATED_ASC');
  assert.deepEqual(ids(await rows(client, 'paused: true')), ids(all.filter(({paused}) => paused)));
  assert.deepEqual(ids(await rows(client, 'paused: false')), ids(all.filter(({paused}) => !paused)));
  assert.deepEqual(ids(await rows(client, 'active: true')), ids(all.filter(({paused}) => !paused)));
  assert.equal((await rows(client, 'active: false')).length, 300);
  assert.equal((await rows(client, 'active: false, paused: true')).length, all.filter(({paused}) => paused).length);
  for (const type of ['INSTANCE_TYPE', 'GROUP_TYPE', 'PROJECT_TYPE'])
    assert.deepEqual(ids(await rows(client, `type: ${type}`)), ids(all.filter(({runnerType}) => runnerType === type)));
});

test('each tag text must be contained in some tag, case-sensitively', async t => {
  const client = await startFor(t, {runners: 1000});
  const all = await rows(client, 'sort: CREATED_ASC');
  const expected = (...texts) => ids(all.filter(({tagList}) => texts.every(text => tagList.some(tag => tag.includes(text)))));
  assert.deepEqual(ids(await rows(client, 'tagList: ["dock"]')), expected('dock'));
  assert.deepEqual(ids(await rows(client, 'tagList: ["amd64", "prod"]')), expected('amd64', 'prod'));
  assert.deepEqual(ids(await rows(client, 'tagList: ["amd64,prod"]')), expected('amd64', 'prod'));
  assert.ok(expected('amd64', 'prod').size > 0);
  assert.equal((await rows(client, 'tagList: ["DOCKER"]')).length, 0);
  assert.equal((await rows(client, 'tagList: []')).length, 1000);
});

test('search looks at the description, with the rules for short words, and the whole token', async t => {
  const client = await startFor(t);
  const found = async text => (await rows(client, `search: ${quoted(text)}`)).map(({description}) => description);
  await client.control('fleet', {describe: {1: 'Alpha Beta gamma', 2: 'beta alphabet', 3: 'ab', 4: 'alpha'}});
  assert.deepEqual((await found('ALPHA beta')).sort(), ['Alpha Beta gamma', 'beta alphabet']);
  assert.deepEqual(await found('"alpha beta"'), ['Alpha Beta gamma']);
  assert.deepEqual((await found('xx alpha beta')).sort(), ['Alpha Beta gamma', 'beta alphabet']);
  assert.deepEqual(await found('AB'), ['ab']);
  assert.deepEqual(await found('a_pha'), []);
  assert.deepEqual(await found('100% _done_'), Array(7).fill('100% _done_ "quoted part" %s %1 &amp;'));
  assert.equal((await found('')).length, 300);
  const {token, id} = client.simulator.fleet.runners[7];
  assert.deepEqual((await rows(client, `search: ${quoted(token)}`)).map(row => row.id), [`gid://gitlab/Ci::Runner/${id}`]);
  assert.equal((await found(token.slice(0, -1))).length, 0);
});

test('creator and owner', async t => {
  const client = await startFor(t);
  const all = await rows(client, 'sort: CREATED_ASC', OWNERS);
  const {createdBy: {id, username}} = all.find(({createdBy}) => createdBy !== null);
  const byCreator = ids(all.filter(({createdBy}) => createdBy?.username === username));
  assert.deepEqual(ids(await rows(client, `creatorId: ${quoted(id)}`)), byCreator);
  assert.deepEqual(ids(await rows(client, `creatorUsername: ${quoted(username)}`)), byCreator);
  assert.equal((await rows(client, 'creatorUsername: "nobody"')).length, 0);
  const group = all.find(({groups}) => groups !== null).groups.nodes[0].fullPath;
  const project = all.find(({projects}) => projects?.nodes.length > 1).projects.nodes[1].fullPath;
  assert.deepEqual(ids(await rows(client, `ownerFullPath: ${quoted(group)}`)),
    ids(all.filter(({groups}) => groups?.nodes[0].fullPath === group)));
  assert.deepEqual(ids(await rows(client, `ownerFullPath: ${quoted(project)}`)),
    ids(all.filter(({projects}) => projects?.nodes.some(({fullPath}) => fullPath === project))));
  assert.equal((await rows(client, 'ownerFullPath: "no/where"')).length, 0);
});

test('versionPrefix is a rule of numbers, and repeats a runner for each manager', async t => {
  const client = await startFor(t, {runners: 500});
  const all = await rows(client, 'sort: CREATED_ASC', VERSIONS);
  const expected = pattern => all.filter(({managers}) => managers.nodes.some(({version}) => pattern.test(version ?? '')));
  const versions = {'18': /^18\./, '18.1': /^18\.1\./, '18.1.': /^18\.1\./, '18.10.1': /^18\.10\.1$/, '18.10x': /^18\.10\./};
  for (const [prefix, pattern] of Object.entries(versions)) {
    const found = await rows(client, `sort: CREATED_ASC, versionPrefix: ${quoted(prefix)}`, VERSIONS);
    const managed = found.filter(({managers}) => managers.nodes.length < 100);
    assert.ok(ids(found).size > 0, prefix);
    assert.deepEqual(ids(managed), ids(expected(pattern).filter(({managers}) => managers.nodes.length < 100)), prefix);
  }
  const repeated = await rows(client, 'versionPrefix: "18"');
  assert.ok(repeated.count > ids(repeated).size);
  assert.equal((await rows(client, 'versionPrefix: "latest"')).length, 500);
});

test('MOST_ACTIVE_DESC is for instance runners', async t => {
  const client = await startFor(t);
  const {errors} = await client.query('{ runners(sort: MOST_ACTIVE_DESC) { count } }');
  assert.equal(errors[0].message, 'MOST_ACTIVE_DESC sorting is only available for groups or when type is INSTANCE_TYPE');
  const {runners} = await client.data(`{ runners(sort: MOST_ACTIVE_DESC, type: INSTANCE_TYPE) {
    nodes { jobExecutionStatus } pageInfo { startCursor } } }`);
  const active = runners.nodes.map(({jobExecutionStatus}) => jobExecutionStatus);
  assert.deepEqual(active, [...active].sort());
  assert.equal(Buffer.from(runners.pageInfo.startCursor, 'base64url').toString(), '1');
});

test('filters combine, and a list follows changes of the fleet and the clock', async t => {
  const client = await startFor(t);
  const count = async filter => (await client.data(`{ runners(${filter}) { count } }`)).runners.count;
  const filter = 'status: ONLINE, paused: false, type: PROJECT_TYPE';
  const before = await count(filter);
  const [{id}] = await rows(client, filter);
  await client.control('fleet', {pause: [Number(id.split('/').at(-1))]});
  assert.equal(await count(filter), before - 1);
  const stale = await count('status: STALE');
  await client.control('clock', {advance: 8 * 86400});
  assert.ok(await count('status: STALE') > stale);
});
