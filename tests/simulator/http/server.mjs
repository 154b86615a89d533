// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP side: reads a request, finds who answers it, applies faults, keeps statistics.
import http from 'node:http';
import {setTimeout as wait} from 'node:timers/promises';
import {queriesOf} from '../graphql/endpoint.mjs';
import {answerRest} from '../rest/api.mjs';
import {answerControl} from './control.mjs';
import {html, json, notFoundPage, redirect, signInPage} from './replies.mjs';
import {readRequest} from './request.mjs';
import {Wire} from './wire.mjs';

const CONTROL = '/-/simulator/';
const WEB_PAGES = /^\/(admin|dashboard|groups|projects|-)?(\/|$)/;

function operationName(source) {
  if (typeof source?.operationName === 'string' && source.operationName !== '') return source.operationName;
  return /\b(?:query|mutation)\s+([_A-Za-z]\w*)/.exec(source?.query ?? '')?.[1] ?? 'anonymous';
}

export class HttpServer {
  #simulator;
  #requestNumber = 0;
  #jobCalls = new Map();

  constructor(simulator) {
    this.#simulator = simulator;
    this.server = http.createServer((request, response) => {
      this.#handle(request, response).catch(error => this.#broken(error, response));
    });
    // A client that keeps connections open decides itself when to close them.
    this.server.keepAliveTimeout = 0;
  }

  async listen(port) {
    await new Promise((done, failed) => {
      this.server.once('error', failed);
      this.server.listen(port, '127.0.0.1', done);
    });
    return this.server.address().port;
  }

  async close() {
    const closed = new Promise(done => this.server.close(done));
    this.server.closeAllConnections?.();
    await closed;
  }

  async #handle(stream, response) {
    const request = await readRequest(stream);
    const wire = this.#wire(response, this.#simulator.stats);
    const control = this.#below(request.path, CONTROL) ?? this.#below(request.path, this.#simulator.basePath + CONTROL);
    if (control !== null) {
      this.#wire(response, null).send(answerControl(this.#simulator, request, control));
      return;
    }
    await this.#handleCounted(this.#withOperations(request), wire, response);
  }

  #wire(response, stats) {
    this.#requestNumber += 1;
    const {clock, baseUrl} = this.#simulator;
    const headers = {Date: new Date(clock.now()).toUTCString(), 'Cache-Control': 'max-age=0, private, must-revalidate',
      'X-Request-Id': `simulator-${this.#requestNumber}`};
    return new Wire(response, {headers, baseUrl, onStatus: status => stats?.answered(status)});
  }

  #withOperations(request) {
    const graphql = request.path === `${this.#simulator.basePath}/api/graphql`;
    return {...request, graphql, operations: graphql ? queriesOf(request).sources.map(operationName) : []};
  }

  async #handleCounted(request, wire, response) {
    const {stats, faults, delay} = this.#simulator;
    stats.begin(request);
    response.once('close', () => stats.end());
    if (delay > 0) await wait(delay);
    const answer = () => this.#answer(request, wire);
    const fault = faults.take(request);
    if (fault) await faults.apply(fault, wire, answer);
    else wire.send(await answer());
  }

  async #answer(request, wire) {
    const api = this.#below(request.path, `${this.#simulator.basePath}/api/`);
    return api === null ? this.#answerPage(request) : this.#answerApi(request, api, wire);
  }

  async #answerApi(request, path, wire) {
    const {access, clock, throttle, graphql, fleet, listing, instance, baseUrl} = this.#simulator;
    const identity = access.identify(request.token, clock.now());
    const {headers, refusal} = throttle.check(identity.user, clock.now());
    Object.assign(wire.headers, headers);
    if (refusal) return refusal;
    if (request.graphql) return graphql.answer(request, identity);
    if (path.startsWith('graphql')) return json(404, {errors: [{message: 'Not found!'}]});
    if (!path.startsWith('v4/')) return json(404, {error: '404 Not Found'});
    return answerRest({...request, path: path.slice(2)}, {identity, rights: access.rightsOf(identity, instance), fleet, listing,
      instance, jobs: this.#simulator.jobsNow(), jobCalls: this.#jobCalls, baseUrl, now: clock.now()}, access);
  }

  /** Web pages want a session, which nobody has here. */
  #answerPage({path}) {
    const {basePath, baseUrl} = this.#simulator;
    const page = path === basePath ? '/' : path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : null;
    if (page === '/users/sign_in') return signInPage();
    return page !== null && WEB_PAGES.test(page) ? redirect(302, `${baseUrl}/users/sign_in`) : notFoundPage();
  }

  #below(path, prefix) {
    return path.startsWith(prefix) ? path.slice(prefix.length) : null;
  }

  #broken(error, response) {
    if (error.code === 'ECONNRESET' || response.destroyed) return;
    process.stderr.write(`simulator: ${error.stack}\n`);
    if (response.headersSent) response.destroy();
    else this.#wire(response, this.#simulator.stats).send(html(500, 'Internal server error'));
  }
}
