// SPDX-License-Identifier: GPL-3.0-or-later
// New pipelines as time goes by, one after the other from the seed.
import {MINUTE} from '../fleet/contact.mjs';
import {Random} from '../fleet/random.mjs';
import {proceed} from './progress.mjs';

const JOBS_OF_A_PIPELINE = 4.5;

/** About `rate` jobs a minute. */
export function startTraffic(world, rate) {
  const interval = MINUTE * JOBS_OF_A_PIPELINE / rate;
  const next = (number, after) => {
    const random = new Random(world.fleet.seed, 504, number);
    const at = after + Math.max(1, Math.round(-Math.log(1 - random.next()) * interval));
    world.agenda.add(at, () => {
      next(number + 1, at);
      proceed(world, world.add(world.work.pipeline(random, at)));
    });
  };
  next(1, world.now);
}
