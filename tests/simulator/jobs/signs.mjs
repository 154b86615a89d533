// SPDX-License-Identifier: GPL-3.0-or-later
// Signs of life of the host that runs a job.

/** Since when nothing is heard of it, or null while it lives. */
export function silentSince(job, {fleet}) {
  const {runner, managerNumber} = job;
  if (fleet.runner(runner.id) !== runner) return runner.removedAt ?? job.startedAt;
  if (runner.silenced?.has(managerNumber)) return runner.silenced.get(managerNumber);
  return runner.hearEvery === 0 ? runner.lastContact ?? job.startedAt : null;
}

export const isSilent = (job, world) => silentSince(job, world) !== null;
