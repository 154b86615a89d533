// SPDX-License-Identifier: GPL-3.0-or-later
// A client and a started simulator for tests and the benchmark.
import {Simulator} from '../simulator.mjs';

export const NOW = Date.UTC(2026, 2, 25, 10);

export const FLEET_PAGE = `query FleetPage($after: String) {
  runners(first: 100, after: $after, sort: CREATED_ASC) {
    count
    pageInfo { hasNextPage endCursor }
    nodes {
      id shortSha description runnerType paused jobExecutionStatus creationMethod creationState createdAt contactedAt tagList
      runUntagged locked accessLevel maximumTimeout projectCount jobCount
      createdBy { id username name state type bot webUrl }
      groups(first: 1) { nodes { id name fullName fullPath webUrl } }
      ownerProject { id name nameWithNamespace fullPath webUrl }
      managers(first: 10) {
        count
        nodes {
          id systemId version revision platformName architectureName executorName ipAddress createdAt contactedAt
          jobExecutionStatus
        }
      }
    }
  }
  queryComplexity { score limit }
}`;

/** Starts a simulator that ends with the test; time stands still unless told otherwise. */
export async function startFor(test, options = {}) {
  const simulator = await new Simulator({runners: 300, now: NOW, frozen: true, ...options}).start();
  test.after(() => simulator.stop());
  return new Client(simulator);
}

export class Client {
  constructor(simulator, token = simulator.access.adminToken) {
    this.simulator = simulator;
    this.token = token;
  }

  as(token) {
    return new Client(this.simulator, token);
  }

  async request(path, {headers = {}, ...more} = {}) {
    const credential = this.token === null ? {} : {'PRIVATE-TOKEN': this.token};
    const url = path.startsWith('http') ? path : this.simulator.baseUrl + path;
    return fetch(url, {redirect: 'manual', headers: {...credential, ...headers}, ...more});
  }

  /** {status, headers, body}: the body read as JSON where it says so. */
  async fetch(path, options) {
    const response = await this.request(path, options);
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return {status: response.status, headers: response.headers, body: isJson ? await response.json() : await response.text()};
  }

  post(path, content) {
    return this.fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(content)});
  }

  /** The answer object of one query, or of several when given a list. */
  async query(query, variables, operationName) {
    const answer = await this.post('/api/graphql', Array.isArray(query) ? query : {query, variables, operationName});
    return answer.body;
  }

  async data(query, variables) {
    const {data, errors} = await this.query(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  control(action, content) {
    const url = `${this.simulator.origin}/-/simulator/${action}`;
    return content === undefined ? this.fetch(url) : this.post(url, content);
  }
}
