// SPDX-License-Identifier: GPL-3.0-or-later
// When something last happened in a project, and who worked in it.
import {DAY} from '../fleet/contact.mjs';
import {DEVELOPER} from '../fleet/members.mjs';
import {mix} from '../fleet/random.mjs';

/** Its newest job, or a day long ago. */
export function lastActivityAt(project, jobs, {seed, start}) {
  return jobs.lists.ofProject(project).at(-1)?.createdAt ?? start - (1 + mix(seed, 506, project.id) % 400) * DAY;
}

/** Most of those a user may push to, and any he started a job in. */
export function hasContributed(user, project, level, {seed, jobs}) {
  if (level >= DEVELOPER && mix(seed, 507, user.id, project.id) % 4 > 0) return true;
  return level > 0 && jobs.lists.ofProject(project).some(job => job.user === user);
}
