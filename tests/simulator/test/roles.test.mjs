// SPDX-License-Identifier: GPL-3.0-or-later
// What each role reads and may do, and how rights are lost while a client runs.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';
import {isWithin} from '../fleet/places.mjs';

const DETAILS = `query($id: CiRunnerID!) { runner(id: $id) { maintenanceNote tokenExpiresAt adminUrl jobCount projectCount
  createdBy { username } ownerProject { __typename fullPath } groups { nodes { __typename fullPath } } managers { count }
  projects { nodes { fullPath } } userPermissions { readRunner updateRunner deleteRunner assignRunner } } }`;

const gid = ({id}) => `gid://gitlab/Ci::Runner/${id}`;
const as = (client, name) => client.as(`glpat-simulator-${name}`);
const details = async (client, runner) => (await client.data(DETAILS, {id: gid(runner)})).runner;
const may = ({userPermissions: {readRunner, updateRunner, deleteRunner, assignRunner}}) =>
  [readRunner, updateRunner, deleteRunner, assignRunner];

async function member(client, name) {
  return (await client.control('members', {token: `glpat-simulator-${name}`})).body;
}

async function placesOf(client, name) {
  const {memberships} = await member(client, name);
  return memberships.map(({fullPath}) => client.simulator.fleet.place(fullPath));
}

test('an owner reads and changes what is below his group, and sees little of what is elsewhere', async t => {
  const client = await startFor(t, {runners: 1000});
  const {fleet} = client.simulator;
  const owner = as(client, 'owner');
  const [group] = await placesOf(client, 'owner');
  const own = fleet.runners.find(runner => runner.group === group && !runner.locked);
  assert.deepEqual(may(await details(owner, own)), [true, true, true, true]);
  const locked = fleet.runners.find(({projects, locked: is}) => is && projects?.length === 1 && isWithin(projects[0], group));
  assert.deepEqual(may(await details(owner, locked)), [true, true, true, false]);
  const shared = fleet.runners.find(({projects}) => projects?.length > 1 && projects.slice(1).some(one => isWithin(one, group))
    && !isWithin(projects[0], group));
  const seen = await details(owner, shared);
  assert.deepEqual(may(seen).slice(0, 3), [true, true, false]);
  assert.equal(seen.projectCount, shared.projects.length);
  assert.ok(seen.projects.nodes.length < shared.projects.length);
  assert.deepEqual({...seen.ownerProject}, {__typename: 'ProjectMinimalAccess', fullPath: shared.projects[0].fullPath});
  const elsewhere = fleet.runners.find(runner => runner.group && !isWithin(runner.group, group)
    && !isWithin(group, runner.group) && runner.group.parent === null);
  assert.equal((await details(as(client, 'group-token'), elsewhere)), null);
});

test('notes need the right to update, expiry and the administrator\'s page are not for everybody', async t => {
  const client = await startFor(t, {runners: 1000});
  const {fleet} = client.simulator;
  const [group] = await placesOf(client, 'owner');
  const noted = fleet.runners.find(runner => runner.maintenanceNote && runner.group && isWithin(runner.group, group));
  assert.equal((await details(as(client, 'owner'), noted)).maintenanceNote, noted.maintenanceNote);
  assert.equal((await details(as(client, 'auditor'), noted)).maintenanceNote, null);
  const instance = fleet.runners.find(({type, maintenanceNote, tokenExpiresAt}) => type === 'INSTANCE_TYPE' && maintenanceNote
    && tokenExpiresAt);
  for (const name of ['owner', 'auditor', 'developer', 'project-token']) {
    const seen = await details(as(client, name), instance);
    assert.deepEqual([seen.maintenanceNote, seen.tokenExpiresAt, seen.adminUrl, ...may(seen)],
      [null, null, null, true, false, false, false], name);
  }
  const all = await details(client, instance);
  assert.ok(all.maintenanceNote && all.tokenExpiresAt && all.adminUrl);
  const expiring = fleet.runners.find(runner => runner.tokenExpiresAt && runner.group && isWithin(runner.group, group));
  assert.ok((await details(as(client, 'owner'), expiring)).tokenExpiresAt);
});

test('a maintainer of a project below a group reads that group\'s runners and changes none of them', async t => {
  const client = await startFor(t, {runners: 1000});
  const {fleet} = client.simulator;
  const maintainer = as(client, 'project-maintainer');
  const projects = await placesOf(client, 'project-maintainer');
  const above = fleet.runners.find(({group}) => group && projects.some(project => isWithin(project.namespace, group)));
  assert.deepEqual(may(await details(maintainer, above)), [true, false, false, false]);
  const own = fleet.runners.find(runner => runner.projects?.length === 1 && projects.includes(runner.projects[0]));
  assert.deepEqual(may(await details(maintainer, own)).slice(0, 3), [true, true, true]);
  const [, more] = may(await details(as(client, 'maintainer'), fleet.runners.find(({group}) => group
    && group === fleet.place((fleet.members.of(fleet.people.maintainer).keys().next().value).fullPath))));
  assert.equal(more, false);
});

test('a developer sees instance runners only', async t => {
  const client = await startFor(t);
  const {fleet} = client.simulator;
  const [group] = await placesOf(client, 'developer');
  const developer = as(client, 'developer');
  assert.equal(await details(developer, fleet.runners.find(runner => runner.group === group)), null);
  assert.ok(await details(developer, fleet.runners.find(({type}) => type === 'INSTANCE_TYPE')));
});

test('an auditor reads every group\'s and project\'s runners, changes nothing, and is no administrator', async t => {
  const client = await startFor(t);
  const {fleet} = client.simulator;
  const auditor = as(client, 'auditor');
  for (const type of ['GROUP_TYPE', 'PROJECT_TYPE', 'INSTANCE_TYPE'])
    assert.deepEqual(may(await details(auditor, fleet.runners.find(runner => runner.type === type))), [true, false, false, false]);
  const {groups} = await auditor.data('{ groups { count nodes { runners { count } } } }');
  assert.equal(groups.count, fleet.places.groups.length);
  const {data} = await auditor.query('{ runners { count } queryComplexity { limit } }');
  assert.deepEqual([data.runners, data.queryComplexity.limit], [null, 250]);
  assert.equal((await auditor.fetch('/api/v4/runners/all')).headers.get('x-total'), '300');
});

test('where Maintainers may list a group\'s runners, one does', async t => {
  const client = await startFor(t, {maintainersList: true});
  const [group] = await placesOf(client, 'maintainer');
  const {data} = await as(client, 'maintainer').query(`{ group(fullPath: "${group.fullPath}") { runners { count } } }`);
  assert.ok(data.group.runners.count > 0);
  assert.equal((await as(client, 'maintainer').fetch(`/api/v4/groups/${group.id}/runners`)).status, 200);
});

test('admin mode: without the scope an administrator is what his memberships make him', async t => {
  const client = await startFor(t, {adminMode: true});
  const question = '{ runners { count } currentUser { runners { count } } queryComplexity { limit } }';
  const ask = async token => client.as(token).query(question);
  assert.equal((await ask(client.token)).data.runners.count, 300);
  const without = await ask('glpat-simulator-admin-no-admin-mode');
  assert.deepEqual([without.data.runners, without.data.queryComplexity.limit], [null, 300]);
  assert.ok(without.data.currentUser.runners.count > 0);
  const plain = as(client, 'admin-no-admin-mode');
  assert.equal((await plain.fetch('/api/v4/user')).body.is_admin, true);
  assert.equal((await plain.fetch('/api/v4/runners/all')).status, 403);
  assert.deepEqual((await client.fetch('/api/v4/personal_access_tokens/self')).body.scopes, ['read_api', 'read_user', 'admin_mode']);
  await client.control('tokens', {token: client.token, scopes: ['read_api']});
  assert.equal((await ask(client.token)).data.runners, null);
  await client.control('tokens', {token: client.token, scopes: ['read_api', 'admin_mode']});
  assert.equal((await ask(client.token)).data.runners.count, 300);
  await client.control('admin-mode', {on: false});
  assert.equal((await ask('glpat-simulator-admin-no-admin-mode')).data.runners.count, 300);
});

test('group and project access tokens belong to bots', async t => {
  const client = await startFor(t);
  for (const kind of ['group', 'project']) {
    const bot = as(client, `${kind}-token`);
    const {currentUser} = await bot.data(`{ currentUser { username bot human type ${kind}Memberships { nodes {
      accessLevel { stringValue } ${kind} { id } } } } }`);
    const [{accessLevel, [kind]: place}] = currentUser[`${kind}Memberships`].nodes;
    assert.match(currentUser.username, new RegExp(`^${kind}_${place.id.split('/').at(-1)}_bot_[0-9a-f]{32}$`));
    assert.deepEqual([currentUser.bot, currentUser.human, currentUser.type, accessLevel.stringValue],
      [true, false, 'PROJECT_BOT', kind === 'group' ? 'OWNER' : 'MAINTAINER']);
    assert.equal((await bot.fetch('/api/v4/user')).body.bot, true);
  }
});

test('memberships, scopes and the administrator\'s flag can be lost and come back', async t => {
  const client = await startFor(t);
  const owner = as(client, 'owner');
  const [first] = (await member(client, 'owner')).memberships;
  const list = async () => (await owner.query(`{ group(fullPath: "${first.fullPath}") { runners { count } } }`)).data?.group;
  const before = (await list()).runners.count;
  await client.control('members', {token: owner.token, place: first.fullPath, accessLevel: 30});
  assert.equal((await list()).runners, null);
  await client.control('members', {token: owner.token, place: first.fullPath, accessLevel: null});
  assert.equal(await list(), null);
  await client.control('members', {token: owner.token, place: first.fullPath, accessLevel: 50});
  assert.equal((await list()).runners.count, before);
  assert.deepEqual((await client.control('members', {token: owner.token, accessLevel: null})).body.memberships, []);
  await client.control('tokens', {token: owner.token, scopes: ['read_user']});
  assert.equal((await owner.post('/api/graphql', {query: '{ __typename }'})).status, 401);
  await client.control('members', {token: client.token, admin: false});
  assert.equal((await client.query('{ runners { count } }')).data.runners, null);
  assert.equal('is_admin' in (await client.fetch('/api/v4/user')).body, false);
  for (const bad of [{token: 'x'}, {token: owner.token, place: 'no/where', accessLevel: 50},
    {token: owner.token, place: first.fullPath}, {token: owner.token, place: first.fullPath, accessLevel: 41},
    {token: owner.token, admin: 1}])
    assert.equal((await client.control('members', bad)).status, 422);
  assert.equal((await client.control('tokens', {token: owner.token, scopes: ['all']})).status, 422);
  assert.equal((await client.control('admin-mode', {})).status, 422);
});

test('at 5,000 runners an owner has hundreds of them', async t => {
  const client = await startFor(t, {runners: 5000});
  const {currentUser} = await as(client, 'owner').data(`{ currentUser { groupMemberships { nodes { group { runners { count } } } }
    projectMemberships { nodes { project { runners { count } } } } } }`);
  const [first, second] = currentUser.groupMemberships.nodes.map(({group}) => group.runners.count);
  assert.ok(first > 300 && second > 0, `${first}, ${second}`);
  assert.ok(currentUser.projectMemberships.nodes.every(({project}) => project.runners.count > 0));
});
