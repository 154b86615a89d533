// SPDX-License-Identifier: GPL-3.0-or-later
// What follows in a pipeline when a job has ended: the next stage, a resource that becomes free, a pipeline downstream.
import {addJob, jobsOf, makePipeline, STAGES} from './pipelines.mjs';
import {hasEnded} from './statuses.mjs';

const isBad = ({status, allowFailure}) => !allowFailure && ['FAILED', 'CANCELED'].includes(status);
const isOver = job => hasEnded(job) || (job.status === 'MANUAL' && job.allowFailure);

/** Resource groups let one job of a project at a time through (app/models/ci/resource_group.rb). */
function resourceOf(world, {project, resourceGroup}) {
  const name = `${project.id} ${resourceGroup}`;
  if (!world.resources.has(name)) world.resources.set(name, {holder: null, waiting: []});
  return world.resources.get(name);
}

export function acquireResource(world, job) {
  const resource = resourceOf(world, job);
  if (resource.holder === null) {
    resource.holder = job;
    return true;
  }
  resource.waiting.push(job);
  return false;
}

export function releaseResource(world, job) {
  if (job.resourceGroup === null) return;
  const resource = resourceOf(world, job);
  resource.waiting = resource.waiting.filter(other => other !== job);
  if (resource.holder !== job) return;
  resource.holder = resource.waiting.shift() ?? null;
  if (resource.holder !== null) world.enqueue(resource.holder);
}

/** A trigger job never needs a runner. */
function trigger(world, job) {
  const {project, user} = job;
  const downstream = makePipeline({project, createdAt: world.now, user, source: 'parent_pipeline', sha: job.pipeline.sha});
  addJob(downstream, {stage: 'build', name: 'child', tags: job.pipeline.jobs[0].tags});
  job.startedAt = world.now;
  job.downstream = world.add(downstream);
  world.end(job, 'SUCCESS');
  proceed(world, downstream);
}

export function begin(world, job) {
  if (job.kind === 'BRIDGE') trigger(world, job);
  else if (job.when === 'manual') world.lists.setStatus(job, 'MANUAL');
  else if (job.resourceGroup !== null && !acquireResource(world, job)) world.lists.setStatus(job, 'WAITING_FOR_RESOURCE');
  else world.enqueue(job);
}

function skipRest(world, pipeline) {
  for (const job of pipeline.jobs) if (job.status === 'CREATED') world.lists.setStatus(job, 'SKIPPED');
}

/** Begins the first stage that is due, if there is one. */
export function proceed(world, pipeline) {
  for (const stage of STAGES) {
    const jobs = jobsOf(pipeline, stage);
    const created = jobs.filter(({status}) => status === 'CREATED');
    for (const job of created) if (job.status === 'CREATED') begin(world, job);
    if (!jobs.every(isOver)) return;
    if (jobs.some(isBad)) {
      skipRest(world, pipeline);
      return;
    }
  }
}
