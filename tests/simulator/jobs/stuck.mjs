// SPDX-License-Identifier: GPL-3.0-or-later
// `stuck`: pending, and no runner that is not paused, matches and is online (app/models/ci/build.rb).
import {MINUTE} from '../fleet/contact.mjs';

/** As it is now, without the cache. */
export function isStuckNow(job, {queue, candidates, now}) {
  return job.status === 'PENDING' && !candidates.hasOnline(queue.demandOf(job), now);
}

/** What GitLab shows: the answer is kept for a minute per job. */
export function isStuck(job, world) {
  if (job.status !== 'PENDING') return false;
  const {stuck} = job;
  if (stuck && world.now - stuck.at < MINUTE) return stuck.answer;
  job.stuck = {at: world.now, answer: isStuckNow(job, world)};
  return job.stuck.answer;
}
