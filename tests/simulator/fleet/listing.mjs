// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of runners in the order of a sort, kept until the fleet or the time changes.
import {recordedAt} from './contact.mjs';
import {makeFilter} from './filters.mjs';
import {EVERYTHING} from './scopes.mjs';

const KEPT = 64;
const FRESH_FOR = 5000;
const FILTERS = ['active', 'creatorId', 'creatorUsername', 'ownerFullPath', 'paused', 'search', 'status', 'tagList', 'tagNames',
  'type', 'versionPrefix'];

const byId = runner => runner.id;
const byCreation = runner => runner.createdAt;
const byExpiry = runner => runner.tokenExpiresAt;
const byContact = now => runner => recordedAt(runner, now);

// Never contacted comes first in CONTACTED_ASC and last in CONTACTED_DESC; for the token's expiry the database's rule
// (no value counts as the greatest) is assumed.
const SORTS = {
  CREATED_ASC: {column: 'created_at', sign: 1, empty: 0, key: () => byCreation},
  CREATED_DESC: {column: 'created_at', sign: -1, empty: 0, key: () => byCreation},
  CONTACTED_ASC: {column: 'contacted_at', sign: 1, empty: -1, key: byContact, usesClock: true},
  CONTACTED_DESC: {column: 'contacted_at', sign: -1, empty: 1, key: byContact, usesClock: true},
  ID_ASC: {column: 'id', sign: 1, empty: 0, key: () => byId},
  TOKEN_EXPIRES_AT_ASC: {column: 'token_expires_at', sign: 1, empty: 1, key: () => byExpiry},
  TOKEN_EXPIRES_AT_DESC: {column: 'token_expires_at', sign: -1, empty: -1, key: () => byExpiry},
};

/** Compares positions {value, id}; ties are broken by id, descending. */
function comparer({sign, empty}) {
  return (left, right) => {
    if (left.value !== right.value) {
      if (left.value === null) return empty;
      if (right.value === null) return -empty;
      return sign * (left.value - right.value);
    }
    return right.id - left.id;
  };
}

function sorted(runners, sort, now) {
  const key = sort.key(now);
  const positions = runners.map(runner => ({value: key(runner), id: runner.id, runner}));
  return positions.sort(comparer(sort)).map(position => position.runner);
}

export class Listing {
  #fleet;
  #clock;
  #kept = new Map();

  constructor(fleet, clock) {
    this.#fleet = fleet;
    this.#clock = clock;
  }

  /** {rows, column, position(runner), compare(position, position)} for the arguments of a list and where it hangs. */
  find(args, scope = EVERYTHING) {
    const name = args.sort ?? 'CREATED_DESC';
    const filters = Object.fromEntries(FILTERS.filter(filter => args[filter] != null).map(filter => [filter, args[filter]]));
    return this.#cached(`${name} ${scope.name} ${JSON.stringify(filters)}`,
      now => this.#make({sort: SORTS[name] ?? SORTS.CREATED_DESC, name, scope, filters, now}));
  }

  /** All runners in order; the filtered lists are taken from it. */
  #order(name, sort) {
    return this.#cached(name, now => ({rows: sorted(this.#fleet.runners, sort, now), usesClock: sort.usesClock}));
  }

  #make({sort, name, scope, filters, now}) {
    const order = this.#order(name, sort);
    const filter = makeFilter(filters, this.#fleet);
    const at = order.at;
    const key = sort.key(at);
    const inScope = scope === EVERYTHING ? order.rows : order.rows.filter(scope.matches);
    const rows = Object.keys(filters).length === 0 ? inScope : inScope.flatMap(runner =>
      filter.matches(runner, now) ? Array.from({length: filter.times(runner)}, () => runner) : []);
    return {rows, column: sort.column, usesClock: sort.usesClock || filter.usesClock,
      position: runner => ({value: key(runner), id: runner.id}), compare: comparer(sort)};
  }

  #cached(text, make) {
    const now = this.#clock.now();
    const {changes} = this.#fleet;
    const {moves} = this.#clock;
    const found = this.#kept.get(text);
    if (found && found.changes === changes && !(found.usesClock && (found.moves !== moves || now - found.at >= FRESH_FOR))) {
      this.#kept.delete(text);
      this.#kept.set(text, found);
      return found;
    }
    const made = {at: now, changes, moves, ...make(now)};
    this.#kept.delete(text);
    this.#kept.set(text, made);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value);
    return made;
  }
}
