// SPDX-License-Identifier: GPL-3.0-or-later
// The people of groups and projects (app/graphql/resolvers/members_resolver.rb).
import {membersOf} from '../fleet/crew.mjs';
import {ACCESS_LEVELS} from '../fleet/members.mjs';
import {offsetConnection} from './connections.mjs';
import {noResource} from './errors.mjs';
import {parseGlobalId} from './global-ids.mjs';

const compare = (left, right) => left < right ? -1 : left > right ? 1 : 0;
const SORTS = {
  ACCESS_LEVEL_ASC: (left, right) => left.level - right.level,
  ACCESS_LEVEL_DESC: (left, right) => right.level - left.level,
  USER_FULL_NAME_ASC: (left, right) => compare(left.user.name, right.user.name),
  USER_FULL_NAME_DESC: (left, right) => compare(right.user.name, left.user.name),
};

function tests({search, accessLevels, ids, userTypes}) {
  const text = (search ?? '').toLowerCase();
  const wanted = [({user}) => user.name.toLowerCase().includes(text) || user.username.includes(text)];
  if (accessLevels) wanted.push(({level}) => accessLevels.includes(ACCESS_LEVELS.get(level)));
  if (ids) {
    const numbers = ids.map(id => parseGlobalId(id, 'User'));
    wanted.push(({user}) => numbers.includes(user.id));
  }
  if (userTypes) wanted.push(({user}) => userTypes.includes(user.type));
  return wanted;
}

function members(place, args, {fleet, rights}) {
  if (!rights.mayReadMembers(place)) throw noResource();
  const wanted = tests(args);
  const found = membersOf(fleet, place, args.relations ?? undefined).filter(member => wanted.every(test => test(member)));
  if (SORTS[args.sort]) found.sort(SORTS[args.sort]);
  return offsetConnection(found.length, number => found[number], args);
}

export const groupMembers = members;
export const projectMembers = members;
