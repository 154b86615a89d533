// SPDX-License-Identifier: GPL-3.0-or-later
// What people do to jobs (app/services/ci/build_cancel_service.rb, retry_job_service.rb).
import {makeJob} from './pipelines.mjs';
import {begin} from './progress.mjs';
import {isCancelable, isRetryable} from './statuses.mjs';

/** Nothing happens, and nothing is said, where there is nothing to cancel. */
export function cancelJob(world, job) {
  if (isCancelable(job)) world.cancel(job);
  return job;
}

/** A new job in the place of one that ended, or null. */
export function retryJob(world, job, user) {
  if (!isRetryable(job)) return null;
  const again = makeJob({...job.pipeline, user, createdAt: world.now}, job);
  again.pipeline = job.pipeline;
  job.retried = true;
  job.pipeline.jobs.push(again);
  world.addJob(again);
  reopen(world, job.pipeline);
  begin(world, again);
  return again;
}

/** What was skipped because of the job has its turn again. */
function reopen(world, pipeline) {
  for (const job of pipeline.jobs) if (job.status === 'SKIPPED') world.lists.setStatus(job, 'CREATED');
}
