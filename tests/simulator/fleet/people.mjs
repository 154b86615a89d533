// SPDX-License-Identifier: GPL-3.0-or-later
// The users of the simulated instance: people in every state, project bots, service accounts.
import {Random} from './random.mjs';

const SURNAMES = ['keller', 'novak', 'tanaka', 'okafor', 'lindqvist', 'moreau', 'santos', 'haddad', 'iyer', 'petrov',
  'kowalski', 'fischer', 'rossi', 'yilmaz', 'nguyen', 'bakker', 'silva', 'horvat', 'jensen', 'papadaki'];
const INITIALS = 'mabcjlrst';
const OTHER_STATES = ['blocked', 'deactivated', 'banned', 'ldap_blocked', 'blocked_pending_approval'];
const HEX = '0123456789abcdef';

// bot? as in app/models/concerns/has_user_type.rb (BOT_USER_TYPES)
const BOTS = new Set(['PROJECT_BOT', 'SERVICE_ACCOUNT']);

export function makeUser(id, username, name, type = 'HUMAN', state = 'active', admin = false) {
  return {id, username, name, type, state, admin, auditor: false, bot: BOTS.has(type), human: type === 'HUMAN',
    createdAt: Date.UTC(2019, 0, 7) + id * 86400000};
}

function person(index) {
  const surname = SURNAMES[index % SURNAMES.length];
  const initial = INITIALS[Math.floor(index / SURNAMES.length) % INITIALS.length];
  const state = index % 8 === 7 ? OTHER_STATES[Math.floor(index / 8) % OTHER_STATES.length] : 'active';
  const name = `${initial.toUpperCase()}. ${surname[0].toUpperCase()}${surname.slice(1)}`;
  return makeUser(10 + index, initial + surname, name, 'HUMAN', state);
}

export function makePeople(seed) {
  const random = new Random(seed, 101);
  const admin = makeUser(1, 'root', 'Administrator', 'HUMAN', 'active', true);
  const ordinary = makeUser(2, 'developer', 'D. Developer');
  const blocked = makeUser(3, 'leaver', 'L. Leaver', 'HUMAN', 'blocked');
  const auditor = {...makeUser(4, 'auditor', 'A. Auditor'), auditor: true};
  const owner = makeUser(5, 'owner', 'O. Owner');
  const maintainer = makeUser(6, 'maintainer', 'M. Maintainer');
  const projectMaintainer = makeUser(7, 'project-maintainer', 'P. Maintainer');
  const contributor = makeUser(8, 'contributor', 'C. Contributor');
  const people = Array.from({length: 60}, (_, index) => person(index));
  const bots = Array.from({length: 12}, (_, index) =>
    makeUser(100 + index, `project_${1000 + index}_bot_${random.text(HEX, 32)}`, `deploy token ${index + 1}`, 'PROJECT_BOT'));
  const services = Array.from({length: 6}, (_, index) =>
    makeUser(200 + index, `service_account_group_${100 + index}_${random.text(HEX, 32)}`, `Fleet automation ${index + 1}`,
      'SERVICE_ACCOUNT'));
  const named = {admin, ordinary, blocked, auditor, owner, maintainer, projectMaintainer, contributor};
  return {...named, people, bots, services, all: [...Object.values(named), ...people, ...bots, ...services]};
}
