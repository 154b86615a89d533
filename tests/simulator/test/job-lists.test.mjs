// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of jobs over GraphQL: who sees them, their pages, counts, limits and errors.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';
import {canTake} from '../jobs/matcher.mjs';

const BUSY = {runners: 600, pendingJobs: 1300, runningJobs: 60, finishedJobs: 100};
const FIELDS = `id name status kind createdAt queuedAt startedAt queuedDuration tags stuck refName webPath stage { name }
  pipeline { id iid path } project { fullPath } runner { id description } detailedStatus { label tooltip detailsPath }
  userPermissions { readBuild cancelBuild }`;
const PAGE = `query Jobs($statuses: [CiJobStatus!], $after: String) { jobs(first: 100, statuses: $statuses, after: $after) {
  count pageInfo { hasNextPage endCursor } nodes { ${FIELDS} ... on CiJob { runnerManager { id systemId } } } } }`;

const number = gid => Number(gid.split('/').at(-1));
const messages = ({errors = []}) => errors.map(({message}) => message);
const as = (client, name) => client.as(`glpat-simulator-${name}`);

async function walk(client, statuses) {
  const nodes = [];
  for (let after = null, more = true; more;) {
    const {jobs} = await client.data(PAGE, {statuses, after});
    nodes.push(...jobs.nodes);
    ({endCursor: after, hasNextPage: more} = jobs.pageInfo);
  }
  return nodes;
}

test('an administrator walks all pending and running jobs, newest first, once each', async t => {
  const client = await startFor(t, BUSY);
  const nodes = await walk(client, ['PENDING', 'RUNNING']);
  const ids = nodes.map(({id}) => number(id));
  assert.equal(new Set(ids).size, 1360);
  assert.deepEqual(ids, [...ids].sort((left, right) => right - left));
  const running = nodes.filter(({status}) => status === 'RUNNING');
  assert.ok(running.length === 60 && running.every(job => job.runner && job.runnerManager && job.startedAt));
  const waiting = nodes.find(({status}) => status === 'PENDING');
  assert.ok(waiting.runner === null && waiting.startedAt === null && waiting.queuedDuration > 0 && waiting.tags);
  assert.equal(waiting.webPath, `/${waiting.project.fullPath}/-/jobs/${number(waiting.id)}`);
  assert.equal(waiting.detailedStatus.label, 'pending');
});

test('jobs that come while one walks do not shift the pages', async t => {
  const client = await startFor(t, {...BUSY, jobRate: 500});
  const first = (await client.data(PAGE, {statuses: ['PENDING']})).jobs;
  const before = client.simulator.jobs.lists.withStatus('PENDING').map(({id}) => id);
  await client.control('clock', {advance: 30});
  const second = (await client.data(PAGE, {statuses: ['PENDING'], after: first.pageInfo.endCursor})).jobs;
  const expected = before.reverse().slice(100);
  const ids = second.nodes.map(({id}) => number(id));
  assert.ok(ids.filter(id => before.includes(id)).every(id => expected.includes(id)));
  assert.ok(ids[0] < number(first.nodes.at(-1).id));
});

test('counts stop at their limit, which is at most 1,000', async t => {
  const client = await startFor(t, BUSY);
  const {a, b, c} = await client.data(`{ a: jobs(statuses: [PENDING]) { count } b: jobs(statuses: [PENDING]) { count(limit: 5) }
    c: jobs(statuses: [RUNNING]) { count } }`);
  assert.deepEqual([a.count, b.count, c.count], [1001, 6, 60]);
  for (const [limit, message] of [[0, 'limit must be greater than 0'], [1001, 'limit must be less than or equal to 1000']])
    assert.deepEqual(messages(await client.query(`{ jobs { count(limit: ${limit}) } }`)), [message]);
});

test('everybody else sees an empty list and no error', async t => {
  const client = await startFor(t, BUSY);
  for (const name of ['owner', 'auditor', 'user', 'developer', 'group-token'])
    assert.deepEqual(JSON.parse(JSON.stringify(await as(client, name).query('{ jobs(statuses: [PENDING]) { count nodes { id } } }'))),
      {data: {jobs: {count: 0, nodes: []}}}, name);
});

test('what a runner could take, for pending jobs only', async t => {
  const client = await startFor(t, BUSY);
  const {fleet, jobs} = client.simulator;
  const ask = (id, statuses) =>
    client.query(`{ jobs(compatibleRunnerId: "gid://gitlab/Ci::Runner/${id}" ${statuses}) { count nodes { id } } }`);
  const wrong = 'compatibleRunnerId can only be used when the `statuses` argument is set to "PENDING"';
  for (const statuses of ['', 'statuses: [RUNNING]', 'statuses: [PENDING, RUNNING]'])
    assert.deepEqual(messages(await ask(1, statuses)), [wrong]);
  let found = 0;
  for (const runner of fleet.runners.slice(0, 120)) {
    const {count, nodes} = (await ask(runner.id, 'statuses: [PENDING]')).data.jobs;
    const expected = jobs.lists.withStatus('PENDING').filter(job => canTake(runner, job)).map(({id}) => id).reverse();
    assert.deepEqual([count, nodes.map(({id}) => number(id))], [Math.min(1001, expected.length), expected.slice(0, 100)]);
    found += count;
  }
  assert.ok(found > 0);
  assert.equal((await ask(999999, 'statuses: [PENDING]')).data.jobs.count, 0);
});

test('the failure reason has one combination, runner types are ignored', async t => {
  const client = await startFor(t, BUSY);
  const ask = args => client.query(`{ jobs(${args}) { count } }`);
  assert.deepEqual(messages(await ask('failureReason: SCRIPT_FAILURE')), ['failure_reason only supports runner_system_failure']);
  assert.deepEqual(messages(await ask('failureReason: RUNNER_SYSTEM_FAILURE')),
    ['failure_reason can only be used together with runner_type: instance_type']);
  assert.equal((await ask('failureReason: RUNNER_SYSTEM_FAILURE, runnerTypes: [INSTANCE_TYPE]')).data.jobs.count, 0);
  assert.equal((await ask('statuses: [RUNNING], runnerTypes: [GROUP_TYPE]')).data.jobs.count, 60);
});

const projectWith = ({jobs}) => jobs.lists.withStatus('PENDING').at(-1).project;

test('jobs of a project: one project an operation, filters, one job', async t => {
  const client = await startFor(t, BUSY);
  const {jobs} = client.simulator;
  const project = projectWith(client.simulator);
  const own = jobs.lists.ofProject(project).filter(({kind}) => kind === 'BUILD').reverse();
  const {data} = await client.query(`{ project(fullPath: "${project.fullPath}") { sharedRunnersEnabled
    ciCdSettings { groupRunnersEnabled } jobs(first: 5) { nodes { id kind pipeline { iid } } } } }`);
  assert.deepEqual(data.project.jobs.nodes.map(({id}) => number(id)), own.slice(0, 5).map(({id}) => id));
  const {iid} = data.project.jobs.nodes[0].pipeline;
  const one = await client.data(`{ project(fullPath: "${project.fullPath}") { jobs(pipelineIid: "${iid}", statuses: [PENDING]) { count }
    job(id: "gid://gitlab/Ci::Build/${own[0].id}") { name status } } }`);
  assert.equal(one.project.job.name, own[0].name);
  const names = jobs.lists.ofProject(project).filter(job => String(job.pipeline.iid) === iid && job.status === 'PENDING');
  assert.equal(one.project.jobs.count, names.length);
  const other = jobs.work.projects.find(place => place !== project);
  const two = await client.query(`{ a: project(fullPath: "${project.fullPath}") { jobs { count } }
    b: project(fullPath: "${other.fullPath}") { jobs { count } job(id: "gid://gitlab/Ci::Build/${own[0].id}") { id } } }`);
  assert.ok(two.data.a.jobs.count > 0);
  assert.deepEqual([two.data.b.jobs, two.data.b.job], [null, null]);
  assert.deepEqual(messages(two), ['"jobs" field can be requested only for 1 Project(s) at a time.']);
});

test('a pipeline of a project, by number or id, with its jobs', async t => {
  const client = await startFor(t, BUSY);
  const {pipeline, project} = client.simulator.jobs.lists.withStatus('RUNNING')[0];
  const answer = await client.data(`{ project(fullPath: "${project.fullPath}") { pipeline(iid: "${pipeline.iid}") { id status active
    jobs { nodes { id status } } } same: pipeline(id: "gid://gitlab/Ci::Pipeline/${pipeline.id}") { iid }
    none: pipeline(iid: "0") { iid } } }`);
  const {pipeline: shown, same, none} = answer.project;
  assert.deepEqual([shown.id, shown.status, shown.active], [`gid://gitlab/Ci::Pipeline/${pipeline.id}`, 'RUNNING', true]);
  assert.deepEqual(shown.jobs.nodes.map(({id}) => number(id)), pipeline.jobs.map(({id}) => id).reverse());
  assert.deepEqual([same.iid, none], [String(pipeline.iid), null]);
});

test('in a batch operations of other names count for themselves, the same one again does not', async t => {
  const client = await startFor(t, BUSY);
  const {fullPath} = projectWith(client.simulator);
  const query = name => ({query: `query ${name}($p: ID!) { project(fullPath: $p) { jobs(first: 1) { count } } }`,
    variables: {p: fullPath}});
  const answers = await client.query([query('A'), query('B'), query('A')]);
  assert.deepEqual(answers.map(answer => messages(answer).length), [0, 0, 1]);
});

test('a project is read from Reporter on', async t => {
  const client = await startFor(t, BUSY);
  const project = projectWith(client.simulator);
  const developer = as(client, 'developer');
  const ask = async () => (await developer.data(`{ project(fullPath: "${project.fullPath}") { jobs { count } } }`)).project?.jobs;
  const join = accessLevel => client.control('members', {token: developer.token, place: project.fullPath, accessLevel});
  await client.control('members', {token: developer.token, accessLevel: null});
  assert.equal(await ask(), undefined);
  await join(10);
  assert.equal(await ask(), null);
  await join(20);
  assert.ok((await ask()).count > 0);
});

test('jobs of a runner: one an operation, newest first, with the right to read them', async t => {
  const client = await startFor(t, BUSY);
  const {jobs} = client.simulator;
  const {runner} = jobs.lists.withStatus('RUNNING')[0];
  const ask = (user, id) => user.query(`{ runner(id: "gid://gitlab/Ci::Runner/${id}") { jobCount running: jobCount(statuses: [RUNNING])
    jobExecutionStatus jobs { count nodes { id status } } } }`);
  const {data} = await ask(client, runner.id);
  const own = jobs.lists.ofRunner(runner).map(({id}) => id).reverse();
  assert.deepEqual(data.runner.jobs.nodes.map(({id}) => number(id)), own);
  assert.deepEqual([data.runner.jobCount, data.runner.jobExecutionStatus], [own.length, 'ACTIVE']);
  assert.ok(data.runner.running > 0);
  const several = await client.query('{ runners(first: 3) { nodes { jobs { count } } } }');
  assert.equal(messages(several).length, 2);
  assert.match(messages(several)[0], /^"jobs" field can be requested only for 1 CiRunner\(s\) at a time\.$/);
  const instance = client.simulator.fleet.runners.find(({type}) => type === 'INSTANCE_TYPE');
  const refused = await ask(as(client, 'user'), instance.id);
  assert.equal(refused.data.runner.jobs, null);
  assert.match(messages(refused)[0], /^The resource that you are attempting/);
});

test('a page of jobs costs what GitLab says', async t => {
  const client = await startFor(t, BUSY);
  const {queryComplexity} = await client.data(`{ queryComplexity { score limit } jobs(first: 100, statuses: [PENDING]) { count
    pageInfo { hasNextPage endCursor } nodes { id name status tags createdAt queuedAt startedAt refName stuck kind
    project { id fullPath name webUrl } pipeline { id iid path } runner { id description } stage { name } } } }`);
  assert.deepEqual({...queryComplexity}, {score: 3 + 2 * (1 + 1 + 3 + 1 + 10 + 5 + 4 + 3 + 2), limit: 300});
});

test('GitLab keeps no history of waiting times without ClickHouse', async t => {
  const client = await startFor(t);
  const ask = () => client.query('{ ciQueueingHistory { timeSeries { time p50 } } }');
  assert.deepEqual([messages(await ask()), (await ask()).data.ciQueueingHistory], [['ClickHouse database is not configured'], null]);
  await client.control('gitlab', {edition: 'ce'});
  assert.match(messages(await ask())[0], /^Field 'ciQueueingHistory' doesn't exist on type 'Query'$/);
});

test('17.2 has lists of CiJob and fewer arguments', async t => {
  const client = await startFor(t, {...BUSY, gitlab: '17.2'});
  const {jobs} = await client.data('{ jobs(statuses: [RUNNING]) { nodes { id runnerManager { id } pipeline { jobs { count } } } } }');
  assert.ok(jobs.nodes.every(job => job.runnerManager && job.pipeline.jobs.count > 0));
  const runner = 'compatibleRunnerId: "gid://gitlab/Ci::Runner/1"';
  assert.match(messages(await client.query(`{ jobs(statuses: [PENDING], ${runner}) { count } }`))[0], /doesn't accept argument/);
});

test('a page is quick at 50,000 pending jobs', {timeout: 60000}, async t => {
  const client = await startFor(t, {runners: 5000, pendingJobs: 50000, runningJobs: 1000});
  const times = [];
  for (let after = null, page = 0; page < 20; page += 1) {
    const begun = performance.now();
    const {jobs} = await client.data(PAGE, {statuses: ['PENDING', 'RUNNING'], after});
    times.push(performance.now() - begun);
    after = jobs.pageInfo.endCursor;
  }
  const median = times.sort((left, right) => left - right)[10];
  assert.ok(median < 200, `${median} ms`);
  t.diagnostic(`median ${median.toFixed(1)} ms`);
});
