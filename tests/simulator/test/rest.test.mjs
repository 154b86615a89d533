// SPDX-License-Identifier: GPL-3.0-or-later
// The REST endpoints of runners, groups and projects.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';
import {isWithin, takesInstanceRunners} from '../fleet/places.mjs';
import {status} from '../fleet/contact.mjs';

const API = '/api/v4';
const as = (client, name) => client.as(`glpat-simulator-${name}`);
const get = (client, path) => client.fetch(API + path);

async function all(client, path) {
  const rows = [];
  for (let next = `${path}${path.includes('?') ? '&' : '?'}per_page=100`; next; ) {
    const {status: code, headers, body} = await client.fetch(next.startsWith('http') ? next : API + next);
    assert.equal(code, 200, JSON.stringify(body));
    rows.push(...body);
    next = /<([^>]+)>; rel="next"/.exec(headers.get('link'))?.[1];
  }
  return rows;
}

async function placesOf(client, name) {
  const {body} = await client.control('members', {token: `glpat-simulator-${name}`});
  return body.memberships.map(({fullPath}) => client.simulator.fleet.place(fullPath));
}

const ids = rows => rows.map(({id}) => id);

test('pages by offset with their headers', async t => {
  const client = await startFor(t, {base: '/gitlab'});
  const names = ['x-page', 'x-per-page', 'x-next-page', 'x-prev-page', 'x-total', 'x-total-pages'];
  const head = async query => {
    const {headers, body} = await get(client, `/runners/all${query}`);
    return {numbers: names.map(name => headers.get(name)), link: headers.get('link'), rows: body.length};
  };
  const first = await head('');
  assert.deepEqual([first.numbers, first.rows], [['1', '20', '2', '', '300', '15'], 20]);
  assert.match(first.link, /rel="next".*rel="first".*rel="last"/);
  const url = `${client.simulator.baseUrl}/api/v4/runners/all`;
  assert.ok(first.link.includes(`<${url}?page=2&per_page=20>; rel="next"`), first.link);
  const last = await head('?per_page=100&page=3&paused=false');
  assert.deepEqual(last.numbers.slice(0, 4), ['3', '100', '', '2']);
  assert.ok(last.link.includes('paused=false') && !last.link.includes('rel="next"'));
  assert.deepEqual((await head('?per_page=1000')).numbers[1], '100');
  assert.deepEqual((await head('?page=99')).rows, 0);
  const none = await head('?tag_list=nothing-has-this');
  assert.deepEqual(none.numbers.slice(4), ['0', '1']);
  assert.deepEqual(ids(await all(client, '/runners/all')), client.simulator.fleet.runners.map(({id}) => id));
  assert.ok(!(await head(`?private_token=${client.token}`)).link.includes(client.token));
});

test('REST names no charset, GraphQL does', async t => {
  const client = await startFor(t);
  for (const path of ['/version', '/runners/all', '/runners/999999', '/nothing'])
    assert.equal((await get(client, path)).headers.get('content-type'), 'application/json');
  assert.equal((await client.post('/api/graphql', {query: '{ __typename }'})).headers.get('content-type'),
    'application/json; charset=utf-8');
});

test('above 10,000 rows nothing is counted', async t => {
  const client = await startFor(t, {runners: 10001});
  const {headers} = await get(client, '/runners/all');
  assert.deepEqual([headers.get('x-total'), headers.get('x-total-pages'), headers.get('x-next-page')], [null, null, '2']);
  assert.ok(!headers.get('link').includes('rel="last"'));
  await client.control('fleet', {delete: [1]});
  assert.equal((await get(client, '/runners/all')).headers.get('x-total'), '10000');
});

test('an entry says what GitLab\'s says, with the old mixture of states', async t => {
  const client = await startFor(t, {runners: 1000});
  const {fleet, clock} = client.simulator;
  const rows = await all(client, '/runners/all');
  const now = clock.now();
  for (const [place, row] of rows.entries()) {
    const runner = fleet.runners[place];
    const shown = status(runner, now).toLowerCase();
    assert.equal(row.status, runner.paused && ['online', 'offline'].includes(shown) ? 'paused' : shown);
    assert.equal('created_by' in row, runner.creator !== null);
  }
  assert.deepEqual(new Set(rows.map(row => row.status)), new Set(['online', 'offline', 'stale', 'never_contacted', 'paused']));
  assert.ok(rows.some(row => row.online === null) && rows.every(row => row.active === !row.paused));
  assert.deepEqual(Object.keys(rows[0]).filter(name => name !== 'created_by').sort(), ['active', 'created_at', 'description', 'id',
    'ip_address', 'is_shared', 'job_execution_status', 'name', 'online', 'paused', 'runner_type', 'status']);
});

test('filters: type, status, paused, exact tags, version prefix, the old scope', async t => {
  const client = await startFor(t);
  const {fleet} = client.simulator;
  const expect = async (query, matches) => assert.deepEqual(ids(await all(client, `/runners/all?${query}`)),
    fleet.runners.filter(matches).map(({id}) => id), query);
  await expect('type=group_type', ({type}) => type === 'GROUP_TYPE');
  await expect('scope=shared', ({type}) => type === 'INSTANCE_TYPE');
  await expect('paused=true', ({paused}) => paused);
  await expect('status=paused', ({paused}) => paused);
  await expect('tag_list=docker', ({tags}) => tags.includes('docker'));
  await expect('tag_list=dock', () => false);
  await expect('tag_list[]=docker&tag_list[]=linux', ({tags}) => tags.includes('docker') && tags.includes('linux'));
  const offline = await all(client, '/runners/all?status=offline');
  assert.ok(offline.some(row => row.status === 'stale'));
  assert.ok((await all(client, '/runners/all?version_prefix=18.1')).length > 0);
  for (const [query, error] of [['status=sleeping', 'status does not have a valid value'],
    ['type=any', 'type does not have a valid value'], ['paused=maybe', 'paused is invalid'], ['page=x', 'page is invalid'],
    ['version_prefix=v18', 'version_prefix is invalid'], ['scope=mine', 'scope does not have a valid value']]) {
    const {status: code, body} = await get(client, `/runners/all?${query}`);
    assert.deepEqual([code, body], [400, {error}]);
  }
  assert.equal((await get(client, '/runners/all?unknown=1')).status, 200);
});

test('who lists what', async t => {
  const client = await startFor(t, {runners: 1000});
  const {fleet} = client.simulator;
  const owner = as(client, 'owner');
  const [group, nested, project] = await placesOf(client, 'owner');
  const own = await all(owner, '/runners');
  const graphql = await owner.data('{ currentUser { runners { count } } }');
  assert.equal(own.length, graphql.currentUser.runners.count);
  assert.ok(own.every(({runner_type: type}) => type !== 'instance_type'));
  const inherited = fleet.runners.filter(runner => runner.group ? isWithin(nested, runner.group)
    : runner.type === 'INSTANCE_TYPE' && takesInstanceRunners(nested)).map(({id}) => id);
  for (const id of [nested.id, encodeURIComponent(nested.fullPath)])
    assert.deepEqual(ids(await all(owner, `/groups/${id}/runners`)), inherited);
  const count = (await owner.data('query($p: ID!) { project(fullPath: $p) { runners { count } } }', {p: project.fullPath})).project;
  assert.equal((await all(owner, `/projects/${project.id}/runners`)).length, count.runners.count);
  for (const [name, path, code] of [['owner', '/runners/all', 403], ['developer', '/runners', 200], ['auditor', '/runners/all', 200],
    ['developer', `/groups/${group.id}/runners`, 403], ['maintainer', `/groups/${group.id}/runners`, 404],
    ['auditor', `/groups/${group.id}/runners`, 200], ['user', `/projects/${project.id}/runners`, 404],
    ['project-token', `/projects/${project.id}/runners`, 200]])
    assert.equal((await get(as(client, name), path)).status, code, `${name} ${path}`);
  assert.deepEqual(await all(as(client, 'developer'), '/runners'), []);
});

test('one runner: details, managers, projects, jobs', async t => {
  const client = await startFor(t);
  const {fleet} = client.simulator;
  const shared = fleet.runners.find(({projects}) => projects?.length > 1 && projects.length < 100);
  const {body} = await get(client, `/runners/${shared.id}`);
  assert.deepEqual(ids(body.projects), ids(shared.projects));
  assert.deepEqual([body.tag_list, body.locked, body.access_level, body.groups],
    [shared.tags, shared.locked, shared.accessLevel.toLowerCase(), []]);
  assert.equal('projects' in (await get(client, `/runners/${shared.id}?include_projects=false`)).body, false);
  const projects = await all(client, `/runners/${shared.id}/projects`);
  assert.deepEqual(ids(projects), ids(shared.projects).sort((left, right) => right - left));
  const pool = fleet.runners.find(({managerCount}) => managerCount > 200);
  const managers = (await get(client, `/runners/${pool.id}/managers`)).body;
  assert.equal(managers.length, pool.managerCount);
  assert.deepEqual([managers[0].version, managers[0].platform], Object.values((({version, platform}) => ({version, platform}))(
    (await get(client, `/runners/${pool.id}`)).body)));
  assert.ok(managers.every(({status: name}) => ['online', 'offline', 'stale', 'never_contacted'].includes(name)));
  const jobs = await get(client, `/runners/${pool.id}/jobs`);
  assert.deepEqual([jobs.status, jobs.body, jobs.headers.get('x-total')], [200, [], '0']);
  assert.equal((await get(client, `/runners/${pool.id}/jobs?status=lost`)).status, 400);
  assert.deepEqual((await get(client, '/runners/999999')).body, {message: '404 Runner Not Found'});
  assert.deepEqual((await get(client, '/runners/abc')).body, {error: 'id is invalid'});
});

test('one runner by role', async t => {
  const client = await startFor(t);
  const {fleet} = client.simulator;
  const grouped = fleet.runners.find(({type}) => type === 'GROUP_TYPE');
  const instance = fleet.runners.find(({type}) => type === 'INSTANCE_TYPE');
  const developer = as(client, 'developer');
  const {status: code, body} = await get(developer, `/runners/${grouped.id}`);
  assert.deepEqual([code, body], [403, {message: '403 Forbidden - No access granted'}]);
  assert.equal((await get(developer, `/runners/${instance.id}`)).body.maintenance_note, null);
  assert.equal((await get(developer, `/runners/${instance.id}/jobs`)).status, 403);
  assert.equal((await get(developer, `/runners/${instance.id}/managers`)).status, 200);
});

test('scopes: reading everything, one runner only, or oneself', async t => {
  const client = await startFor(t);
  const [group] = await placesOf(client, 'owner');
  const {id} = client.simulator.fleet.runners.find(runner => runner.group === group);
  const paths = ['/runners', '/runners/all', `/runners/${id}`, `/runners/${id}/managers`, '/user', '/groups'];
  const codes = async name => Promise.all(paths
    .map(async path => (await get(as(client, name), path)).status));
  assert.deepEqual(await codes('owner'), [200, 403, 200, 200, 200, 200]);
  assert.deepEqual(await codes('manage-runner'), [403, 403, 200, 200, 403, 403]);
  assert.deepEqual(await codes('owner-manage'), [200, 403, 200, 200, 200, 200]);
  assert.deepEqual(await codes('read-user'), [403, 403, 403, 403, 200, 403]);
  assert.equal((await get(as(client, 'manage-runner'), '/runners')).body.error, 'insufficient_scope');
  const own = (await get(as(client, 'manage-runner'), '/personal_access_tokens/self')).body;
  assert.deepEqual(own.scopes, ['manage_runner']);
  assert.equal((await as(client, 'manage-runner').post('/api/graphql', {query: '{ __typename }'})).status, 401);
});

test('groups and projects', async t => {
  const client = await startFor(t);
  const owner = as(client, 'owner');
  const [group, nested] = await placesOf(client, 'owner');
  assert.deepEqual(ids(await all(owner, '/groups?owned=true')).sort(), [group.id, nested.id].sort());
  assert.ok((await all(owner, '/groups?top_level_only=true')).every(({parent_id: parent}) => parent === null));
  const {body} = await get(owner, `/groups/${encodeURIComponent(nested.fullPath)}`);
  assert.deepEqual([body.id, body.full_path, body.parent_id], [nested.id, nested.fullPath, nested.parent.id]);
  assert.equal((await get(as(client, 'user'), `/groups/${group.id}`)).status, 404);
  const projects = await all(owner, '/projects?membership=true&min_access_level=40');
  const one = (await get(owner, `/projects/${encodeURIComponent(projects[0].path_with_namespace)}`)).body;
  assert.deepEqual(one, projects[0]);
  assert.deepEqual((await get(owner, '/projects/no%2Fwhere')).body, {message: '404 Project Not Found'});
  assert.equal((await client.fetch(`${API}/runners/1`, {method: 'DELETE'})).status, 405);
});
