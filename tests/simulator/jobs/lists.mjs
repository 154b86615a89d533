// SPDX-License-Identifier: GPL-3.0-or-later
// All jobs, by state, project and runner.
import {SortedJobs} from './sorted.mjs';
import {STATUSES} from './statuses.mjs';

const NONE = new SortedJobs();
const newestFirst = (left, right) => right.id - left.id;

export class JobLists {
  #byId = new Map();
  #byStatus = new Map(STATUSES.map(status => [status, new SortedJobs()]));
  #byProject = new Map();
  #byRunner = new Map();
  #merged = new Map();

  #in(lists, key) {
    if (!lists.has(key)) lists.set(key, new SortedJobs());
    return lists.get(key);
  }

  find(id) {
    return this.#byId.get(id) ?? null;
  }

  add(job) {
    this.#byId.set(job.id, job);
    this.#byStatus.get(job.status).add(job);
    this.#in(this.#byProject, job.project).add(job);
    if (job.runner) this.assigned(job);
  }

  assigned(job) {
    this.#in(this.#byRunner, job.runner).add(job);
  }

  setStatus(job, status) {
    this.#byStatus.get(job.status).remove(job);
    job.status = status;
    this.#byStatus.get(status).add(job);
  }

  withStatus(status) {
    return this.#byStatus.get(status).rows;
  }

  /** Oldest first. */
  ofProject(project) {
    return (this.#byProject.get(project) ?? NONE).rows;
  }

  ofRunner(runner) {
    return (this.#byRunner.get(runner) ?? NONE).rows;
  }

  /** Newest first, those of some states or, without a list of them, all; kept until one of them changes. */
  newest(statuses) {
    const wanted = [...new Set(statuses ?? STATUSES)].sort();
    const name = wanted.join();
    const changes = wanted.map(status => this.#byStatus.get(status).changes).join();
    const kept = this.#merged.get(name);
    if (kept?.changes === changes) return kept;
    const rows = wanted.flatMap(status => this.#byStatus.get(status).rows).sort(newestFirst);
    const made = {changes, rows};
    this.#merged.set(name, made);
    return made;
  }
}

export const newest = (jobs, wanted = () => true) => jobs.filter(wanted).reverse();
