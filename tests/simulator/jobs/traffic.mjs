// SPDX-License-Identifier: GPL-3.0-or-later
// New pipelines as time goes by, one after the other from the seed.
import {MINUTE} from '../fleet/contact.mjs';
import {Random} from '../fleet/random.mjs';
import {cancelJob} from './changes.mjs';
import {proceed} from './progress.mjs';

const JOBS_OF_A_PIPELINE = 4.5;
const CANCELED = 0.04;

/** Now and then somebody thinks better of it. */
function maybeCancel(world, random, pipeline) {
  if (!random.chance(CANCELED)) return;
  world.agenda.add(world.now + random.between(1, 8) * MINUTE, () => {
    for (const job of pipeline.jobs) cancelJob(world, job);
  });
}

/** About `rate` jobs a minute. */
export function startTraffic(world, rate) {
  const interval = MINUTE * JOBS_OF_A_PIPELINE / rate;
  const next = (number, after) => {
    const random = new Random(world.fleet.seed, 504, number);
    const at = after + Math.max(1, Math.round(-Math.log(1 - random.next()) * interval));
    world.agenda.add(at, () => {
      next(number + 1, at);
      const pipeline = world.add(world.work.pipeline(random, at));
      proceed(world, pipeline);
      maybeCancel(world, random, pipeline);
    });
  };
  next(1, world.now);
}
