// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a fleet, and how it changes with time.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FLEET_PAGE, NOW, startFor} from '../support/client.mjs';
import {Fleet} from '../fleet/fleet.mjs';
import {DAY, HOUR, MINUTE, recordedAt, seenAt, status} from '../fleet/contact.mjs';

const make = (runners = 5000, seed = 1) => new Fleet({runners, seed, start: NOW});
const share = (list, test) => list.filter(test).length / list.length;
const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 0.04, `${value} is not about ${wanted}`);

test('a fleet is made by its seed', () => {
  const plain = (key, value) => ['runner', 'parent'].includes(key) ? undefined : value;
  const told = fleet => JSON.stringify(fleet.runners.map(runner => [runner, fleet.managers(runner)]), plain);
  assert.equal(told(make(200)), told(make(200)));
  assert.notEqual(told(make(200)), told(make(200, 2)));
  assert.equal(make(0).runners.length, 0);
});

test('types, ages and owners are spread', () => {
  const {runners, places, people} = make();
  near(share(runners, ({type}) => type === 'INSTANCE_TYPE'), 0.12);
  near(share(runners, ({type}) => type === 'GROUP_TYPE'), 0.38);
  near(share(runners, ({type}) => type === 'PROJECT_TYPE'), 0.5);
  for (const name of ['ONLINE', 'OFFLINE', 'STALE', 'NEVER_CONTACTED'])
    assert.ok(runners.some(runner => status(runner, NOW) === name), name);
  assert.ok(runners.every(({group, type}) => (group !== null) === (type === 'GROUP_TYPE')));
  assert.ok(runners.every(({projects, type}) => (projects !== null) === (type === 'PROJECT_TYPE')));
  assert.ok(runners.some(({projects}) => projects?.length > 100));
  assert.ok(places.groups.some(({depth}) => depth === 15));
  assert.ok(places.projects.some(({namespace}) => namespace.personal));
  assert.equal(new Set(people.all.map(({username}) => username)).size, people.all.length);
});

test('other mixes of types, and runners that were registered in bulk', () => {
  const {runners} = new Fleet({runners: 2000, seed: 1, start: NOW, mix: {instance: 0, group: 1, project: 3}, bulk: true});
  near(share(runners, ({type}) => type === 'GROUP_TYPE'), 0.25);
  assert.ok(runners.every(({type}) => type !== 'INSTANCE_TYPE'));
  assert.equal(new Set(runners.map(({createdAt}) => createdAt)).size, 2000 / 250);
});

test('managers: none, one, a few, hundreds; every executor, old and odd versions', () => {
  const fleet = make();
  for (const [low, high] of [[0, 0], [1, 1], [2, 10], [30, 600]])
    assert.ok(fleet.runners.some(({managerCount}) => managerCount >= low && managerCount <= high), `${low} to ${high}`);
  const stale = fleet.runners.filter(runner => status(runner, NOW) === 'STALE');
  assert.ok(share(stale, ({managerCount}) => managerCount === 0) > 0.5);
  const pool = fleet.runners.find(({managerCount}) => managerCount > 100);
  assert.ok(share(fleet.managers(pool), manager => status(manager, NOW) === 'ONLINE') < 0.2);
  const managers = fleet.runners.flatMap(runner => fleet.managers(runner));
  assert.equal(new Set(managers.map(({id}) => id)).size, managers.length);
  assert.ok(managers.some(({systemId}) => systemId === '<legacy>'));
  assert.ok(managers.some(({executorName}) => executorName === null));
  for (const version of ['18.10.0-rc1', '18.11.0~pre.123.gabcdef01', 'development version', '', null])
    assert.ok(managers.some(manager => manager.version === version), String(version));
  for (const runner of fleet.runners) {
    const names = fleet.managers(runner).map(({systemId}) => systemId);
    assert.equal(new Set(names).size, names.length, 'a system id is unique in its runner');
  }
});

test('times are possible', () => {
  const fleet = make();
  for (const runner of fleet.runners) {
    const seen = seenAt(runner, NOW);
    assert.ok(runner.createdAt <= NOW && (seen === null || (seen >= runner.createdAt && seen <= NOW)));
    for (const manager of fleet.managers(runner)) {
      const heard = seenAt(manager, NOW);
      assert.ok(manager.createdAt >= runner.createdAt && manager.createdAt <= heard && heard <= seen);
    }
  }
});

test('a live runner is recorded every 40 to 55 minutes at most, and no later than it is seen', () => {
  const {runners} = make(300);
  for (const runner of runners.filter(({hearEvery}) => hearEvery > 0)) {
    const times = Array.from({length: 300}, (_, minute) => recordedAt(runner, NOW + minute * MINUTE));
    const steps = [...new Set(times)].slice(1).map((time, place) => time - [...new Set(times)][place]);
    assert.ok(steps.every(step => step <= 55 * MINUTE && step > 20 * MINUTE), String(steps[0] / MINUTE));
    assert.ok(recordedAt(runner, NOW) <= seenAt(runner, NOW));
    assert.ok(NOW - seenAt(runner, NOW) < HOUR);
  }
});

test('some runners execute jobs: only online ones that ran some, with a manager that does, and not for ever', () => {
  const fleet = make(1000);
  const active = now => fleet.runners.filter(runner => fleet.isExecuting(runner, now));
  const busy = active(NOW);
  assert.ok(busy.length > 50 && busy.length < 400, String(busy.length));
  for (const runner of busy) {
    assert.ok(runner.jobCount > 0 && status(runner, NOW) === 'ONLINE');
    assert.ok(fleet.managers(runner).some(manager => fleet.isManagerExecuting(manager, NOW)));
  }
  const idle = fleet.runners.filter(runner => !busy.includes(runner));
  assert.ok(!idle.some(runner => fleet.managers(runner).some(manager => fleet.isManagerExecuting(manager, NOW))));
  assert.notDeepEqual(active(NOW + HOUR), busy);
});

test('status by its rule', () => {
  const runner = (created, contact, creationState = 'FINISHED') => ({createdAt: NOW - created, creationState, hearEvery: 0,
    lastContact: contact === null ? null : NOW - contact});
  assert.equal(status(runner(30 * DAY, 2 * HOUR - 1), NOW), 'ONLINE');
  assert.equal(status(runner(30 * DAY, 2 * HOUR), NOW), 'OFFLINE');
  assert.equal(status(runner(30 * DAY, 7 * DAY), NOW), 'STALE');
  assert.equal(status(runner(6 * DAY, null, 'STARTED'), NOW), 'NEVER_CONTACTED');
  assert.equal(status(runner(7 * DAY, null, 'STARTED'), NOW), 'STALE');
  assert.equal(status(runner(6 * DAY, null), NOW), 'OFFLINE');
});

test('awkward texts and values are served as they are', async t => {
  const client = await startFor(t);
  const nodes = [];
  for (const after of ['', client.simulator.fleet.runners.length]) {
    const {runners} = await client.data(`{ runners(sort: CREATED_${after ? 'DESC' : 'ASC'}) { nodes {
      description locked runnerType tagList jobCount createdBy { type state bot } creationMethod maintenanceNote tokenExpiresAt
      upgradeStatus active paused projectCount ownerProject { id } groups { count } } } }`);
    nodes.push(...runners.nodes);
  }
  for (const text of [null, '', '<b>bold</b> & <script>alert(1)</script>'])
    assert.ok(nodes.some(({description}) => description === text), String(text));
  for (const pattern of [/\u202e/, /\u0007/, /🚀/, /^.{1024}$/])
    assert.ok(nodes.some(({description}) => pattern.test(description)), String(pattern));
  assert.ok(nodes.filter(({description}) => description === 'shared-linux-runner').length > 5);
  assert.ok(nodes.some(({tagList}) => tagList.length === 50));
  assert.ok(nodes.every(({active, paused, upgradeStatus}) => active === !paused && upgradeStatus === null));
  assert.ok(nodes.every(({locked, runnerType}) => !locked || runnerType === 'PROJECT_TYPE'));
  assert.ok(nodes.every(({projectCount, ownerProject, groups, runnerType}) => runnerType === 'PROJECT_TYPE'
    ? projectCount > 0 && ownerProject && !groups : projectCount === null && !ownerProject));
  assert.ok(nodes.some(({createdBy, creationMethod}) => createdBy === null && creationMethod === 'AUTHENTICATED_USER'));
  for (const type of ['HUMAN', 'PROJECT_BOT', 'SERVICE_ACCOUNT'])
    assert.ok(nodes.some(({createdBy}) => createdBy?.type === type), type);
  assert.ok(nodes.some(({createdBy}) => createdBy?.state === 'blocked'));
  assert.ok(nodes.some(({jobCount}) => jobCount === 1001) && nodes.some(({jobCount}) => jobCount === 0));
  assert.ok(nodes.some(({maintenanceNote}) => maintenanceNote) && nodes.some(({tokenExpiresAt}) => tokenExpiresAt));
});

test('locked is false for what is no project runner, whatever is stored', async t => {
  const client = await startFor(t);
  const stored = client.simulator.fleet.runners.find(({locked, type}) => locked && type !== 'PROJECT_TYPE');
  const {runner} = await client.data(`{ runner(id: "gid://gitlab/Ci::Runner/${stored.id}") { locked } }`);
  assert.equal(runner.locked, false);
});

test('groups and projects tell where they are', async t => {
  const client = await startFor(t, {base: '/gitlab'});
  const {places: {groups, projects}} = client.simulator.fleet;
  const deep = groups.find(({depth}) => depth === 15);
  const query = `query($path: ID!) {
    group(fullPath: $path) { name webUrl parent { fullPath parent { fullPath } } }
    project(fullPath: $path) { id group { id } namespace { id fullPath webUrl } webUrl } }`;
  const {group, project} = await client.data(query, {path: deep.fullPath.toUpperCase()});
  assert.deepEqual([group.name, group.parent.parent.fullPath, project], [deep.name, deep.parent.parent.fullPath, null]);
  assert.equal(group.webUrl, `${client.simulator.baseUrl}/groups/${deep.fullPath}`);
  const personal = projects.find(({namespace}) => namespace.personal);
  const own = (await client.data(query, {path: personal.fullPath})).project;
  assert.equal(own.group, null);
  assert.match(own.namespace.id, /^gid:\/\/gitlab\/Namespaces::UserNamespace\/\d+$/);
  assert.equal(own.namespace.webUrl, `${client.simulator.baseUrl}/${personal.namespace.path}`);
  assert.deepEqual({...await client.data(query, {path: 'no/where'})}, {group: null, project: null});
});

test('the clock: Date header, frozen walks are identical, time makes runners stale', async t => {
  const client = await startFor(t);
  const page = () => client.post('/api/graphql', {query: FLEET_PAGE});
  const [first, second] = [await page(), await page()];
  assert.deepEqual(first.body, second.body);
  assert.equal(first.headers.get('date'), new Date(NOW).toUTCString());
  await client.control('clock', {advance: 3600});
  const later = await page();
  assert.equal(later.headers.get('date'), new Date(NOW + HOUR).toUTCString());
  assert.notDeepEqual(later.body, first.body);
  await client.control('clock', {now: '2026-03-25T10:00:00Z'});
  assert.deepEqual((await page()).body, first.body);
});

test('times are written in whole seconds, UTC', async t => {
  const client = await startFor(t);
  const {runners} = await client.data('{ runners { nodes { createdAt } } }');
  for (const {createdAt} of runners.nodes) assert.match(createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test('managers by system id and by status', async t => {
  const client = await startFor(t);
  const {fleet} = client.simulator;
  const pool = fleet.runners.find(({managerCount}) => managerCount > 100);
  const [newest] = fleet.managers(pool);
  const {runner} = await client.data(`query($id: CiRunnerID!, $system: String) { runner(id: $id) {
    one: managers(systemId: $system) { nodes { id runner { id } } } none: managers(systemId: "r_none") { count }
    online: managers(status: ONLINE) { count nodes { status } } offline: managers(status: OFFLINE) { count } } }`,
  {id: `gid://gitlab/Ci::Runner/${pool.id}`, system: newest.systemId});
  assert.deepEqual(runner.one.nodes.map(({id}) => id), [`gid://gitlab/Ci::RunnerManager/${newest.id}`]);
  assert.equal(runner.none.count, 0);
  assert.ok(runner.online.count > 0 && runner.online.nodes.every(node => node.status === 'ONLINE'));
  assert.equal(runner.online.count + runner.offline.count, pool.managerCount);
});
