// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs that GitLab gives up, looked for about hourly (app/services/ci/stuck_builds).
import {DAY, HOUR} from '../fleet/contact.mjs';
import {silentSince} from './signs.mjs';
import {isStuckNow} from './stuck.mjs';

const OUTDATED = 'stuck_or_timeout_failure';

/** drop_pending_service.rb; a job that a runner never acknowledged has a reason of its own in 19.x. */
function pendingReason(job, world) {
  const waited = world.now - job.queuedAt;
  if (waited >= DAY) return OUTDATED;
  if (waited < HOUR) return null;
  if (job.runner !== null) return world.knowsProvisioning() ? 'runner_provisioning_timeout' : null;
  return isStuckNow(job, world) ? OUTDATED : null;
}

const isLost = (job, world) => {
  const since = silentSince(job, world);
  return since !== null && world.now - since >= HOUR;
};

export function dropOutdated(world) {
  const reasons = world.lists.withStatus('PENDING').map(job => [job, pendingReason(job, world)]);
  for (const [job, reason] of reasons) if (reason !== null) world.end(job, 'FAILED', reason);
  for (const job of world.lists.withStatus('RUNNING')) if (isLost(job, world)) world.end(job, 'FAILED', OUTDATED);
  for (const job of world.lists.withStatus('CANCELING')) if (isLost(job, world)) world.end(job, 'CANCELED');
}
