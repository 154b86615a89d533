// SPDX-License-Identifier: GPL-3.0-or-later
// The people of groups and projects, and where somebody works.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';
import {crewOf, membersOf} from '../fleet/crew.mjs';
import {selfAndAncestors} from '../fleet/places.mjs';

const NODES = `nodes { __typename id accessLevel { stringValue integerValue } expiresAt user { id username name state bot type } }`;
const as = (client, name) => client.as(`glpat-simulator-${name}`);
const names = nodes => nodes.map(({user}) => user.username).sort();

const inGroup = (user, path, args) => user.query(`{ group(fullPath: "${path}") { groupMembers${args} { ${NODES} } } }`);

test('every fleet has groups with owners, without, with blocked owners and with bots alone', async t => {
  const {simulator: {fleet}} = await startFor(t, {runners: 3000});
  const crews = fleet.places.groups.map(group => crewOf(fleet, group));
  const owners = crew => crew.filter(({level}) => level === 50).map(({user}) => user);
  const kinds = {
    nobody: crew => crew.length === 0,
    'an owner': crew => owners(crew).some(({state, human}) => human && state === 'active'),
    'owners who left': crew => owners(crew).length > 0 && owners(crew).every(({state}) => state !== 'active'),
    'a bot only': crew => crew.length === 1 && crew[0].user.bot,
    'people and no owner': crew => crew.length > 0 && owners(crew).length === 0,
    'an end': crew => crew.some(({expiresAt}) => expiresAt !== null),
  };
  for (const [what, holds] of Object.entries(kinds))
    assert.ok(crews.some(holds), what);
});

test('members of a group: direct, inherited, below, by level', async t => {
  const client = await startFor(t, {runners: 2000});
  const {fleet} = client.simulator;
  const group = fleet.places.groups.find(({depth, parent}) => depth > 2 && crewOf(fleet, parent).length > 1);
  const ask = async args => (await inGroup(client, group.fullPath, args)).data.group.groupMembers.nodes;
  const users = members => members.map(({user}) => user.username).sort();
  assert.deepEqual(names(await ask('')), users(membersOf(fleet, group)));
  assert.deepEqual(names(await ask('(relations: [DIRECT])')), users(crewOf(fleet, group)));
  assert.deepEqual(names(await ask('(relations: [INHERITED])')), [...new Set([...selfAndAncestors(group.parent)]
    .flatMap(one => users(crewOf(fleet, one))))].sort());
  const owners = await ask('(accessLevels: [OWNER, MAINTAINER])');
  assert.ok(owners.every(({accessLevel}) => accessLevel.integerValue >= 40));
  const sorted = (await ask('(sort: ACCESS_LEVEL_DESC)')).map(({accessLevel}) => accessLevel.integerValue);
  assert.deepEqual(sorted, [...sorted].sort((left, right) => right - left));
});

test('members of a project come with those of its groups, people apart from bots', async t => {
  const client = await startFor(t, {runners: 2000});
  const {fleet} = client.simulator;
  const project = fleet.places.projects.find(one => !one.namespace.personal && crewOf(fleet, one).length > 0
    && crewOf(fleet, one.namespace).length > 0 && membersOf(fleet, one).some(({user}) => user.bot));
  const ask = async args => (await client.data(`{ project(fullPath: "${project.fullPath}") { projectMembers${args} { ${NODES} } } }`))
    .project.projectMembers.nodes;
  const nodes = await ask('');
  assert.deepEqual(new Set(nodes.map(({__typename: type}) => type)), new Set(['GroupMember', 'ProjectMember']));
  const humans = await ask('(userTypes: [HUMAN])');
  assert.ok(humans.every(({user}) => !user.bot) && humans.length < nodes.length);
});

test('members are seen by members and administrators', async t => {
  const client = await startFor(t);
  const owner = as(client, 'owner');
  const [{fullPath, id}] = (await client.control('members', {token: owner.token})).body.memberships;
  assert.ok(names((await inGroup(owner, fullPath, '')).data.group.groupMembers.nodes).includes('owner'));
  assert.equal((await inGroup(as(client, 'user'), fullPath, '')).data.group, null);
  assert.equal((await as(client, 'user').fetch(`/api/v4/groups/${id}/members/all`)).status, 404);
  const {body, headers} = await owner.fetch(`/api/v4/groups/${id}/members/all?per_page=100`);
  assert.deepEqual([body.find(({username}) => username === 'owner').access_level, headers.get('x-total')], [50, String(body.length)]);
  assert.ok(body.every(({state, access_level: level}) => state && level >= 10));
});

test('a new member is a member at once, over both APIs', async t => {
  const client = await startFor(t);
  const [{fullPath, id}] = (await client.control('members', {token: 'glpat-simulator-owner'})).body.memberships;
  await client.control('members', {token: 'glpat-simulator-user', place: fullPath, accessLevel: 40});
  const {data} = await inGroup(client, fullPath, '(accessLevels: [MAINTAINER])');
  assert.ok(names(data.group.groupMembers.nodes).includes('developer'));
  assert.ok((await client.fetch(`/api/v4/groups/${id}/members?query=developer`)).body.some(({username}) => username === 'developer'));
});

test('projects one works in, the newest activity first', async t => {
  const client = await startFor(t, {runners: 2000, pendingJobs: 200});
  const ask = async (name, args = '') => (await as(client, name).data(`{ currentUser { contributedProjects${args} { count nodes {
    fullPath lastActivityAt } } } }`)).currentUser.contributedProjects;
  const {count, nodes} = await ask('owner');
  assert.ok(count > 3);
  const times = nodes.map(({lastActivityAt}) => Date.parse(lastActivityAt));
  assert.deepEqual(times, [...times].sort((left, right) => right - left));
  assert.ok((await ask('owner', '(minAccessLevel: OWNER)')).count <= count);
  assert.equal((await ask('user')).count, 0);
});
