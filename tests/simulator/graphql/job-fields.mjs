// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a job (app/graphql/types/ci/job_type.rb, job_interface.rb, job_minimal_access_type.rb).
import {hasEnded, isActive, isCancelable, isExecuting, isPlayable, isRetryable} from '../jobs/statuses.mjs';
import {isStuck} from '../jobs/stuck.mjs';
import {failureText} from '../jobs/texts.mjs';
import {globalId} from './global-ids.mjs';
import {detailedStatus} from './statuses.mjs';

/** One in so many jobs that ended shows a state nobody knows, on a server newer than any known. */
const SHOWN_EVERY = 37;
/** app/graphql/types/ci/job_base_field.rb */
const PUBLIC = ['allowFailure', 'duration', 'id', 'kind', 'status', 'createdAt', 'finishedAt', 'queuedAt', 'queuedDuration',
  'runner'];
/** What the type for those without access promises never to be null. */
const PROMISED = ['active', 'createdByTag', 'shortSha', 'stuck'];

/** Matters for jobs that come from CiRunner.jobs only: other lists hold none that may not be read. */
export const mayReadJob = ({project}, {rights}) => rights.mayReadBuilds(project);

const seconds = (from, to) => from === null || to === null ? null : (to - from) / 1000;

export function durationOf({startedAt, finishedAt}, now) {
  const time = startedAt === null ? null : seconds(startedAt, finishedAt ?? now);
  return time === null ? null : Math.floor(time);
}

/** For a job that still waits, up to now. */
export const queuedDurationOf = ({queuedAt, startedAt, finishedAt}, now) => seconds(queuedAt, startedAt ?? finishedAt ?? now);

export const pathOf = ({project, id}, basePath) => `${basePath}/${project.fullPath}/-/jobs/${id}`;
const path = (job, args, {basePath}) => pathOf(job, basePath);
const pathWhen = (test, action) => (job, args, {basePath}) => test(job) ? `${pathOf(job, basePath)}/${action}` : null;

/** Null for one that was deleted since. */
export const runnerOf = ({runner}, {fleet}) => runner !== null && fleet.runner(runner.id) === runner ? runner : null;

/** Null too where its manager was cleaned up. */
export function managerOf(job, {fleet}) {
  const runner = runnerOf(job, {fleet});
  return runner === null || job.startedAt === null ? null : fleet.manager(runner, runner.managerCount - 1 - job.managerNumber);
}

function runner(job, args, context) {
  const found = runnerOf(job, context);
  return found !== null && context.rights.mayReadRunner(found) ? found : null;
}

const fields = {
  id: job => globalId(job.kind === 'BRIDGE' ? 'Ci::Bridge' : 'Ci::Build', job.id),
  status: (job, args, {unknown}) => unknown !== null && job.id % SHOWN_EVERY === 5 && hasEnded(job) ? unknown.CiJobStatus : job.status,
  active: isActive, cancelable: isCancelable, playable: isPlayable, retryable: isRetryable, canPlayJob: isPlayable,
  createdByTag: ({tag}) => tag,
  detailedStatus: (job, args, {basePath}) => detailedStatus(job, job.id, pathOf(job, basePath)),
  downstreamPipeline: ({downstream}) => downstream,
  duration: (job, args, {now}) => durationOf(job, now),
  queuedDuration: (job, args, {now}) => queuedDurationOf(job, now),
  failureMessage: ({failureReason}) => failureReason === null ? null : failureText(failureReason).message,
  manualJob: ({when}) => when === 'manual',
  refName: ({ref}) => ref,
  refPath: ({project, ref}, args, {basePath}) => `${basePath}/${project.fullPath}/-/commits/${encodeURIComponent(ref)}`,
  commitPath: ({project, pipeline}, args, {basePath}) => `${basePath}/${project.fullPath}/-/commit/${pipeline.sha}`,
  runner,
  runnerManager: (job, args, context) => runner(job, args, context) && managerOf(job, context),
  scheduled: ({status}) => status === 'SCHEDULED',
  scheduledAt: () => null, erasedAt: () => null, coverage: () => null, browseArtifactsPath: () => null,
  schedulingType: () => 'stage',
  shortSha: ({pipeline}) => pipeline.sha.slice(0, 8),
  source: ({pipeline}) => pipeline.source,
  stuck: (job, args, {jobs}) => isStuck(job, jobs),
  tags: ({kind, tags}) => kind === 'BRIDGE' ? null : tags,
  triggered: ({pipeline}) => pipeline.source === 'trigger',
  userPermissions: job => job,
  webPath: path,
  playPath: pathWhen(isPlayable, 'play'), retryPath: pathWhen(isRetryable, 'retry'),
  stage: job => job,
};
const PLAIN = ['name', 'kind', 'allowFailure', 'createdAt', 'queuedAt', 'startedAt', 'finishedAt', 'exitCode', 'retried',
  'pipeline', 'project'];

const all = {...Object.fromEntries(PLAIN.map(name => [name, job => job[name]])), ...fields};

/** Where each field is judged by itself, an older server has no other type for it. */
function judged(name, read) {
  if (PUBLIC.includes(name)) return read;
  return (job, args, context) => context.jobFields.authorized && !mayReadJob(job, context) ? null : read(job, args, context);
}

export const CiJob = Object.fromEntries(Object.entries(all).map(([name, read]) => [name, judged(name, read)]));

export const CiJobMinimalAccess = Object.fromEntries(Object.entries(all)
  .map(([name, read]) => [name, PUBLIC.includes(name) || PROMISED.includes(name) ? read : () => null]));

export const CiStage = {
  id: ({pipeline, stage}) => globalId('Ci::Stage', pipeline.id * 10 + stage.length),
  name: ({stage}) => stage,
  status: ({pipeline, stage}) => stageStatus(pipeline.jobs.filter(job => job.stage === stage)),
};

function stageStatus(jobs) {
  if (jobs.some(isExecuting)) return 'running';
  return (jobs.find(({status}) => status !== 'SUCCESS') ?? jobs[0]).status.toLowerCase();
}

export const JobPermissions = {
  readBuild: (job, args, context) => mayReadJob(job, context),
  readJobArtifacts: (job, args, context) => mayReadJob(job, context),
  updateBuild: (job, args, {rights}) => rights.mayUpdateBuild(job),
  cancelBuild: (job, args, {rights}) => rights.mayUpdateBuild(job),
};
