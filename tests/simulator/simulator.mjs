// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the parts together: one simulated GitLab.
import {Access} from './access.mjs';
import {Clock} from './clock.mjs';
import {Fleet} from './fleet/fleet.mjs';
import {Listing} from './fleet/listing.mjs';
import {USUAL_MIX} from './fleet/runners.mjs';
import {GraphqlEndpoint} from './graphql/endpoint.mjs';
import {Executor} from './graphql/executor.mjs';
import {describeGitlab} from './gitlab.mjs';
import {makeNewer} from './graphql/newer.mjs';
import {fill} from './jobs/start.mjs';
import {prepareSituation} from './jobs/situations.mjs';
import {startTraffic} from './jobs/traffic.mjs';
import {JobWorld} from './jobs/world.mjs';
import {Faults} from './http/faults.mjs';
import {HttpServer} from './http/server.mjs';
import {Stats} from './http/stats.mjs';
import {Throttle} from './http/throttle.mjs';

export const DEFAULTS = {runners: 5000, seed: 1, port: 0, base: '', delay: 0, now: null, frozen: false,
  token: 'glpat-simulator-admin', rateLimit: null, adminMode: false,
  maintainersList: false, mix: USUAL_MIX, bulk: false, gitlab: '18.10', edition: 'ee', newer: null,
  pendingJobs: 0, runningJobs: 0, finishedJobs: 0, jobRate: 0, situations: []};

export class Simulator {
  #server;

  constructor(options = {}) {
    const {runners, seed, base, delay, now, frozen, token, rateLimit, adminMode, maintainersList, mix, bulk,
      pendingJobs, runningJobs, finishedJobs, jobRate, situations, ...more} = {...DEFAULTS, ...options};
    this.clock = new Clock({now: now ?? Date.now(), frozen});
    this.fleet = new Fleet({runners, seed, start: this.clock.now(), mix, bulk});
    this.listing = new Listing(this.fleet, this.clock);
    this.access = new Access(this.fleet, this.clock.now(), {adminToken: token, adminMode, maintainersList});
    this.basePath = base;
    this.baseUrl = null;
    this.delay = delay;
    this.faults = new Faults();
    this.stats = new Stats();
    this.throttle = new Throttle(rateLimit);
    this.#setGitlab(more);
    this.jobs = new JobWorld(this.fleet, this.clock.now(), {knowsProvisioning: () => this.instance.line === '19.3'});
    fill(this.jobs, {pending: pendingJobs, running: runningJobs, finished: finishedJobs});
    if (jobRate > 0) startTraffic(this.jobs, jobRate);
    this.prepared = situations.map(name => this.prepare(name));
    this.#server = new HttpServer(this);
  }

  /** Becomes another version, edition or newer server, as after an upgrade. */
  become(change) {
    this.#setGitlab({...this.gitlab, ...change});
  }

  #setGitlab({gitlab, edition, newer}) {
    this.gitlab = {gitlab, edition, newer};
    this.instance = describeGitlab(this.gitlab);
    this.newer = newer === null ? null : makeNewer(newer);
    this.fleet.showUnknown(this.newer && {...this.newer.values, executor: this.newer.executor});
    this.throttle.always = this.instance.grown;
    this.graphql = new GraphqlEndpoint(new Executor(this.instance), identity => this.#context(identity));
  }

  /** The jobs as the clock has it. */
  jobsNow() {
    this.jobs.advance(this.clock.now());
    return this.jobs;
  }

  /** Sets up a prepared situation, and tells what it consists of. */
  prepare(name) {
    return prepareSituation(name, this.jobsNow());
  }

  async start(port = 0) {
    const used = await this.#server.listen(port);
    this.origin = `http://127.0.0.1:${used}`;
    this.baseUrl = this.origin + this.basePath;
    return this;
  }

  stop() {
    return this.#server.close();
  }

  /** What resolvers may use; `now` is the same for the whole request. */
  #context(identity) {
    const {access, fleet, listing, instance, basePath, baseUrl} = this;
    const rights = access.rightsOf(identity, instance);
    return {user: identity.user, rights, fleet, listing, instance, basePath, baseUrl: () => baseUrl, jobs: this.jobsNow(),
      mayWrite: identity.mayWrite, now: this.clock.now(), calls: new Map(), unknown: this.newer?.values ?? null, jobFields: {authorized: false}};
  }
}
