// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens, whose they are, and what their users may do. Today only administrators may administer.

const DAY = 86400000;

const token = (text, user, scopes, more = {}) => ({text, user, scopes, name: more.name ?? text, revoked: false, expiresAt: null,
  ...more});

export class Access {
  #tokens;

  constructor(people, now, adminToken) {
    this.adminToken = adminToken;
    this.#tokens = new Map([
      token(adminToken, people.admin, ['read_api', 'read_user'], {name: 'administrator'}),
      token('glpat-simulator-admin-api', people.admin, ['api'], {name: 'administrator, may write'}),
      token('glpat-simulator-user', people.ordinary, ['read_api'], {name: 'ordinary user'}),
      token('glpat-simulator-read-user', people.admin, ['read_user'], {name: 'too narrow'}),
      token('glpat-simulator-expired', people.admin, ['read_api'], {name: 'expired', expiresAt: now - DAY}),
      token('glpat-simulator-revoked', people.admin, ['read_api'], {name: 'revoked', revoked: true}),
      token('glpat-simulator-blocked', people.blocked, ['read_api'], {name: 'of a blocked user'}),
    ].map((entry, place) => [entry.text, {id: place + 1, createdAt: now - 30 * DAY, ...entry}]));
  }

  /** Who a request comes from; `token` is null for anonymous, `entry` null for a token that is unknown. */
  identify(text, now) {
    if (!text) return {token: null, entry: null, user: null, mayRead: false};
    const entry = this.#tokens.get(text) ?? null;
    if (!this.isValid(entry, now)) return {token: text, entry, user: null, mayRead: false};
    return {token: text, entry, user: entry.user, mayRead: hasScope(entry, ['api', 'read_api'])};
  }

  get names() {
    return [...this.#tokens.keys()];
  }

  find(text) {
    return this.#tokens.get(text) ?? null;
  }

  isExpired(entry, now) {
    return entry.expiresAt !== null && entry.expiresAt <= now;
  }

  isValid(entry, now) {
    return entry !== null && !entry.revoked && !this.isExpired(entry, now);
  }
}

export const hasScope = (entry, scopes) => entry.scopes.some(scope => scopes.includes(scope));

/** Blocked users and the like are kept out of the API (app/controllers/graphql_controller.rb). */
export const mayUseApi = user => user === null || user.state === 'active';

/** The ability read_admin_cicd and all that comes with it (app/policies/ci/runner_policy.rb). */
export const mayAdminister = user => user !== null && user.admin;

/** Any signed-in user reads instance runners; the ordinary user here belongs to no group or project. */
export const mayReadRunner = (user, runner) => mayAdminister(user) || (user !== null && runner.type === 'INSTANCE_TYPE');
