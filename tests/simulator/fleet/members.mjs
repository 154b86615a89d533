// SPDX-License-Identifier: GPL-3.0-or-later
// Who is a member of which group or project, and as what (lib/gitlab/access.rb).
import {makeUser} from './people.mjs';
import {isWithin} from './places.mjs';
import {Random} from './random.mjs';

export const GUEST = 10;
export const REPORTER = 20;
export const DEVELOPER = 30;
export const MAINTAINER = 40;
export const OWNER = 50;

export const ACCESS_LEVELS = new Map([[GUEST, 'GUEST'], [15, 'PLANNER'], [REPORTER, 'REPORTER'], [DEVELOPER, 'DEVELOPER'],
  [MAINTAINER, 'MAINTAINER'], [OWNER, 'OWNER']]);

const HEX = '0123456789abcdef';

/** Places in the order of how many runners belong to them, counted by `placesOf(runner)`; ties by id. */
function busiest(places, runners, placesOf) {
  const counts = new Map(places.map(place => [place, 0]));
  for (const runner of runners)
    for (const place of new Set(placesOf(runner))) if (counts.has(place)) counts.set(place, counts.get(place) + 1);
  return [...places].sort((left, right) => counts.get(right) - counts.get(left) || left.id - right.id);
}

const rootOf = place => {
  let group = place.__typename === 'Project' ? place.namespace : place;
  while (group.parent) group = group.parent;
  return group;
};

const ownersOf = runner => runner.group ? [runner.group] : runner.projects ?? [];

/** A group or project access token acts as a bot of its own (app/services/resource_access_tokens/create_service.rb). */
function makeBot(seed, id, place) {
  const kind = place.__typename.toLowerCase();
  const secret = new Random(seed, 102, id).text(HEX, 32);
  return makeUser(id, `${kind}_${place.id}_bot_${secret}`, `fleet dashboard of ${place.name}`, 'PROJECT_BOT');
}

export class Members {
  #levels = new Map();

  constructor({seed, runners, places, people}) {
    const [first, second = first, third = second] = busiest(places.groups.filter(({parent}) => parent === null), runners,
      runner => ownersOf(runner).map(rootOf));
    const nested = busiest(places.groups.filter(group => group.parent && !isWithin(group, first)), runners, ownersOf)[0]
      ?? second;
    const projects = busiest(places.projects.filter(project => ![first, nested].some(group => isWithin(project, group))),
      runners, ownersOf);
    const inherits = projects.find(project => !project.namespace.personal && project.namespace.parent) ?? projects[0];
    this.groupBot = makeBot(seed, 300, first);
    this.projectBot = makeBot(seed, 301, projects[0]);
    this.changes = 0;
    for (const [user, place, level] of [
      [people.admin, third, OWNER],
      [people.owner, first, OWNER], [people.owner, nested, OWNER], [people.owner, projects[0], MAINTAINER],
      [people.owner, projects[1], MAINTAINER],
      [people.maintainer, second, MAINTAINER], [people.maintainer, third, REPORTER],
      [people.projectMaintainer, projects[2], MAINTAINER], [people.projectMaintainer, projects[3], OWNER],
      [people.projectMaintainer, inherits, MAINTAINER],
      [people.contributor, first, DEVELOPER], [people.contributor, projects[1], GUEST],
      [this.groupBot, first, OWNER], [this.projectBot, projects[0], MAINTAINER],
    ]) this.set(user, place, level);
  }

  /** Place → access level, direct memberships only. */
  of(user) {
    return this.#levels.get(user) ?? new Map();
  }

  /** `level` null: no member any more. */
  set(user, place, level) {
    const levels = new Map(this.of(user));
    if (level === null) levels.delete(place);
    else levels.set(place, level);
    this.#levels.set(user, levels);
    this.changes += 1;
  }

  leaveAll(user) {
    this.#levels.delete(user);
    this.changes += 1;
  }

  /** User → access level in a place, direct memberships only. */
  in(place) {
    return new Map([...this.#levels].filter(([, levels]) => levels.has(place)).map(([user, levels]) => [user, levels.get(place)]));
  }

  /** Every place that somebody was made a member of. */
  get places() {
    return [...new Set([...this.#levels.values()].flatMap(levels => [...levels.keys()]))];
  }
}
