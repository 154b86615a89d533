// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of jobs: of the instance, of a project, a pipeline, a runner (app/graphql/resolvers/ci).
import {GraphQLError} from 'graphql';
import {newest} from '../jobs/lists.mjs';
import {canTake} from '../jobs/matcher.mjs';
import {keysetConnection} from './connections.mjs';
import {noResource} from './errors.mjs';
import {once} from './limits.mjs';

const MOST_COUNTED = 1000;

/** app/graphql/types/limited_countable_connection_type.rb */
function checkedLimit(limit) {
  if (limit < 1) throw new GraphQLError('limit must be greater than 0');
  if (limit > MOST_COUNTED) throw new GraphQLError(`limit must be less than or equal to ${MOST_COUNTED}`);
  return limit;
}

const position = job => ({value: null, id: job.id});
const compare = (left, right) => right.id - left.id;

/** Pages of jobs, newest first. */
function list(rows, args) {
  const connection = keysetConnection({rows, column: 'id', position, compare}, args);
  return {...connection, count: ({limit}) => connection.count({limit: checkedLimit(limit)})};
}

const withStatuses = statuses => ({status}) => statuses == null || statuses.includes(status);

function compatible(jobs, runnerId, fleet) {
  const runner = fleet.runner(runnerId);
  return runner === null ? [] : jobs.filter(job => job.isQueued && canTake(runner, job));
}

function checkArguments({statuses, compatibleRunnerId, failureReason, runnerTypes}) {
  if (compatibleRunnerId != null && String(statuses) !== 'PENDING')
    throw new GraphQLError('compatibleRunnerId can only be used when the `statuses` argument is set to "PENDING"');
  if (failureReason == null) return;
  if (failureReason !== 'RUNNER_SYSTEM_FAILURE') throw new GraphQLError('failure_reason only supports runner_system_failure');
  if (String(runnerTypes) !== 'INSTANCE_TYPE')
    throw new GraphQLError('failure_reason can only be used together with runner_type: instance_type');
}

/** Builds only, for administrators; others see none. What failed on instance runners is recorded with Ultimate only. */
export function instanceJobs(_, args, {rights, jobs, fleet}) {
  checkArguments(args);
  if (!rights.administers || args.failureReason != null) return list([], args);
  const {rows} = jobs.lists.newest(args.statuses);
  if (args.compatibleRunnerId != null) return list(compatible(rows, args.compatibleRunnerId, fleet), args);
  return list(rows.some(({kind}) => kind === 'BRIDGE') ? rows.filter(({kind}) => kind === 'BUILD') : rows, args);
}

export const projectJobs = once('Project', 'jobs', (project, args, {rights, jobs}) => {
  if (!rights.mayReadBuilds(project)) return null;
  const tests = [withStatuses(args.statuses)];
  if (args.kind != null) tests.push(({kind}) => kind === args.kind);
  else tests.push(({kind}) => kind === 'BUILD');
  if (args.name != null) tests.push(({name}) => name.includes(args.name));
  if (args.pipelineIid != null) tests.push(({pipeline}) => String(pipeline.iid) === args.pipelineIid);
  if (args.sources != null) tests.push(({pipeline}) => args.sources.includes(pipeline.source.toUpperCase()));
  if (args.withArtifacts === true) tests.push(() => false);
  return list(newest(jobs.lists.ofProject(project), job => tests.every(test => test(job))), args);
});

export function projectJob(project, {id}, {rights, jobs}) {
  const job = jobs.lists.find(id);
  return job?.project === project && rights.mayReadBuilds(project) ? job : null;
}

export function pipelineJobs(pipeline, {statuses, jobKind, retried, ...args}) {
  return list(newest(pipeline.jobs, job => withStatuses(statuses)(job) && (jobKind == null || job.kind === jobKind)
    && (retried == null || job.retried === retried)), args);
}

/** Jobs reached this way show each field only to those who may read the job (job_base_field.rb). */
export const runnerJobs = once('CiRunner', 'jobs', (runner, args, context) => {
  if (!context.rights.mayReadJobs(runner)) throw noResource();
  context.jobFields.authorized = true;
  return list(newest(context.jobs.lists.ofRunner(runner), withStatuses(args.statuses)), args);
});

/** Ultimate with ClickHouse (ee/app/services/ci/runners/collect_queueing_history_service.rb). */
export function queueingHistory() {
  throw new GraphQLError('ClickHouse database is not configured');
}
