// SPDX-License-Identifier: GPL-3.0-or-later
// Groups and projects (lib/api/groups.rb, lib/api/projects.rb), as far as a client of runners needs them.
import {findGroups, findProjects} from '../graphql/place-lists.mjs';
import {groupEntry, projectEntry} from './entities.mjs';
import {paginate} from './pages.mjs';
import {Refusal} from './parameters.mjs';

/** By number or by path; what may not be read is not there. */
function placeAt(kind, {fleet, rights, id}) {
  const places = kind === 'Group' ? fleet.places.groups : fleet.places.projects;
  const found = /^\d+$/.test(id) ? places.find(place => place.id === Number(id)) : fleet.place(id);
  if (!found || found.__typename !== kind || !rights.mayReadPlace(found))
    throw new Refusal(404, {message: `404 ${kind} Not Found`});
  return found;
}

export const groupAt = call => placeAt('Group', call);
export const projectAt = call => placeAt('Project', call);

const ORDERS = ['id', 'name', 'path'];

function order(parameters, by, direction) {
  return `${parameters.choice('order_by', ORDERS) ?? by}_${parameters.choice('sort', ['asc', 'desc']) ?? direction}`;
}

function page(places, entry, call) {
  const {rows, headers} = paginate(places, call);
  return {content: rows.map(place => entry(place, call)), headers};
}

/** An administrator finds all groups, anybody else those he may read. */
export function groups(call) {
  const {parameters} = call;
  return page(findGroups({
    search: parameters.text('search'), topLevelOnly: parameters.flag('top_level_only'), ownedOnly: parameters.flag('owned'),
    allAvailable: parameters.flag('all_available'), minAccessLevel: parameters.whole('min_access_level'),
    sort: order(parameters, 'name', 'asc'),
  }, call), groupEntry, call);
}

export function projects(call) {
  const {parameters} = call;
  return page(findProjects({
    search: parameters.text('search'), membership: parameters.flag('membership'), personal: parameters.flag('owned'),
    minAccessLevel: parameters.whole('min_access_level'), sort: order(parameters, 'id', 'desc'),
  }, call), projectEntry, call);
}

export const group = call => ({content: groupEntry(groupAt(call), call)});
export const project = call => ({content: projectEntry(projectAt(call), call)});
