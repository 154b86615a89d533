// SPDX-License-Identifier: GPL-3.0-or-later
// The fleet of one instance: made from a seed, changed by tests.
import {HOUR, MINUTE, seenAt, status} from './contact.mjs';
import {makeManager} from './managers.mjs';
import {Members} from './members.mjs';
import {makePeople} from './people.mjs';
import {makePlaces} from './places.mjs';
import {mix} from './random.mjs';
import {USUAL_MIX, makeLiveRunner, makeNewRunner, makeRunner} from './runners.mjs';

export class UnknownRunner extends Error {}

const JOB_LENGTH = 10 * MINUTE;
const SHOWN_EVERY = 37;

export class Fleet {
  #byId;

  constructor({runners: count, seed, start, mix: types = USUAL_MIX, bulk = false}) {
    this.seed = seed;
    this.mix = types;
    this.bulk = bulk;
    this.start = start;
    this.people = makePeople(seed);
    this.places = makePlaces(seed, count, this.people.people);
    this.changes = 0;
    this.runners = [];
    this.nextManagerId = 1;
    for (let index = 0; index < count; index += 1) {
      const runner = makeRunner(this, index, count, this.nextManagerId);
      this.nextManagerId += runner.managerCount;
      this.runners.push(runner);
    }
    this.#byId = new Map(this.runners.map(runner => [runner.id, runner]));
    this.nextId = (this.runners.at(-1)?.id ?? 0) + 1;
    this.members = new Members(this);
    /** What runners do, once there are jobs; without, they look busy now and then. */
    this.jobs = null;
  }

  runner(id) {
    return this.#byId.get(id) ?? null;
  }

  place(fullPath) {
    return this.places.byPath.get(fullPath.toLowerCase()) ?? null;
  }

  /** The newest manager has number 0 here. */
  manager(runner, place) {
    return makeManager(runner, runner.managerCount - 1 - place, this.start);
  }

  managers(runner) {
    return Array.from({length: runner.managerCount}, (_, place) => this.manager(runner, place));
  }

  /** Busy spells last ten minutes; who is not heard of executes nothing. */
  isExecuting(runner, now) {
    if (this.jobs !== null) return this.jobs.isExecuting(runner);
    if (runner.busy === 0 || status(runner, now) !== 'ONLINE') return false;
    return mix(runner.key, 11, Math.floor(now / JOB_LENGTH)) / 2 ** 32 < runner.busy;
  }

  isManagerExecuting(manager, now) {
    if (this.jobs !== null) return this.jobs.isManagerExecuting(manager);
    const {runner} = manager;
    if (!this.isExecuting(runner, now) || now - seenAt(manager, now) > HOUR) return false;
    const newest = manager.id === runner.firstManagerId + runner.managerCount - 1;
    return newest || mix(manager.key, 11, Math.floor(now / JOB_LENGTH)) / 2 ** 32 < runner.busy;
  }

  /** Every 37th runner, and some people, show values that no client knows yet: by enum, and `executor`; null ends that. */
  showUnknown(values) {
    this.runners.forEach((runner, index) => { runner.shown = index % SHOWN_EVERY === 5 ? values : null; });
    this.people.people.forEach((user, index) => { user.shown = index % 7 === 2 ? values : null; });
    this.changes += 1;
  }

  /** How many jobs it ran, and now runs; as it is shown, no more than 1,001. */
  jobCount(runner, statuses) {
    if (this.jobs !== null) return Math.min(1001, this.jobs.jobCount(runner, statuses));
    return statuses ? 0 : runner.jobCount;
  }

  add(count, now) {
    const added = Array.from({length: count}, (_, index) => makeNewRunner(this, index, this.nextId + index, now));
    this.#admit(added);
    return added.map(runner => runner.id);
  }

  /** A runner that lives, with some of its properties given. */
  addLive(properties, now) {
    const runner = makeLiveRunner(this, this.nextId, now, properties);
    this.#admit([runner]);
    return runner;
  }

  #admit(added) {
    for (const runner of added) this.#byId.set(runner.id, runner);
    this.runners = this.runners.concat(added);
    this.nextId += added.length;
    this.changes += 1;
  }

  remove(ids, now = this.start) {
    for (const runner of this.known(ids)) {
      runner.removedAt = now;
      this.#byId.delete(runner.id);
    }
    this.runners = this.runners.filter(runner => this.#byId.has(runner.id));
    this.changes += 1;
  }

  setPaused(ids, paused) {
    for (const runner of this.known(ids)) runner.paused = paused;
    this.changes += 1;
  }

  describe(id, text) {
    for (const runner of this.known([id])) runner.description = text;
    this.changes += 1;
  }

  /** The runners with these ids; throws if there is one that does not exist. */
  known(ids) {
    return ids.map(id => {
      const runner = this.#byId.get(id);
      if (!runner) throw new UnknownRunner(`no runner ${id}`);
      return runner;
    });
  }
}
