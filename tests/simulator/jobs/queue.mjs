// SPDX-License-Identifier: GPL-3.0-or-later
// The pending jobs, kept by demand, and which of them a runner gets first (app/services/ci/register_job_service.rb).
import {selfAndAncestors, takesGroupRunners, takesInstanceRunners} from '../fleet/places.mjs';
import {matches} from './matcher.mjs';
import {SortedJobs} from './sorted.mjs';

const nameOf = ({project, isProtected, tags}) => `${project.id} ${isProtected} ${JSON.stringify(tags)}`;

export class Queue {
  #demands = new Map();
  #instance = new Set();
  #byPlace = new Map();
  #onInstanceRunners = new Map();

  /** The demand of a job, one for all that want the same. `saturated`: no free runner was found for it. */
  demandOf(job) {
    const name = nameOf(job);
    if (!this.#demands.has(name)) {
      const {project, isProtected, tags} = job;
      this.#demands.set(name, {project, isProtected, tags, waiting: new SortedJobs(), saturated: false});
    }
    return this.#demands.get(name);
  }

  *waiting() {
    for (const demand of this.#demands.values()) if (demand.waiting.size > 0) yield demand;
  }

  add(job) {
    const demand = this.demandOf(job);
    if (demand.waiting.size === 0) for (const demands of this.#reached(demand.project)) demands.add(demand);
    demand.waiting.add(job);
    return demand;
  }

  remove(job) {
    const demand = this.demandOf(job);
    demand.waiting.remove(job);
    if (demand.waiting.size > 0) return;
    demand.saturated = false;
    for (const demands of this.#reached(demand.project)) demands.delete(demand);
  }

  /** The sets of demands that runners look into: of the instance, of the groups above, of the project. */
  #reached(project) {
    const withGroups = takesGroupRunners(project) && !project.namespace.personal;
    const places = [project, ...withGroups ? selfAndAncestors(project.namespace) : []];
    return [...takesInstanceRunners(project) ? [this.#instance] : [], ...places.map(place => this.#at(place))];
  }

  #at(place) {
    if (!this.#byPlace.has(place)) this.#byPlace.set(place, new Set());
    return this.#byPlace.get(place);
  }

  /** The demands with waiting jobs that a runner matches. */
  *matching(runner) {
    const places = runner.type === 'INSTANCE_TYPE' ? [this.#instance]
      : (runner.group ? [runner.group] : runner.projects).map(place => this.#byPlace.get(place) ?? []);
    for (const demands of places)
      for (const demand of demands) if (matches(runner, demand)) yield demand;
  }

  /** Lowest id first; instance runners serve projects with fewer jobs on instance runners first. */
  next(runner) {
    let best = null;
    for (const {waiting: {first: job}} of this.matching(runner)) {
      const busy = runner.type === 'INSTANCE_TYPE' ? this.runningOnInstance(job.project) : 0;
      if (best === null || busy < best.busy || (busy === best.busy && job.id < best.job.id)) best = {job, busy};
    }
    return best?.job ?? null;
  }

  runningOnInstance(project) {
    return this.#onInstanceRunners.get(project) ?? 0;
  }

  /** `change` is 1 when a job starts and -1 when it ends. */
  countRunning({project, runner}, change) {
    if (runner.type === 'INSTANCE_TYPE') this.#onInstanceRunners.set(project, this.runningOnInstance(project) + change);
  }
}
