// SPDX-License-Identifier: GPL-3.0-or-later
// What situations are made of: runners, pipelines and jobs in a state of one's choice, in the world as it is.
import {MINUTE} from '../../fleet/contact.mjs';
import {isWithin, takesGroupRunners} from '../../fleet/places.mjs';
import {addJob, makePipeline} from '../pipelines.mjs';

const SHA = '0123456789abcdef0123456789abcdef01234567';

export class Stage {
  constructor(world) {
    this.world = world;
    this.fleet = world.fleet;
    this.now = world.now;
    this.user = this.fleet.people.people[0];
    this.project = this.#projectOf(this.fleet.people.owner);
  }

  /** In a group of the given user, with runners of groups let in. */
  #projectOf(user) {
    const places = [...this.fleet.members.of(user).keys()];
    const {projects} = this.fleet.places;
    const [group] = places;
    return projects.find(project => isWithin(project, group) && takesGroupRunners(project))
      ?? places.find(({__typename: type}) => type === 'Project');
  }

  /** A project runner of the situation's project, unless told otherwise. */
  runner(description, tags, more = {}) {
    return this.fleet.addLive({description, tags, type: 'PROJECT_TYPE', group: null, projects: [this.project], concurrent: 1,
      creator: this.fleet.people.people[1], ...more}, this.now);
  }

  /** `ago` in minutes; `jobs` are [role, what it is, state it is in]; returns the jobs by role. */
  pipeline(ago, jobs, {project = this.project, ...more} = {}) {
    const pipeline = makePipeline({project, createdAt: this.#before(ago), user: this.user, sha: SHA, ...more});
    const made = jobs.map(([role, what, state]) => [role, this.#job(pipeline, what, state)]);
    this.world.add(pipeline);
    return Object.fromEntries(made);
  }

  #before(minutes) {
    return this.now - minutes * MINUTE;
  }

  /** Times of the state are given as minutes ago. */
  #job(pipeline, what, {status, queued, started, finished, ...more}) {
    const times = {queuedAt: queued, startedAt: started, finishedAt: finished};
    const given = Object.entries(times).filter(([, ago]) => ago !== undefined).map(([name, ago]) => [name, this.#before(ago)]);
    return Object.assign(addJob(pipeline, {stage: 'build', ...what}), {status, ...Object.fromEntries(given), ...more});
  }
}

export const waiting = (queued, more = {}) => ({status: 'PENDING', queued, ...more});
export const running = (runner, started, lasts, more = {}) =>
  ({status: 'RUNNING', queued: started + 0.2, started, runner, lasts: lasts * MINUTE, managerNumber: runner.managerCount - 1,
    ...more});
