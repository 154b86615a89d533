// SPDX-License-Identifier: GPL-3.0-or-later
// Pipelines (app/graphql/types/ci/pipeline_type.rb, pipeline_interface.rb).
import {hasEnded, pipelineStatus} from '../jobs/statuses.mjs';
import {isStuck} from '../jobs/stuck.mjs';
import {globalId} from './global-ids.mjs';
import {detailedStatus} from './statuses.mjs';

const ACTIVE = ['WAITING_FOR_RESOURCE', 'PREPARING', 'PENDING', 'RUNNING'];
const COMPLETE = ['SUCCESS', 'FAILED', 'CANCELED', 'SKIPPED'];

const first = times => times.length === 0 ? null : Math.min(...times);
const startedAt = ({jobs}) => first(jobs.map(job => job.startedAt).filter(time => time !== null));
const finishedAt = ({jobs}) => jobs.every(hasEnded) ? Math.max(...jobs.map(job => job.finishedAt ?? 0)) || null : null;
const pathOf = ({project, id}, basePath) => `${basePath}/${project.fullPath}/-/pipelines/${id}`;

function duration(pipeline) {
  const [from, to] = [startedAt(pipeline), finishedAt(pipeline)];
  return from === null || to === null ? null : Math.floor((to - from) / 1000);
}

const identity = {
  id: ({id}) => globalId('Ci::Pipeline', id),
  iid: ({iid}) => String(iid),
  path: (pipeline, args, {basePath}) => pathOf(pipeline, basePath),
};

export const PipelineMinimalAccess = {...identity, user: () => null};

export const Pipeline = {
  ...identity, startedAt, finishedAt, duration,
  status: pipelineStatus,
  active: pipeline => ACTIVE.includes(pipelineStatus(pipeline)),
  complete: pipeline => COMPLETE.includes(pipelineStatus(pipeline)),
  detailedStatus: (pipeline, args, {basePath}) =>
    detailedStatus({status: pipelineStatus(pipeline)}, pipeline.id, pathOf(pipeline, basePath)),
  name: () => null,
  queuedDuration: pipeline => startedAt(pipeline) === null ? null : (startedAt(pipeline) - pipeline.createdAt) / 1000,
  stuck: ({jobs: rows}, args, {jobs}) => rows.some(job => isStuck(job, jobs)),
  warnings: ({jobs}) => jobs.some(({status, allowFailure}) => status === 'FAILED' && allowFailure),
};

export function projectPipeline(project, {id, iid, sha}, {rights, jobs}) {
  if (!rights.mayReadBuilds(project)) return null;
  const wanted = pipeline => pipeline.project === project && (id == null || pipeline.id === id)
    && (iid == null || String(pipeline.iid) === iid) && (sha == null || pipeline.sha === sha);
  const own = new Set(jobs.lists.ofProject(project).map(({pipeline}) => pipeline));
  return [...own].reverse().find(wanted) ?? null;
}
