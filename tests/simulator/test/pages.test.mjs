// SPDX-License-Identifier: GPL-3.0-or-later
// Pages and cursors of lists.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';

const decode = cursor => JSON.parse(Buffer.from(cursor, 'base64url'));
const encode = content => Buffer.from(JSON.stringify(content)).toString('base64url');
const LIST = `query($first: Int, $last: Int, $after: String, $before: String, $sort: CiRunnerSort, $search: String) {
  runners(first: $first, last: $last, after: $after, before: $before, sort: $sort, search: $search) {
    count
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor webUrl editUrl node { id createdAt contactedAt tokenExpiresAt } }
  }
}`;

async function list(client, variables) {
  return (await client.data(LIST, variables)).runners;
}

async function walk(client, sort, first = 70) {
  const rows = [];
  let after = null;
  do {
    const page = await list(client, {first, after, sort});
    rows.push(...page.edges.map(({node}) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

test('a page has 100 rows at most and by default', async t => {
  const client = await startFor(t);
  for (const [first, rows] of [[undefined, 100], [101, 100], [100000, 100], [7, 7], [0, 0]]) {
    const page = await list(client, {first});
    assert.equal(page.edges.length, rows);
    assert.equal(page.count, 300);
    assert.equal(page.pageInfo.hasNextPage, true);
  }
  assert.deepEqual((await list(client, {first: 0})).pageInfo,
    {hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null});
});

test('every sort walks over each runner once, in order', async t => {
  const client = await startFor(t);
  const column = {CREATED: 'createdAt', CONTACTED: 'contactedAt', TOKEN_EXPIRES_AT: 'tokenExpiresAt'};
  for (const sort of ['CREATED_ASC', 'CREATED_DESC', 'CONTACTED_ASC', 'CONTACTED_DESC', 'TOKEN_EXPIRES_AT_ASC',
    'TOKEN_EXPIRES_AT_DESC']) {
    const rows = await walk(client, sort);
    assert.equal(new Set(rows.map(({id}) => id)).size, 300, sort);
    const name = column[sort.replace(/_(ASC|DESC)$/, '')];
    if (name === 'contactedAt') continue;
    const values = rows.map(row => row[name]).filter(value => value !== null);
    const ordered = [...values].sort();
    assert.deepEqual(values, sort.endsWith('_ASC') ? ordered : ordered.reverse(), sort);
  }
  const ends = async sort => (await walk(client, sort)).map(({contactedAt}) => contactedAt === null);
  assert.equal((await ends('CONTACTED_ASC'))[0], true);
  assert.equal((await ends('CONTACTED_DESC'))[299], true);
  assert.deepEqual(await list(client, {}), await list(client, {sort: 'CREATED_DESC'}));
});

test('sorting by contact follows the recorded time, which lags behind the one shown', async t => {
  const client = await startFor(t, {runners: 100});
  const {edges} = await list(client, {sort: 'CONTACTED_DESC'});
  const recorded = edges.map(({cursor}) => decode(cursor).contacted_at).filter(time => time !== null);
  assert.deepEqual(recorded, [...recorded].sort().reverse());
  const shown = edges.map(({node}) => node.contactedAt).filter(time => time !== null);
  assert.notDeepEqual(shown, [...shown].sort().reverse());
});

test('runners created in the same instant are ordered by id, descending, both ways', async t => {
  const client = await startFor(t);
  const number = ({id}) => Number(id.split('/').at(-1));
  for (const sort of ['CREATED_ASC', 'CREATED_DESC']) {
    const rows = await walk(client, sort, 1 + 23);
    const neighbours = rows.slice(1).map((row, place) => [row, rows[place]]);
    const pairs = neighbours.filter(([later, earlier]) => later.createdAt === earlier.createdAt);
    assert.ok(pairs.length >= 12);
    for (const [later, earlier] of pairs) assert.ok(number(later) < number(earlier));
  }
});

test('cursors are URL-safe base64 of the column and the id', async t => {
  const client = await startFor(t);
  const page = await list(client, {first: 2, sort: 'CREATED_ASC'});
  assert.match(page.pageInfo.endCursor, /^[A-Za-z0-9_-]+$/);
  assert.match(decode(page.pageInfo.endCursor).created_at, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{9} UTC$/);
  assert.deepEqual(page.edges.map(({cursor}) => decode(cursor).id), ['1', '2']);
  assert.deepEqual([page.edges[0].cursor, page.edges[1].cursor], [page.pageInfo.startCursor, page.pageInfo.endCursor]);
  assert.equal(page.edges[0].webUrl, null);
  const first = await list(client, {first: 1, sort: 'CONTACTED_ASC'});
  assert.equal(decode(first.pageInfo.endCursor).contacted_at, null);
});

test('a bad cursor and first with last are errors of the field', async t => {
  const client = await startFor(t);
  const refusal = async variables => {
    const {data, errors: [{message, path}]} = await client.query(LIST, variables);
    assert.deepEqual([data.runners, path], [null, ['runners']]);
    return message;
  };
  const byContact = encode({contacted_at: null, id: '9'});
  for (const after of ['nonsense', encode([]), encode({id: '1'}), encode({created_at: 'yesterday', id: '1'}), byContact])
    assert.equal(await refusal({after, sort: 'CREATED_ASC'}), 'Please provide a valid cursor');
  assert.equal(await refusal({first: 1, last: 1}), 'Can only provide either `first` or `last`, not both');
});

test('hasNextPage and hasPreviousPage', async t => {
  const client = await startFor(t, {runners: 100});
  const info = async variables => {
    const {pageInfo} = await list(client, variables);
    return [pageInfo.hasNextPage, pageInfo.hasPreviousPage];
  };
  const {pageInfo} = await list(client, {first: 60});
  assert.deepEqual(await info({first: 60}), [true, false]);
  assert.deepEqual(await info({first: 100}), [false, false]);
  assert.deepEqual(await info({first: 40, after: pageInfo.endCursor}), [false, true]);
  assert.deepEqual(await info({first: 39, after: pageInfo.endCursor}), [true, true]);
  assert.deepEqual(await info({last: 10, before: pageInfo.startCursor}), [true, false]);
  assert.deepEqual(await info({last: 10}), [false, true]);
});

test('walking backwards gives the same rows', async t => {
  const client = await startFor(t, {runners: 100});
  const all = (await list(client, {first: 100})).edges.map(({node}) => node.id);
  const end = await list(client, {last: 30});
  const middle = await list(client, {last: 30, before: end.pageInfo.startCursor});
  assert.deepEqual([...middle.edges, ...end.edges].map(({node}) => node.id), all.slice(40));
});

test('a keyset walk does not shift when runners come and go', async t => {
  const client = await startFor(t);
  const first = await list(client, {first: 100, sort: 'CREATED_ASC'});
  await client.control('fleet', {delete: [1, 2, Number(first.edges[99].node.id.split('/').at(-1))], add: 3});
  const rest = [];
  for (let page = first; page.pageInfo.hasNextPage;) {
    page = await list(client, {first: 100, sort: 'CREATED_ASC', after: page.pageInfo.endCursor});
    rest.push(...page.edges.map(({node}) => node.id));
  }
  const before = new Set(first.edges.map(({node}) => node.id));
  assert.ok(rest.every(id => !before.has(id)));
  assert.equal(new Set(rest).size, 203);
});

test('count with a limit stops one beyond it', async t => {
  const client = await startFor(t);
  const {runners} = await client.data(`{ runners(first: 1) {
    exact: count below: count(limit: 20) equal: count(limit: 300) above: count(limit: 900) } }`);
  assert.deepEqual({...runners}, {exact: 300, below: 21, equal: 300, above: 300});
});

test('managers page by offset, newest first', async t => {
  const client = await startFor(t);
  const {runners} = await client.data('{ runners(first: 100) { nodes { id managers(first: 1) { count } } } }');
  const {id, managers: {count}} = runners.nodes.find(({managers}) => managers.count > 100);
  const query = `query($id: CiRunnerID!, $after: String) { runner(id: $id) {
    managers(first: 90, after: $after) { nodes { id } pageInfo { hasNextPage endCursor hasPreviousPage } } } }`;
  const numbers = [];
  let page = null;
  do {
    page = (await client.data(query, {id, after: page?.pageInfo.endCursor})).runner.managers;
    numbers.push(...page.nodes.map(node => Number(node.id.split('/').at(-1))));
    assert.equal(Buffer.from(page.pageInfo.endCursor, 'base64url').toString(), String(numbers.length));
  } while (page.pageInfo.hasNextPage);
  assert.equal(numbers.length, count);
  assert.deepEqual(numbers, [...numbers].sort((left, right) => right - left));
});
