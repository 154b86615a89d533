// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs (lib/api/ci/jobs.rb) and the jobs of a runner (lib/api/ci/runners.rb).
import {cancelJob, retryJob} from '../jobs/changes.mjs';
import {newest} from '../jobs/lists.mjs';
import {STATUSES} from '../jobs/statuses.mjs';
import {jobEntry, runnerJobEntry} from './job-entities.mjs';
import {keysetPage, paginate} from './pages.mjs';
import {Refusal} from './parameters.mjs';
import {projectAt} from './places.mjs';
import {runnerAt} from './runners.mjs';

const NAMES = STATUSES.map(status => status.toLowerCase());
const refuse = (status, message) => new Refusal(status, {message});

function readableProject(call) {
  const project = projectAt(call);
  if (!call.rights.mayReadBuilds(project)) throw refuse(403, '403 Forbidden');
  return project;
}

function scopeOf(parameters) {
  const scope = parameters.repeated('scope');
  if (scope?.some(name => !NAMES.includes(name))) throw new Refusal(400, {error: 'scope does not have a valid value'});
  return scope?.map(name => name.toUpperCase());
}

/** A page by offset tells no totals here. */
function page(rows, call, counted) {
  if (call.parameters.choice('pagination', ['keyset', 'legacy']) !== 'keyset') return paginate(rows, call, counted);
  if (call.parameters.text('order_by') !== undefined && call.parameters.text('order_by') !== 'id')
    throw new Refusal(405, {error: 'Keyset pagination is not yet available for this type of request'});
  return keysetPage(rows, call);
}

/** 600 requests a user and minute, whatever the HTTP layer allows. */
function checkRate({identity, now, jobCalls}) {
  const minute = Math.floor(now / 60000);
  const caller = identity.user?.id ?? 0;
  const seen = jobCalls.get(caller);
  const count = seen?.minute === minute ? seen.count + 1 : 1;
  jobCalls.set(caller, {minute, count});
  if (count > 600)
    throw refuse(429, {error: 'This endpoint has been requested too many times. Try again later.'});
}

export function projectJobs(call) {
  checkRate(call);
  const project = readableProject(call);
  const scope = scopeOf(call.parameters);
  const wanted = newest(call.jobs.lists.ofProject(project),
    ({kind, status}) => kind === 'BUILD' && (scope === undefined || scope.length === 0 || scope.includes(status)));
  const {rows, headers} = page(wanted, call, false);
  return {content: rows.map(job => jobEntry(job, call)), headers};
}

function buildAt(call) {
  const project = readableProject(call);
  if (!/^\d+$/.test(call.job)) throw new Refusal(400, {error: 'job_id is invalid'});
  const job = call.jobs.lists.find(Number(call.job));
  if (job === null || job.project !== project || job.kind !== 'BUILD') throw refuse(404, '404 Not Found');
  return job;
}

function changeable(call) {
  const job = buildAt(call);
  if (!call.rights.mayUpdateBuild(job)) throw refuse(403, '403 Forbidden');
  return job;
}

export const projectJob = call => ({content: jobEntry(buildAt(call), call)});

export const cancel = call => ({status: 201, content: jobEntry(cancelJob(call.jobs, changeable(call)), call)});

export function retry(call) {
  const again = retryJob(call.jobs, changeable(call), call.identity.user);
  if (again === null) throw refuse(403, '403 Forbidden - Job is not retryable');
  return {status: 201, content: jobEntry(again, call)};
}

/** Oldest first unless an order is given; only jobs of projects whose builds the user may read. */
export function runnerJobs(call) {
  const {parameters, rights, jobs} = call;
  const status = parameters.choice('status', NAMES)?.toUpperCase();
  const ordered = parameters.choice('order_by', ['id']) !== undefined;
  const down = (parameters.choice('sort', ['asc', 'desc']) ?? 'desc') === 'desc';
  const runner = runnerAt(call, rights.mayReadJobs);
  const systemId = parameters.text('system_id');
  const ofHost = job => systemId === undefined
    || call.fleet.manager(runner, runner.managerCount - 1 - job.managerNumber).systemId === systemId;
  const wanted = newest(jobs.lists.ofRunner(runner), job => (status === undefined || job.status === status)
    && rights.mayReadBuilds(job.project) && ofHost(job));
  const isKeyset = parameters.text('pagination') === 'keyset';
  const {rows, headers} = page(isKeyset || (ordered && down) ? wanted : wanted.reverse(), call, systemId === undefined);
  return {content: rows.map(job => runnerJobEntry(job, call)), headers};
}
