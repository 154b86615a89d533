// SPDX-License-Identifier: GPL-3.0-or-later
// The people of each group and project, made when asked for: active ones, blocked ones, bots, and places that have nobody.
import {selfAndAncestors, isWithin} from './places.mjs';
import {DEVELOPER, GUEST, MAINTAINER, OWNER, REPORTER} from './members.mjs';
import {DAY} from './contact.mjs';
import {Random} from './random.mjs';

const KINDS = [[0.5, 'usual'], [0.1, 'owner left'], [0.1, 'bot only'], [0.12, 'no owner'], [0.18, 'nobody']];

function pickMembers(random, {people, bots, services}, isGroup) {
  const kind = random.weighted(KINDS);
  const active = people.filter(({state}) => state === 'active');
  const pick = (count, level, from = active) => Array.from({length: count}, () => [random.pick(from), level]);
  if (kind === 'nobody') return [];
  if (kind === 'bot only') return pick(1, OWNER, random.chance(0.5) ? bots : services);
  const top = isGroup ? OWNER : MAINTAINER;
  const heads = kind === 'no owner' ? [] : pick(random.between(1, 2), top,
    kind === 'owner left' ? people.filter(({state}) => state !== 'active') : active);
  return [...heads, ...pick(random.between(0, 2), MAINTAINER), ...pick(random.between(0, 3), DEVELOPER),
    ...pick(random.between(0, 1), REPORTER), ...pick(random.between(0, 1), GUEST, people)];
}

/** User → access level of those nobody is signed in as. */
function madeMembers({seed, people, start}, place) {
  const random = new Random(seed, 103, place.id);
  const isGroup = place.__typename === 'Group';
  const drawn = place.namespace?.personal ? [[people.people.find(({id}) => id === place.namespace.ownerId), OWNER]]
    : pickMembers(random, people, isGroup);
  const members = new Map();
  for (const [user, level] of drawn) if (user && !members.has(user)) members.set(user, level);
  return [...members].map(([user, level]) => ({user, level, place,
    expiresAt: random.chance(0.08) ? start + random.between(5, 300) * DAY : null}));
}

/** {user, level, place, expiresAt} of the direct members of a place. */
export function crewOf(fleet, place) {
  const named = [...fleet.members.in(place)].map(([user, level]) => ({user, level, place, expiresAt: null}));
  return [...named, ...madeMembers(fleet, place).filter(({user}) => !named.some(other => other.user === user))];
}

function below({places: {groups}}, group) {
  return groups.filter(other => other !== group && isWithin(other, group));
}

/** Groups and projects whose members count for a place; nothing here is shared with other groups. */
function sources(fleet, place, relations) {
  const above = place.__typename === 'Project' ? place.namespace : place.parent;
  const inherited = above && !above.personal ? [...selfAndAncestors(above)] : [];
  return [...relations.includes('DIRECT') ? [place] : [], ...relations.includes('INHERITED') ? inherited : [],
    ...relations.includes('DESCENDANTS') && place.__typename === 'Group' ? below(fleet, place) : []];
}

/** Each person once, with the highest level; of two equal ones the nearest. */
export function membersOf(fleet, place, relations = ['DIRECT', 'INHERITED']) {
  const best = new Map();
  for (const member of sources(fleet, place, relations).flatMap(source => crewOf(fleet, source)))
    if (!best.has(member.user) || best.get(member.user).level < member.level) best.set(member.user, member);
  return [...best.values()].sort((left, right) => left.user.id - right.user.id);
}
