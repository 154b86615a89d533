// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens, whose they are, what they open and whether their administrators administer.
import {MAINTAINER, OWNER} from './fleet/members.mjs';
import {Rights} from './rights.mjs';

const DAY = 86400000;

const token = (text, user, scopes, more = {}) => ({text, user, scopes, name: more.name ?? text, revoked: false, expiresAt: null,
  ...more});

const ADMIN_MODE = 'admin_mode';

export const SCOPES = ['api', 'read_api', 'read_user', 'manage_runner', 'create_runner', ADMIN_MODE];

/**
 * With `adminMode` an administrator is one only while his token has the scope admin_mode. With `maintainersList` a Maintainer
 * may list a group's runners, as in some versions; else it takes an Owner.
 */
export class Access {
  #fleet;
  #tokens;
  #rights = new Map();

  constructor(fleet, now, {adminToken, adminMode = false, maintainersList = false}) {
    const {people, members} = fleet;
    this.#fleet = fleet;
    this.adminToken = adminToken;
    this.listsFrom = maintainersList ? MAINTAINER : OWNER;
    this.#tokens = new Map([
      token(adminToken, people.admin, ['read_api', 'read_user'], {name: 'administrator', administers: true}),
      token('glpat-simulator-admin-api', people.admin, ['api'], {name: 'administrator, may write', administers: true}),
      token('glpat-simulator-user', people.ordinary, ['read_api'], {name: 'ordinary user'}),
      token('glpat-simulator-read-user', people.admin, ['read_user'], {name: 'too narrow'}),
      token('glpat-simulator-expired', people.admin, ['read_api'], {name: 'expired', expiresAt: now - DAY}),
      token('glpat-simulator-revoked', people.admin, ['read_api'], {name: 'revoked', revoked: true}),
      token('glpat-simulator-blocked', people.blocked, ['read_api'], {name: 'of a blocked user'}),
      token('glpat-simulator-admin-no-admin-mode', people.admin, ['read_api'], {name: 'administrator without admin mode'}),
      token('glpat-simulator-auditor', people.auditor, ['read_api'], {name: 'auditor'}),
      token('glpat-simulator-owner', people.owner, ['read_api'], {name: 'group owner'}),
      token('glpat-simulator-owner-api', people.owner, ['api'], {name: 'group owner, may write'}),
      token('glpat-simulator-owner-manage', people.owner, ['read_api', 'manage_runner'], {name: 'group owner, manages'}),
      token('glpat-simulator-manage-runner', people.owner, ['manage_runner'], {name: 'manages runners only'}),
      token('glpat-simulator-maintainer', people.maintainer, ['read_api'], {name: 'group maintainer'}),
      token('glpat-simulator-project-maintainer', people.projectMaintainer, ['read_api'], {name: 'project maintainer'}),
      token('glpat-simulator-developer', people.contributor, ['read_api'], {name: 'developer'}),
      token('glpat-simulator-group-token', members.groupBot, ['read_api'], {name: 'group access token'}),
      token('glpat-simulator-project-token', members.projectBot, ['read_api'], {name: 'project access token'}),
    ].map((entry, place) => [entry.text, {id: place + 1, createdAt: now - 30 * DAY, ...entry}]));
    this.setAdminMode(adminMode);
  }

  /** Who a request comes from; `token` is null for anonymous, `entry` null for a token that is unknown. */
  identify(text, now) {
    if (!text) return {token: null, entry: null, user: null, mayRead: false, mayWrite: false};
    const entry = this.#tokens.get(text) ?? null;
    if (!this.isValid(entry, now)) return {token: text, entry, user: null, mayRead: false, mayWrite: false};
    return {token: text, entry, user: entry.user, mayRead: hasScope(entry, ['api', 'read_api']), mayWrite: hasScope(entry, ['api'])};
  }

  /** What whoever was identified may do; `enterprise`: there are auditors. */
  rightsOf({user, entry}, {enterprise}) {
    const administers = user !== null && user.admin && (!this.adminMode || hasScope(entry, [ADMIN_MODE]));
    const audits = user !== null && user.auditor && enterprise;
    const name = `${user?.id} ${administers} ${audits}`;
    const kept = this.#rights.get(name);
    if (kept?.version === this.#fleet.members.changes) return kept;
    const made = new Rights({user, administers, audits, listsFrom: this.listsFrom}, this.#fleet);
    this.#rights.set(name, made);
    return made;
  }

  /** Switched on, the administrator's own tokens have the scope, until somebody takes it from them. */
  setAdminMode(on) {
    this.adminMode = on;
    for (const entry of this.#tokens.values()) {
      const others = entry.scopes.filter(scope => scope !== ADMIN_MODE);
      entry.scopes = on && entry.administers ? [...others, ADMIN_MODE] : others;
    }
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
