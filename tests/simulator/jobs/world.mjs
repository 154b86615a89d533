// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs of one instance, as far as its clock has come: what was due since is done when somebody asks.
import {HOUR} from '../fleet/contact.mjs';
import {Agenda} from './agenda.mjs';
import {Candidates} from './candidates.mjs';
import {Dispatch} from './dispatch.mjs';
import {dropOutdated} from './drops.mjs';
import {makeFate} from './fates.mjs';
import {Hosts} from './hosts.mjs';
import {JobLists} from './lists.mjs';
import {proceed, releaseResource} from './progress.mjs';
import {Queue} from './queue.mjs';
import {isSilent} from './signs.mjs';
import {isExecuting} from './statuses.mjs';
import {Work} from './work.mjs';

const FIRST_JOB = 100001;
const FIRST_PIPELINE = 20001;
const NEXT_SIGN = 10000;

export class JobWorld {
  #lastIid = new Map();
  #nextJob = FIRST_JOB;
  #nextPipeline = FIRST_PIPELINE;
  #inUse = false;

  /** `knowsProvisioning()`: whether the simulated version has a failure reason for jobs that a runner never acknowledged. */
  constructor(fleet, start, {knowsProvisioning = () => false} = {}) {
    this.fleet = fleet;
    this.now = start;
    this.knowsProvisioning = knowsProvisioning;
    this.agenda = new Agenda();
    this.lists = new JobLists();
    this.queue = new Queue();
    this.hosts = new Hosts();
    this.candidates = new Candidates(fleet);
    this.dispatch = new Dispatch(this);
    this.work = new Work(fleet, this.candidates);
    this.resources = new Map();
    this.byPipeline = new Map();
  }

  /** Once there are jobs, what runners do and have done is told by them. */
  #use() {
    if (this.#inUse) return;
    this.#inUse = true;
    this.fleet.jobs = this;
    this.agenda.add(this.now + HOUR, () => this.#drop());
  }

  #drop() {
    this.agenda.add(this.now + HOUR, () => this.#drop());
    dropOutdated(this);
  }

  advance(now) {
    if (!this.#inUse) {
      this.now = Math.max(this.now, now);
      return;
    }
    this.dispatch.follow();
    for (let due = this.agenda.take(now); due !== null; due = this.agenda.take(now)) {
      this.now = Math.max(this.now, due.at);
      due.run();
    }
    this.now = Math.max(this.now, now);
  }

  /** Takes a pipeline in, with its jobs in the states they have. */
  add(pipeline) {
    this.#use();
    pipeline.id = this.#nextPipeline;
    this.#nextPipeline += 1;
    pipeline.iid = (this.#lastIid.get(pipeline.project) ?? 0) + 1;
    this.#lastIid.set(pipeline.project, pipeline.iid);
    this.byPipeline.set(pipeline.id, pipeline);
    for (const job of pipeline.jobs) this.addJob(job);
    return pipeline;
  }

  addJob(job) {
    job.id = this.#nextJob;
    this.#nextJob += 1;
    this.lists.add(job);
    if (job.status === 'PENDING' && job.runner === null) this.#queue(job);
    if (isExecuting(job)) this.occupy(job);
  }

  #queue(job) {
    job.isQueued = true;
    return this.queue.add(job);
  }

  /** A job starts to wait for a runner. */
  enqueue(job) {
    job.queuedAt = this.now;
    this.lists.setStatus(job, 'PENDING');
    this.dispatch.wake(this.#queue(job));
  }

  unqueue(job) {
    if (job.isQueued) this.queue.remove(job);
    job.isQueued = false;
  }

  /** A runner is given a job and says so. */
  start(job, runner) {
    this.unqueue(job);
    job.runner = runner;
    job.managerNumber = this.hosts.leastBusy(runner);
    job.startedAt = this.now;
    this.lists.setStatus(job, 'RUNNING');
    this.lists.assigned(job);
    this.occupy(job);
  }

  occupy(job) {
    if (!this.hosts.running(job.runner).has(job)) this.hosts.start(job);
    this.queue.countRunning(job, 1);
    job.fate ??= makeFate(this.fleet.seed, job.id, job);
    const {duration, reason} = job.fate;
    this.agenda.add(Math.max(job.startedAt + duration, this.now), () => this.#report(job, reason));
  }

  /** The runner says how the job ended, if it still says anything. */
  #report(job, reason) {
    if (job.status !== 'RUNNING' || isSilent(job, this)) return;
    this.end(job, reason === null ? 'SUCCESS' : 'FAILED', reason);
  }

  end(job, status, reason = null) {
    const occupied = isExecuting(job);
    this.unqueue(job);
    job.finishedAt = this.now;
    job.failureReason = reason;
    job.exitCode = reason === 'script_failure' ? 1 : status === 'SUCCESS' ? 0 : null;
    this.lists.setStatus(job, status);
    if (occupied) this.#free(job);
    releaseResource(this, job);
    proceed(this, job.pipeline);
  }

  #free(job) {
    this.hosts.end(job);
    this.queue.countRunning(job, -1);
    this.dispatch.ask(job.runner);
  }

  /** What a person's cancel does: a running job is told at its next sign of life. */
  cancel(job) {
    if (job.status !== 'RUNNING') {
      this.end(job, 'CANCELED');
      return;
    }
    this.lists.setStatus(job, 'CANCELING');
    this.agenda.add(this.now + NEXT_SIGN, () => {
      if (job.status === 'CANCELING' && !isSilent(job, this)) this.end(job, 'CANCELED');
    });
  }

  // What fleet.mjs asks about runners.

  isExecuting(runner) {
    return this.hosts.running(runner).size > 0;
  }

  isManagerExecuting({runner, id}) {
    return [...this.hosts.running(runner)].some(job => runner.firstManagerId + job.managerNumber === id);
  }

  jobCount(runner, statuses) {
    const jobs = this.lists.ofRunner(runner);
    return statuses ? jobs.filter(({status}) => statuses.includes(status)).length : jobs.length;
  }
}
