// SPDX-License-Identifier: GPL-3.0-or-later
// Other versions and editions, introspection, and servers newer than any known.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {validateSchema} from 'graphql';
import {FLEET_PAGE, startFor} from '../support/client.mjs';
import {describeGitlab} from '../gitlab.mjs';
import {makeSchema} from '../graphql/schema.mjs';
import {makeNewer} from '../graphql/newer.mjs';

const TYPE = `query Offered($name: String!) { __type(name: $name) {
  fields(includeDeprecated: true) { name args(includeDeprecated: true) { name } }
  enumValues(includeDeprecated: true) { name } } }`;

const offered = async (client, name) => {
  const {__type: type} = await client.data(TYPE, {name});
  return type && {fields: type.fields?.map(field => field.name), values: type.enumValues?.map(value => value.name),
    args: Object.fromEntries((type.fields ?? []).map(field => [field.name, field.args.map(argument => argument.name)]))};
};
const refusals = async (client, query) => (await client.query(query)).errors?.map(({message}) => message);

test('every schema is valid', () => {
  const schemas = ['ce', 'ee'].flatMap(edition => [
    ...['17.2', '18.10', '19.3'].map(gitlab => ({gitlab, edition, newer: null})),
    ...Array.from({length: 25}, (_, newer) => ({gitlab: '18.10', edition, newer}))]);
  for (const one of schemas) assert.deepEqual(validateSchema(makeSchema(describeGitlab(one))), [], JSON.stringify(one));
});

test('17.2 lacks what came later and says so for five fields at most', async t => {
  const client = await startFor(t, {gitlab: '17.2'});
  assert.equal((await client.data('{ metadata { version } }')).metadata.version, '17.2.9-ee');
  const runner = await offered(client, 'CiRunner');
  assert.ok(runner.fields.includes('creationMethod') && !runner.fields.includes('creationState'));
  assert.deepEqual((await offered(client, 'CiRunnerConnection')).args.count, []);
  const lists = (await offered(client, 'Query')).args.runners;
  assert.ok(lists.includes('versionPrefix') && !lists.includes('ownerFullPath'));
  assert.deepEqual((await offered(client, 'CiRunnerStatus')).values,
    ['NEVER_CONTACTED', 'OFFLINE', 'ONLINE', 'STALE', 'ACTIVE', 'PAUSED']);
  assert.equal(await offered(client, 'ProjectInterface'), null);
  const {errors, data} = await client.query(`query Details { runner(id: "gid://gitlab/Ci::Runner/1") { creationState
    one: nothing two: nothing three: nothing four: nothing five: nothing } }`);
  assert.equal(data, undefined);
  assert.deepEqual(errors[0], {message: "Field 'creationState' doesn't exist on type 'CiRunner'",
    locations: [{line: 1, column: 59}], path: ['query Details', 'runner', 'creationState'],
    extensions: {code: 'undefinedField', typeName: 'CiRunner', fieldName: 'creationState'}});
  assert.equal(errors.length, 5);
  assert.match((await refusals(client, '{ runners { count(limit: 3) } }'))[0], /^Field 'count' doesn't accept argument 'limit'$/);
  assert.match((await refusals(client, '{ currentUser { runners { count } } }'))[0], /^Field 'runners' doesn't exist/);
  assert.match((await refusals(client, '{ groups(topLevelOnly: true) { nodes { id } } }'))[0],
    /doesn't accept argument 'topLevelOnly'/);
});

test('17.2 answers what it has, in its own way', async t => {
  const client = await startFor(t, {gitlab: '17.2', rateLimit: 5});
  const paused = client.simulator.fleet.runners.filter(runner => runner.paused).length;
  const {active, idle} = await client.data('{ active: runners(status: ACTIVE) { count } idle: runners(status: PAUSED) { count } }');
  assert.deepEqual([active.count, idle.count], [300 - paused, paused]);
  const {data} = await client.query(`{ currentUser { id groupMemberships { nodes { group { id } } } }
    runners { nodes { ownerProject { fullPath } groups { nodes { fullPath } } } } }`);
  assert.ok(data.currentUser.groupMemberships.nodes.length === 1);
  assert.ok(data.runners.nodes.some(({groups}) => groups?.nodes.length === 1));
  const entry = await client.fetch('/api/v4/runners/all');
  assert.equal('created_at' in entry.body[0], false);
  assert.equal(entry.headers.get('ratelimit-limit'), null);
  await client.fetch('/api/v4/version');
  await client.fetch('/api/v4/version');
  const refused = await client.fetch('/api/v4/version');
  assert.deepEqual([refused.status, refused.headers.get('ratelimit-limit')], [429, '5']);
});

test('17.2 hides a project that may not be read, where 18.10 shows its name', async t => {
  const client = await startFor(t, {runners: 1000});
  const {fleet} = client.simulator;
  const owner = client.as('glpat-simulator-project-token');
  const [[project]] = fleet.members.of(fleet.members.projectBot);
  const shared = fleet.runners.find(({projects}) => projects?.indexOf(project) > 0);
  const query = `{ runner(id: "gid://gitlab/Ci::Runner/${shared.id}") { ownerProject { name } } }`;
  assert.equal((await owner.data(query)).runner.ownerProject.name, shared.projects[0].name);
  await client.control('gitlab', {gitlab: '17.2'});
  assert.equal((await owner.data(query)).runner.ownerProject, null);
});

test('deprecated fields, arguments and values are hidden from an introspection that does not ask for them', async t => {
  const client = await startFor(t);
  const {type, sorts} = await client.data(`{ type: __type(name: "Query") { fields { name args { name } } }
    sorts: __type(name: "CiRunnerSort") { enumValues { name } } }`);
  const {args} = type.fields.find(({name}) => name === 'runners');
  assert.ok(!args.some(({name}) => ['versionPrefix', 'creatorUsername', 'active', 'ownerFullPath'].includes(name)));
  assert.ok(!sorts.enumValues.some(({name}) => name === 'MOST_ACTIVE_DESC'));
  assert.ok((await offered(client, 'Query')).args.runners.includes('versionPrefix'));
  assert.ok((await offered(client, 'CiRunnerSort')).values.includes('MOST_ACTIVE_DESC'));
});

test('the Community Edition has no fields of the Enterprise Edition and no auditors', async t => {
  const client = await startFor(t, {edition: 'ce'});
  const {metadata} = await client.data('{ metadata { version enterprise } }');
  assert.deepEqual({...metadata}, {version: '18.10.1', enterprise: false});
  const {fields} = await offered(client, 'CiRunner');
  for (const name of ['upgradeStatus', 'publicProjectsMinutesCostFactor']) assert.ok(!fields.includes(name), name);
  assert.equal((await client.as('glpat-simulator-auditor').fetch('/api/v4/runners/all')).status, 403);
  assert.equal((await client.fetch('/api/v4/version')).body.enterprise, false);
});

test('19.3 has more than 18.10 and answers the same questions', async t => {
  const client = await startFor(t);
  const {runners} = await client.data(FLEET_PAGE);
  const {fields: before} = await offered(client, 'CiRunner');
  await client.control('gitlab', {gitlab: '19.3'});
  assert.deepEqual((await client.data(FLEET_PAGE)).runners, runners);
  const {fields} = await offered(client, 'CiRunner');
  assert.deepEqual(before.filter(name => !fields.includes(name)), []);
  assert.ok(fields.length > before.length);
});

test('an upgrade in the middle of a run', async t => {
  const client = await startFor(t, {gitlab: '17.2'});
  const fields = async () => (await offered(client, 'CiRunner')).fields.includes('creationState');
  assert.equal(await fields(), false);
  assert.equal((await client.control('gitlab', {gitlab: '19.3'})).body.version, '19.3.0-ee');
  assert.equal(await fields(), true);
  assert.equal((await client.control('gitlab', {edition: 'ce'})).body.version, '19.3.0');
  for (const bad of [{gitlab: '9.9'}, {edition: 'x'}, {newer: 'y'}]) assert.equal((await client.control('gitlab', bad)).status, 422);
});

test('a newer server is made by its seed', () => {
  assert.deepEqual(makeNewer(7), makeNewer(7));
  assert.notDeepEqual(makeNewer(7), makeNewer(8));
  const removed = new Set(Array.from({length: 60}, (_, seed) => makeNewer(seed).removed).flat());
  for (const name of ['CiRunner.shortSha', 'CiRunner.jobCount', 'CiRunner.projectCount', 'UserCore.type', 'Group.fullName'])
    assert.ok(removed.has(name), name);
  const essential = ['id', 'description', 'runnerType', 'paused', 'status', 'contactedAt', 'createdAt', 'managers'];
  for (const name of essential) assert.ok(!removed.has(`CiRunner.${name}`), name);
});

test('some jobs that ended are in a state that a newer server has added', async t => {
  const client = await startFor(t, {newer: 3, finishedJobs: 300});
  const states = async args => (await client.data(`{ jobs${args} { nodes { status } } }`)).jobs.nodes.map(({status}) => status);
  assert.ok((await states('')).includes(makeNewer(3).values.CiJobStatus));
  await client.control('gitlab', {newer: null});
  assert.ok(!(await states('')).includes(makeNewer(3).values.CiJobStatus));
});

test('a newer server lacks fields, has others, and uses values nobody knows', async t => {
  for (const newer of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const client = await startFor(t, {newer, edition: newer % 2 ? 'ee' : 'ce'});
    const {values, removed, executor} = makeNewer(newer);
    assert.deepEqual((await client.control('fleet')).body.removed, removed);
    for (const name of removed) {
      const [type, field] = name.split('.');
      assert.ok(!(await offered(client, type)).fields.includes(field), `${newer}: ${name}`);
    }
    const had = new Set((await offered(await startFor(t), 'CiRunner')).fields);
    assert.ok((await offered(client, 'CiRunner')).fields.some(name => !had.has(name)));
    const {runners} = await client.data(`{ runners { nodes { id runnerType status accessLevel
      managers(first: 1) { nodes { id status } } } } }`);
    const unknown = runners.nodes.filter(({runnerType}) => runnerType === values.CiRunnerType);
    assert.ok(unknown.length > 0 && unknown.every(({status, accessLevel}) => status === values.CiRunnerStatus
      && accessLevel === values.CiRunnerAccessLevel));
    const filtered = await client.data(`{ runners(type: ${values.CiRunnerType}) { count nodes { runnerType } }
      shown: runners(status: ${values.CiRunnerStatus}) { count } }`);
    assert.ok(filtered.runners.nodes.every(({runnerType}) => runnerType === values.CiRunnerType));
    assert.equal(filtered.runners.count, filtered.shown.count);
    assert.ok((await offered(client, 'CiJobStatus')).values.includes(values.CiJobStatus));
    if (removed.includes('CiRunnerManager.executorName')) continue;
    const {all} = await client.data('{ all: runners { nodes { managers(first: 2) { nodes { executorName } } } } }');
    assert.ok(all.nodes.some(({managers}) => managers.nodes.some(({executorName}) => executorName === executor)), String(newer));
  }
});
