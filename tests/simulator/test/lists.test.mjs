// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of runners below groups, projects and users.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';
import {isWithin, takesGroupRunners, takesInstanceRunners} from '../fleet/places.mjs';

const NO_RESOURCE = /^The resource that you are attempting to access does not exist or you don't have permission/;
const GROUP = `query($path: ID!, $membership: CiRunnerMembershipFilter, $first: Int, $last: Int, $after: String, $before: String,
    $sort: CiRunnerSort, $paused: Boolean) {
  group(fullPath: $path) {
    runners(membership: $membership, first: $first, last: $last, after: $after, before: $before, sort: $sort, paused: $paused) {
      count pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor webUrl editUrl node { id } } nodes { id }
    } } }`;
const PROJECT = `query($path: ID!, $first: Int, $after: String) { project(fullPath: $path) { runners(first: $first, after: $after) {
  count pageInfo { hasNextPage endCursor } edges { webUrl editUrl } nodes { id } } } }`;
const MINE = `query($after: String, $for: ID) { currentUser { runners(after: $after, assignableToProjectPath: $for) {
  count pageInfo { hasNextPage endCursor } edges { webUrl editUrl } nodes { id } } } }`;

const gid = ({id}) => `gid://gitlab/Ci::Runner/${id}`;
const sorted = list => [...list].sort();

async function walk(ask) {
  const ids = [];
  for (let after = null, page; !page || page.pageInfo.hasNextPage; after = page.pageInfo.endCursor) {
    page = await ask(after);
    ids.push(...page.nodes.map(({id}) => id));
  }
  return sorted(ids);
}

/** The group of a name's token: the one its user is a member of first. */
async function placeOf(client, name, kind = 'group', number = 0) {
  const {body} = await client.control('members', {token: `glpat-simulator-${name}`});
  return body.memberships.filter(membership => membership.kind === kind)[number].fullPath;
}

test('a group lists its own runners, those below it, or all available to it', async t => {
  const client = await startFor(t, {runners: 1000});
  const {fleet} = client.simulator;
  const nested = fleet.place(await placeOf(client, 'owner', 'group', 1));
  assert.ok(nested.parent);
  const own = runner => runner.group === nested;
  const below = runner => runner.group ? isWithin(runner.group, nested)
    : runner.projects?.some(project => isWithin(project, nested)) ?? false;
  const above = runner => runner.group ? isWithin(nested, runner.group)
    : runner.type === 'INSTANCE_TYPE' && takesInstanceRunners(nested);
  for (const [membership, test] of [['DIRECT', own], ['DESCENDANTS', below], ['ALL_AVAILABLE', r => below(r) || above(r)]]) {
    const found = await walk(async after => (await client.data(GROUP, {path: nested.fullPath, membership, after, first: 20}))
      .group.runners);
    assert.deepEqual(found, sorted(fleet.runners.filter(test).map(gid)), membership);
    assert.ok(found.length > 0, membership);
  }
  const usual = await client.data('query($path: ID!) { group(fullPath: $path) { runners { count } } }', {path: nested.fullPath});
  assert.equal(usual.group.runners.count, fleet.runners.filter(below).length);
});

test('a project lists its runners, those of its groups and of the instance, as far as it lets them in', async t => {
  const client = await startFor(t, {runners: 1000});
  const {fleet} = client.simulator;
  const {projects} = fleet.places;
  for (const project of [projects.find(one => takesGroupRunners(one) && takesInstanceRunners(one) && one.namespace.parent),
    projects.find(one => !takesGroupRunners(one)), projects.find(one => !takesInstanceRunners(one)),
    projects.find(({namespace}) => namespace.personal)]) {
    const found = await walk(async after => (await client.data(PROJECT, {path: project.fullPath, after})).project.runners);
    const expected = fleet.runners.filter(runner => runner.projects?.includes(project)
      || (runner.type === 'INSTANCE_TYPE' && takesInstanceRunners(project))
      || (runner.group && takesGroupRunners(project) && isWithin(project.namespace, runner.group)));
    assert.deepEqual(found, sorted(expected.map(gid)), project.fullPath);
  }
});

test('a user manages the runners of groups he owns and of projects he maintains', async t => {
  const client = await startFor(t);
  const {fleet} = client.simulator;
  const owner = client.as('glpat-simulator-owner');
  const owned = [await placeOf(client, 'owner'), await placeOf(client, 'owner', 'group', 1)].map(path => fleet.place(path));
  const maintained = [0, 1].map(number => placeOf(client, 'owner', 'project', number));
  const projects = (await Promise.all(maintained)).map(path => fleet.place(path));
  const expected = fleet.runners.filter(({group, projects: own}) => owned.some(place => group ? isWithin(group, place)
    : own?.some(project => isWithin(project, place) || projects.includes(project))));
  const found = await walk(async after => (await owner.data(MINE, {after})).currentUser.runners);
  assert.deepEqual(found, sorted(expected.map(gid)));
  assert.deepEqual((await client.as('glpat-simulator-user').data(MINE)).currentUser.runners.count, 0);
  const assignable = await walk(async after => (await owner.data(MINE, {after, for: projects[0].fullPath})).currentUser.runners);
  assert.deepEqual(assignable, sorted(expected.filter(({type, locked, projects: own}) => type === 'PROJECT_TYPE' && !locked
    && !own.includes(projects[0])).map(gid)));
});

test('edges have links below groups and projects only', async t => {
  const client = await startFor(t, {base: '/gitlab'});
  const {baseUrl} = client.simulator;
  const path = await placeOf(client, 'owner');
  const [edge] = (await client.data(GROUP, {path, first: 1})).group.runners.edges;
  const number = edge.node.id.split('/').at(-1);
  assert.equal(edge.webUrl, `${baseUrl}/groups/${path}/-/runners/${number}`);
  assert.equal(edge.editUrl, `${edge.webUrl}/edit`);
  const project = await placeOf(client, 'owner', 'project');
  const below = (await client.data(PROJECT, {path: project, first: 1})).project.runners;
  assert.equal(below.edges[0].webUrl, `${baseUrl}/${project}/-/runners/${below.nodes[0].id.split('/').at(-1)}`);
  const mine = (await client.as('glpat-simulator-owner').data(MINE)).currentUser.runners.edges;
  assert.ok(mine.length > 0 && mine.every(({webUrl, editUrl}) => webUrl === null && editUrl === null));
});

test('a group\'s list pages both ways', async t => {
  const client = await startFor(t);
  const path = await placeOf(client, 'owner');
  const ask = async variables => (await client.data(GROUP, {path, ...variables})).group.runners;
  for (const sort of ['CREATED_ASC', 'CREATED_DESC', 'CONTACTED_ASC', 'CONTACTED_DESC']) {
    const all = await ask({first: 100, sort});
    assert.equal(all.nodes.length, all.count);
    const first = await ask({first: 30, sort});
    assert.deepEqual([first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage], [true, false]);
    const next = await ask({first: 30, after: first.pageInfo.endCursor, sort});
    assert.equal(next.pageInfo.hasPreviousPage, true);
    const back = await ask({last: 20, before: next.pageInfo.startCursor, sort});
    assert.deepEqual(back.nodes, all.nodes.slice(10, 30));
    assert.deepEqual([back.pageInfo.hasNextPage, back.pageInfo.hasPreviousPage], [true, true]);
    const end = await ask({last: 5, sort});
    assert.deepEqual(end.nodes, all.nodes.slice(-5));
    assert.deepEqual([end.pageInfo.hasNextPage, end.pageInfo.hasPreviousPage], [false, true]);
  }
  const paused = await ask({paused: true});
  assert.ok(paused.count > 0 && paused.count < (await ask({})).count);
});

test('what may not be read is dropped from the page, and still counted', async t => {
  const client = await startFor(t, {runners: 200, seed: 2});
  const {fleet} = client.simulator;
  const {groups, projects} = fleet.places;
  const bare = groups.find(group => group.parent && !projects.some(project => isWithin(project, group))
    && fleet.runners.some(runner => runner.group && runner.group !== group && isWithin(group, runner.group)));
  const hidden = fleet.runners.filter(({group}) => group && group !== bare && isWithin(bare, group));
  await client.control('members', {token: 'glpat-simulator-user', place: bare.fullPath, accessLevel: 50});
  const user = client.as('glpat-simulator-user');
  const counts = [];
  const found = await walk(async after => {
    const {runners} = (await user.data(GROUP, {path: bare.fullPath, membership: 'ALL_AVAILABLE', after, first: 50})).group;
    assert.equal(runners.edges.length, runners.nodes.length);
    counts.push(runners.count);
    return runners;
  });
  assert.equal(found.length, counts[0] - hidden.length);
  assert.ok(hidden.every(runner => !found.includes(gid(runner))));
});

test('MOST_ACTIVE_DESC below a group is for its own runners', async t => {
  const client = await startFor(t);
  const path = await placeOf(client, 'owner');
  const {errors} = await client.query(GROUP, {path, sort: 'MOST_ACTIVE_DESC', membership: 'DESCENDANTS'});
  assert.equal(errors[0].message, 'MOST_ACTIVE_DESC sorting is only supported on groups when membership is DIRECT');
  assert.deepEqual(errors[0].path, ['group', 'runners']);
  assert.ok((await client.data(GROUP, {path, sort: 'MOST_ACTIVE_DESC', membership: 'DIRECT'})).group.runners);
});

test('the lists cost what lists with a resolver cost', async t => {
  const client = await startFor(t);
  const score = async text => (await client.data(`{ ${text} queryComplexity { score } }`)).queryComplexity.score - 2;
  const path = await placeOf(client, 'owner');
  const instance = await score('runners(first: 50) { nodes { id paused } }');
  assert.equal(await score(`group(fullPath: "${path}") { runners(first: 50) { nodes { id paused } } }`), instance + 1);
  assert.equal(await score('currentUser { runners(first: 50) { nodes { id paused } } }'), instance + 1);
  assert.equal(await score('groups(first: 100) { nodes { id } }'), 8);
  assert.equal(await score('projects(first: 100, membership: true) { nodes { id } }'), 8);
  assert.equal(await score('currentUser { groupMemberships { nodes { group { id } } } }'), 5);
});

test('groups, projects and memberships tell where a client may look', async t => {
  const client = await startFor(t);
  const owner = client.as('glpat-simulator-owner');
  const {currentUser, top, owned, mine, every} = await owner.data(`{
    currentUser {
      groupMemberships { nodes { accessLevel { integerValue stringValue humanAccess } group { id name fullPath webUrl } } }
      projectMemberships { nodes { accessLevel { integerValue } project { id fullPath webUrl } } pageInfo { hasNextPage } } }
    top: groups(topLevelOnly: true) { nodes { fullPath parent { id } } }
    owned: groups(ownedOnly: true) { count nodes { fullPath } }
    mine: projects(membership: true, minAccessLevel: MAINTAINER) { count }
    every: projects { count } }`);
  const memberships = currentUser.groupMemberships.nodes;
  assert.deepEqual(memberships.map(({accessLevel}) => ({...accessLevel})),
    [0, 1].map(() => ({integerValue: 50, stringValue: 'OWNER', humanAccess: 'Owner'})));
  assert.deepEqual(sorted(owned.nodes.map(({fullPath}) => fullPath)), sorted(memberships.map(({group}) => group.fullPath)));
  assert.deepEqual(currentUser.projectMemberships.nodes.map(({accessLevel}) => accessLevel.integerValue), [40, 40]);
  assert.ok(top.nodes.every(({parent}) => parent === null));
  assert.ok(top.nodes.some(({fullPath}) => fullPath === memberships[0].group.fullPath));
  assert.equal(mine.count, every.count);
  assert.deepEqual((await client.as('glpat-simulator-user').data('{ groups { count } projects { count } }')),
    (await client.as('glpat-simulator-user').data('{ groups { count } projects(membership: true) { count } }')));
});

test('a group or project that may not be listed says so, one that may not be seen is not there', async t => {
  const client = await startFor(t);
  const path = await placeOf(client, 'developer');
  const {data, errors} = await client.as('glpat-simulator-developer').query(GROUP, {path});
  assert.equal(data.group.runners, null);
  assert.match(errors[0].message, NO_RESOURCE);
  const hidden = await client.as('glpat-simulator-user').data(GROUP, {path});
  assert.equal(hidden.group, null);
});
