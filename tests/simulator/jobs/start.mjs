// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs there are at the start: exactly so many running and pending, and about so many that ran in the last hours.
//
// Demands that few runners serve are filled with running jobs first, and most pending jobs wait behind those; some wait for
// runners that are not there. What free runners match is gone soon after the clock ticks.
import {HOUR, MINUTE, status} from '../fleet/contact.mjs';
import {Random} from '../fleet/random.mjs';
import {makeFate} from './fates.mjs';
import {slots} from './hosts.mjs';
import {jobsOf, STAGES} from './pipelines.mjs';

const HISTORY = 4 * HOUR;
const LONGEST_WAIT = 50 * MINUTE;
const SCATTERED = 0.3;

class Start {
  #world;
  #random;
  #pipelines = [];
  #serving = new Map();

  constructor(world) {
    this.#world = world;
    this.#random = new Random(world.fleet.seed, 505);
    this.demands = this.#allDemands();
  }

  /** Those of the projects at work, with the fewest slots first. */
  #allDemands() {
    const {work, queue} = this.#world;
    const demands = work.projects.flatMap(project => work.profiles(project).flatMap(tags =>
      [false, true].map(isProtected => queue.demandOf({project, tags, isProtected}))));
    const sized = [...new Set(demands)].map(demand => ({demand, size: this.#online(demand)
      .reduce((sum, {size}) => sum + size, 0)}));
    return sized.sort((left, right) => left.size - right.size);
  }

  /** {runners, size} for each list of candidates: those that take jobs now, and how many at once. */
  #online(demand) {
    return this.#world.candidates.of(demand).map(list => {
      if (!this.#serving.has(list)) this.#serving.set(list, this.#servingOf(list));
      return this.#serving.get(list);
    });
  }

  #servingOf(list) {
    const runners = list.filter(runner => slots(runner) > 0 && status(runner, this.#world.now) === 'ONLINE');
    return {runners, size: runners.reduce((sum, runner) => sum + slots(runner), 0)};
  }

  #anyOnline(demand) {
    const [near, instance] = this.#online(demand).map(({runners}) => runners);
    const place = this.#random.below(near.length + instance.length);
    return near[place] ?? instance[place - near.length] ?? null;
  }

  #free(demand) {
    return this.#online(demand).flatMap(({runners}) => runners.filter(runner => this.#world.hosts.isFree(runner)));
  }

  #isFull(demand) {
    return !this.#online(demand).some(({runners}) => runners.some(runner => this.#world.hosts.isFree(runner)));
  }

  /** A pipeline whose stages before `stage` are done, and the jobs of that stage, `count` of them at most. */
  #pipeline(demand, stage, count, before) {
    const created = Math.round(before - this.#random.next() * 10 * MINUTE);
    const pipeline = this.#world.work.pipelineFor(this.#random, demand, created);
    pipeline.createdAt = created - 20 * MINUTE * STAGES.indexOf(stage);
    for (const job of pipeline.jobs) job.createdAt = pipeline.createdAt;
    for (const earlier of STAGES.slice(0, STAGES.indexOf(stage)))
      for (const job of jobsOf(pipeline, earlier)) this.#finish(job, demand, created - 15 * MINUTE);
    const jobs = jobsOf(pipeline, stage).slice(0, count);
    pipeline.jobs = pipeline.jobs.filter(job => job.stage !== stage || jobs.includes(job));
    this.#pipelines.push(pipeline);
    return jobs;
  }

  #finish(job, demand, queuedAt) {
    job.queuedAt = queuedAt;
    job.startedAt = queuedAt + this.#random.between(1, 120) * 1000;
    job.finishedAt = job.startedAt + this.#random.between(20, 700) * 1000;
    job.status = 'SUCCESS';
    job.exitCode = 0;
    job.runner = this.#anyOnline(demand);
    job.managerNumber = job.runner ? job.runner.managerCount - this.#random.between(1, job.runner.liveManagers) : 0;
  }

  #run(job, runner) {
    const {hosts, fleet, now} = this.#world;
    job.runner = runner;
    job.managerNumber = hosts.leastBusy(runner);
    job.status = 'RUNNING';
    job.fate = makeFate(fleet.seed, this.#random.below(2 ** 31), job);
    job.startedAt = Math.round(now - this.#random.next() * job.fate.duration);
    job.queuedAt = job.startedAt - this.#random.between(1, 300) * 1000;
    hosts.start(job);
  }

  /** Up to `count` jobs of a demand on free runners; returns how many. */
  #runSome(demand, count, free) {
    const room = free.reduce((sum, runner) => sum + this.#world.hosts.room(runner), 0);
    if (room === 0) return 0;
    const jobs = this.#pipeline(demand, this.#random.pick(['build', 'test']), Math.min(count, room), this.#world.now - 20 * MINUTE);
    for (const job of jobs) this.#run(job, free.find(runner => this.#world.hosts.isFree(runner)));
    return jobs.length;
  }

  #fill(demand, most) {
    const free = this.#free(demand);
    let ran = 0;
    for (let more = 1; more > 0 && ran < most; ran += more)
      more = this.#runSome(demand, most - ran, free.filter(runner => this.#world.hosts.isFree(runner)));
    return ran;
  }

  run(count) {
    const served = this.demands.filter(({size}) => size > 0);
    let left = served.length === 0 ? 0 : count;
    const scattered = Math.floor(left * SCATTERED);
    for (const {demand} of served) {
      if (left <= scattered) break;
      left -= this.#fill(demand, left - scattered);
    }
    for (let tries = 0; left > 0 && tries < 20 * count; tries += 1) {
      const {demand} = this.#random.pick(served);
      left -= this.#runSome(demand, Math.min(left, 2), this.#free(demand));
    }
  }

  wait(count) {
    const served = this.demands.filter(({size}) => size > 0).map(({demand}) => demand);
    const full = served.filter(demand => this.#isFull(demand));
    const unserved = this.demands.filter(({size}) => size === 0).map(({demand}) => demand);
    const behind = full.length > 0 ? full : served.slice(0, 20);
    const groups = [[0.86, behind], [0.09, unserved], [0.05, served]].filter(([, demands]) => demands.length > 0);
    for (let left = groups.length === 0 ? 0 : count; left > 0;) {
      const queuedAt = Math.round(this.#world.now - this.#random.next() ** 3 * LONGEST_WAIT);
      const demand = this.#random.pick(this.#random.weighted(groups));
      const jobs = this.#pipeline(demand, this.#random.chance(0.6) ? 'build' : 'test', left, queuedAt);
      for (const job of jobs) Object.assign(job, {status: 'PENDING', queuedAt});
      left -= jobs.length;
    }
  }

  finish(count) {
    const served = this.demands.filter(({size}) => size > 0).map(({demand}) => demand);
    for (let left = served.length === 0 ? 0 : count; left > 0;) {
      const demand = this.#random.pick(served);
      const queuedAt = Math.round(this.#world.now - 20 * MINUTE - this.#random.next() * (HISTORY - 20 * MINUTE));
      const jobs = this.#pipeline(demand, 'test', left, queuedAt);
      for (const job of jobs) this.#finish(job, demand, queuedAt);
      this.#failOne(jobs);
      left -= jobs.length;
    }
  }

  /** One of these ended as chance wants it; what came after it is skipped then, else waits for a click or never was. */
  #failOne([job]) {
    const {reason} = job.runner === null ? {reason: null} : makeFate(this.#world.fleet.seed, this.#random.below(2 ** 31), job);
    const exitCode = reason === 'script_failure' ? 1 : null;
    if (reason !== null) Object.assign(job, {status: 'FAILED', failureReason: reason, exitCode});
    const {pipeline} = job;
    for (const later of jobsOf(pipeline, 'deploy')) later.status = reason === null && later.when === 'manual' ? 'MANUAL' : 'SKIPPED';
  }

  enter() {
    this.#pipelines.sort((left, right) => left.createdAt - right.createdAt);
    for (const pipeline of this.#pipelines) this.#world.add(pipeline);
  }
}

export function fill(world, {pending, running, finished}) {
  if (pending + running + finished === 0) return;
  const start = new Start(world);
  start.run(running);
  start.wait(pending);
  start.finish(finished);
  start.enter();
}
