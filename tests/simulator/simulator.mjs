// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the parts together: one simulated GitLab.
import {Access} from './access.mjs';
import {Clock} from './clock.mjs';
import {Fleet} from './fleet/fleet.mjs';
import {Listing} from './fleet/listing.mjs';
import {GraphqlEndpoint} from './graphql/endpoint.mjs';
import {Executor} from './graphql/executor.mjs';
import {Faults} from './http/faults.mjs';
import {HttpServer} from './http/server.mjs';
import {Stats} from './http/stats.mjs';
import {Throttle} from './http/throttle.mjs';

const INSTANCE = {
  version: '18.10.1-ee', revision: 'abc123def45', enterprise: true,
  kas: {enabled: false, externalUrl: null, externalK8sProxyUrl: null, version: null},
};

export const DEFAULTS = {runners: 5000, seed: 1, port: 0, base: '', delay: 0, now: null, frozen: false,
  token: 'glpat-simulator-admin', rateLimit: null, adminMode: false};

export class Simulator {
  #server;

  constructor(options = {}) {
    const {runners, seed, base, delay, now, frozen, token, rateLimit, adminMode} = {...DEFAULTS, ...options};
    this.clock = new Clock({now: now ?? Date.now(), frozen});
    this.fleet = new Fleet({runners, seed, start: this.clock.now()});
    this.listing = new Listing(this.fleet, this.clock);
    this.access = new Access(this.fleet, this.clock.now(), {adminToken: token, adminMode});
    this.instance = INSTANCE;
    this.basePath = base;
    this.baseUrl = null;
    this.delay = delay;
    this.faults = new Faults();
    this.stats = new Stats();
    this.throttle = new Throttle(rateLimit);
    this.graphql = new GraphqlEndpoint(new Executor(), identity => this.#context(identity));
    this.#server = new HttpServer(this);
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
    return {user: identity.user, rights, fleet, listing, instance, basePath, baseUrl: () => baseUrl, now: this.clock.now()};
  }
}
