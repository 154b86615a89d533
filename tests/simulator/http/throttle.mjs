// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP layer's rate limit (doc/administration/settings/user_and_ip_rate_limits.md), counted by minute and caller.
import {text} from './replies.mjs';

const MINUTE = 60000;

export class Throttle {
  #seen = new Map();
  #minute = 0;

  constructor(limit = null) {
    this.limit = limit;
    this.always = true;
  }

  /** {headers, refusal}: the headers for this answer, and the 429 if the caller asked too often. Unless `always`, only that has any. */
  check(user, now) {
    if (this.limit === null) return {headers: {}, refusal: null};
    const minute = Math.floor(now / MINUTE);
    if (minute !== this.#minute) this.#seen.clear();
    this.#minute = minute;
    const caller = user?.id ?? 0;
    const observed = (this.#seen.get(caller) ?? 0) + 1;
    this.#seen.set(caller, observed);
    const end = (minute + 1) * MINUTE;
    const headers = {
      'RateLimit-Limit': this.limit, 'RateLimit-Observed': observed, 'RateLimit-Reset': end / 1000,
      'RateLimit-Remaining': Math.max(0, this.limit - observed),
      'RateLimit-Name': user ? 'throttle_authenticated_api' : 'throttle_unauthenticated_api',
    };
    const refused = observed > this.limit;
    return {headers: this.always || refused ? headers : {}, refusal: refused ? this.#refusal(end, now) : null};
  }

  setLimit(limit) {
    this.limit = limit;
    this.#seen.clear();
  }

  #refusal(end, now) {
    return text(429, 'Retry later\n', {
      'Retry-After': Math.max(1, Math.ceil((end - now) / 1000)), 'RateLimit-ResetTime': new Date(end).toUTCString(),
    });
  }
}
