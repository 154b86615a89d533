// SPDX-License-Identifier: GPL-3.0-or-later
// What the hosts behind runners do: how many jobs they run at once, when they ask for one, and which of them takes it.
import {mix} from '../fleet/random.mjs';

const ASKS_EVERY = 3000;

/** How many jobs one host of a runner runs at once. */
const perHost = runner => runner.concurrent ?? (runner.managerCount > 20 ? 1 : 1 + mix(runner.key, 21) % 4);

export const slots = runner => runner.hearEvery === 0 ? 0 : (runner.liveManagers - (runner.silenced?.size ?? 0)) * perHost(runner);

const NONE = new Set();

export class Hosts {
  #running = new Map();
  #asking = new Set();

  running(runner) {
    return this.#running.get(runner) ?? NONE;
  }

  room(runner) {
    return slots(runner) - this.running(runner).size;
  }

  isFree(runner) {
    return runner.hearEvery > 0 && this.room(runner) > 0;
  }

  start(job) {
    if (!this.#running.has(job.runner)) this.#running.set(job.runner, new Set());
    this.#running.get(job.runner).add(job);
  }

  end(job) {
    this.running(job.runner).delete(job);
  }

  /** The number of the live manager with the fewest jobs, the newest of those. */
  leastBusy(runner) {
    const counts = new Map();
    for (const {managerNumber} of this.running(runner)) counts.set(managerNumber, (counts.get(managerNumber) ?? 0) + 1);
    let best = null;
    for (let number = runner.managerCount - 1; number >= runner.managerCount - runner.liveManagers; number -= 1) {
      if (runner.silenced?.has(number)) continue;
      if (best === null || (counts.get(number) ?? 0) < (counts.get(best) ?? 0)) best = number;
    }
    return best;
  }

  /** Whether a runner is about to ask anyway. */
  asks(runner) {
    return this.#asking.has(runner);
  }

  setAsking(runner, asking) {
    if (asking) this.#asking.add(runner);
    else this.#asking.delete(runner);
  }

  nextRequest(runner, now) {
    const since = (now - runner.key % ASKS_EVERY) % ASKS_EVERY;
    return now + ASKS_EVERY - (since + ASKS_EVERY) % ASKS_EVERY;
  }
}
