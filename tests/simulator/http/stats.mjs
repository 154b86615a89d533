// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulator was asked, for tests.

const SECRET = new Set(['private-token', 'authorization', 'job-token', 'cookie']);

export class Stats {
  constructor() {
    this.inFlight = 0;
    this.reset();
  }

  reset() {
    this.requests = 0;
    this.queries = 0;
    this.byOperation = {};
    this.byPath = {};
    this.byStatus = {};
    this.maxInFlight = this.inFlight;
    this.lastHeaders = null;
    this.lastCredential = null;
  }

  begin(request) {
    this.inFlight += 1;
    this.maxInFlight = Math.max(this.maxInFlight, this.inFlight);
    this.requests += 1;
    this.queries += request.operations.length;
    this.byPath[request.path] = (this.byPath[request.path] ?? 0) + 1;
    for (const name of request.operations) this.byOperation[name] = (this.byOperation[name] ?? 0) + 1;
    this.lastHeaders = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !SECRET.has(name)));
    this.lastCredential = ['private-token', 'authorization'].find(name => request.headers[name]) ?? null;
  }

  answered(status) {
    this.byStatus[status] = (this.byStatus[status] ?? 0) + 1;
  }

  end() {
    this.inFlight -= 1;
  }
}
