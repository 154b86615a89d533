// SPDX-License-Identifier: GPL-3.0-or-later
// Runners ask for jobs and get them. Only requests that may find something are looked at.
//
// While a job waits and a free runner matches it, such a runner is about to ask, or the demand is `saturated`: then whoever
// becomes free asks by itself.

const COMPARED = 8;

export class Dispatch {
  #world;
  #changes = -1;

  constructor(world) {
    this.#world = world;
  }

  /** After a change of the fleet, or at the start: whatever waits is offered again. */
  follow() {
    const {fleet, queue} = this.#world;
    if (this.#changes === fleet.changes) return;
    this.#changes = fleet.changes;
    for (const demand of [...queue.waiting()]) {
      demand.saturated = false;
      this.wake(demand);
    }
  }

  /** Of the free runners, or of some where there are many, the one whose next request comes first will make it. */
  wake(demand) {
    if (demand.saturated || demand.waiting.size === 0) return;
    const {hosts, now} = this.#world;
    let first = null;
    for (const runner of this.#idle(demand)) {
      const at = hosts.nextRequest(runner, now);
      if (first === null || at < first.at) first = {runner, at};
    }
    if (first === null) demand.saturated = true;
    else this.ask(first.runner);
  }

  #idle(demand) {
    const {candidates, hosts} = this.#world;
    const [near, instance] = candidates.of(demand);
    const all = near.length + instance.length;
    const found = [];
    for (let number = 0; number < all && found.length < COMPARED; number += 1) {
      const place = (demand.waiting.first.id + number) % all;
      const runner = place < near.length ? near[place] : instance[place - near.length];
      if (hosts.isFree(runner) && !hosts.asks(runner)) found.push(runner);
    }
    return found;
  }

  ask(runner) {
    const {hosts, agenda, now} = this.#world;
    if (hosts.asks(runner) || !hosts.isFree(runner)) return;
    hosts.setAsking(runner, true);
    agenda.add(hosts.nextRequest(runner, now), () => this.#request(runner));
  }

  #request(runner) {
    const {hosts, queue, fleet} = this.#world;
    hosts.setAsking(runner, false);
    const mayTake = fleet.runner(runner.id) === runner && !runner.paused && hosts.isFree(runner);
    const job = mayTake ? queue.next(runner) : null;
    if (job !== null) this.#world.start(job, runner);
    if (job !== null && hosts.isFree(runner)) this.ask(runner);
    else for (const demand of [...queue.matching(runner)]) this.wake(demand);
  }
}
