// SPDX-License-Identifier: GPL-3.0-or-later
// The people of groups and projects (lib/api/members.rb).
import {membersOf} from '../fleet/crew.mjs';
import {memberEntry} from './job-entities.mjs';
import {paginate} from './pages.mjs';
import {Refusal} from './parameters.mjs';
import {groupAt, projectAt} from './places.mjs';

function list(placeOf, relations) {
  return call => {
    const place = placeOf(call);
    if (!call.rights.mayReadMembers(place)) throw new Refusal(403, {message: '403 Forbidden'});
    const text = (call.parameters.text('query') ?? '').toLowerCase();
    const found = membersOf(call.fleet, place, relations)
      .filter(({user}) => user.name.toLowerCase().includes(text) || user.username.includes(text));
    const {rows, headers} = paginate(found, call);
    return {content: rows.map(member => memberEntry(member, call)), headers};
  };
}

const ALL = ['DIRECT', 'INHERITED'];

export const groupMembers = list(groupAt, ['DIRECT']);
export const allGroupMembers = list(groupAt, ALL);
export const projectMembers = list(projectAt, ['DIRECT']);
export const allProjectMembers = list(projectAt, ALL);
