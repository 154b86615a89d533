#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Time of one page of 100 runners over HTTP at 100,000 runners, beside the cost of serialising the same answer, and of one page of
// jobs at 50,000 that wait.
import {Client, FLEET_PAGE, NOW} from './support/client.mjs';
import {Simulator} from './simulator.mjs';

const PAGES = 200;
const JOBS = {pendingJobs: 50000, runningJobs: 3000};
const JOB_PAGE = `query JobPage($after: String) { jobs(first: 100, statuses: [PENDING, RUNNING], after: $after) { count
  pageInfo { endCursor } nodes { id name status tags createdAt queuedAt startedAt refName stuck stage { name } project { id fullPath name }
  pipeline { id iid path } runner { id description } } } }`;

function percentile(times, share) {
  return [...times].sort((left, right) => left - right)[Math.min(times.length - 1, Math.floor(times.length * share))];
}

function report(name, times) {
  const [median, p95] = [0.5, 0.95].map(share => percentile(times, share).toFixed(2));
  console.log(`${name.padEnd(44)} median ${median} ms   p95 ${p95} ms`);
}

async function timed(action) {
  const begun = performance.now();
  const result = await action();
  return {result, time: performance.now() - begun};
}

const started = await timed(() => new Simulator({runners: Number(process.argv[2] ?? 100000), now: NOW, frozen: true, ...JOBS}).start());
const client = new Client(started.result);
const permissions = 'userPermissions { readRunner updateRunner deleteRunner assignRunner }';
const query = FLEET_PAGE.replace('jobCount\n', `jobCount ${permissions}\n`);
const first = await timed(() => client.data(query));

const walk = [];
const plain = [];
let after = first.result.runners.pageInfo.endCursor;
for (let page = 0; page < PAGES && after !== null; page += 1) {
  const {result, time} = await timed(() => client.data(query, {after}));
  walk.push(time);
  plain.push((await timed(async () => JSON.parse(JSON.stringify(result)))).time);
  after = result.runners.pageInfo.endCursor;
}

const jobPages = [];
for (let page = 0, next = null; page < PAGES; page += 1) {
  const {result: {jobs}, time} = await timed(() => client.data(JOB_PAGE, {after: next}));
  jobPages.push(time);
  next = jobs.pageInfo.endCursor;
}

console.log(`${started.result.fleet.runners.length} runners, start ${started.time.toFixed(0)} ms,`
  + ` first page ${first.time.toFixed(0)} ms,`
  + ` memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB, complexity ${first.result.queryComplexity.score}`);
report('page of 100 over HTTP, client included', walk);
report('baseline: the same answer, JSON out and in', plain);
report('page of 100 jobs over HTTP, client included', jobPages);
await started.result.stop();
