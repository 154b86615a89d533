// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of server.mjs.
import {EDITIONS, LINES} from './gitlab.mjs';
import {SITUATIONS} from './jobs/situations.mjs';
import {DEFAULTS} from './simulator.mjs';

export class BadOption extends Error {}

export const USAGE = `usage: node server.mjs [--runners ${DEFAULTS.runners}] [--seed 1] [--port 0] [--base /gitlab] [--delay MS]
       [--now ISO] [--frozen] [--token TEXT] [--mix I,G,P] [--bulk] [--rate-limit N] [--admin-mode] [--maintainers-list]
       [--gitlab ${LINES.join('|')}] [--edition ${EDITIONS.join('|')}] [--newer SEED] [--until-stdin-closes]
       [--pending-jobs N] [--running-jobs N] [--finished-jobs N] [--job-rate N] [--situations all|NAME,...]`;

function whole(low, high) {
  return (text, name) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < low || number > high)
      throw new BadOption(`${name} wants a number from ${low} to ${high}.`);
    return number;
  };
}

function time(text, name) {
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) throw new BadOption(`${name} wants a time such as 2026-03-25T10:00:00Z.`);
  return milliseconds;
}

function base(text, name) {
  if (!/^(\/[A-Za-z0-9_-]+)+\/?$/.test(text) && text !== '' && text !== '/')
    throw new BadOption(`${name} wants a path such as /gitlab.`);
  return text.replace(/\/$/, '');
}

function token(text, name) {
  if (!/^[\x21-\x7e]+$/.test(text)) throw new BadOption(`${name} wants printable ASCII without spaces.`);
  return text;
}

/** Parts of instance, group and project runners. */
function mix(text, name) {
  const parts = text.split(',').map(Number);
  if (!/^\d{1,6}(,\d{1,6}){2}$/.test(text) || parts.every(part => part === 0))
    throw new BadOption(`${name} wants the parts of instance, group and project runners, such as 12,38,50.`);
  const [instance, group, project] = parts;
  return {instance, group, project};
}

function situations(text, name) {
  const names = text === 'all' ? SITUATIONS : text.split(',');
  const unknown = names.find(one => !SITUATIONS.includes(one));
  if (unknown !== undefined) throw new BadOption(`${name} wants "all" or some of ${SITUATIONS.join(', ')}.`);
  return names;
}

function oneOf(values) {
  return (text, name) => {
    if (!values.includes(text)) throw new BadOption(`${name} wants one of ${values.join(', ')}.`);
    return text;
  };
}

const WITH_VALUE = {
  '--runners': ['runners', whole(0, 1000000)], '--seed': ['seed', whole(0, 2 ** 31 - 1)], '--port': ['port', whole(0, 65535)],
  '--base': ['base', base], '--delay': ['delay', whole(0, 600000)], '--now': ['now', time], '--token': ['token', token],
  '--mix': ['mix', mix], '--rate-limit': ['rateLimit', whole(1, 1000000)], '--gitlab': ['gitlab', oneOf(LINES)],
  '--pending-jobs': ['pendingJobs', whole(0, 1000000)], '--running-jobs': ['runningJobs', whole(0, 1000000)],
  '--finished-jobs': ['finishedJobs', whole(0, 1000000)], '--job-rate': ['jobRate', whole(0, 100000)],
  '--situations': ['situations', situations],
  '--edition': ['edition', oneOf(EDITIONS)], '--newer': ['newer', whole(0, 2 ** 31 - 1)],
};
const SWITCHES = {'--admin-mode': 'adminMode', '--maintainers-list': 'maintainersList', '--frozen': 'frozen', '--bulk': 'bulk',
  '--until-stdin-closes': 'untilStdinCloses', '--help': 'help'};

export function readOptions(words) {
  const options = {...DEFAULTS};
  for (let place = 0; place < words.length; place += 1) {
    const [name, joined] = words[place].split(/=(.*)/s);
    if (Object.hasOwn(SWITCHES, name) && joined === undefined) options[SWITCHES[name]] = true;
    else if (Object.hasOwn(WITH_VALUE, name)) {
      const text = joined ?? words[place += 1];
      if (text === undefined) throw new BadOption(`${name} wants a value.`);
      const [key, read] = WITH_VALUE[name];
      options[key] = read(text, name);
    } else throw new BadOption(`Unknown option: ${words[place]}`);
  }
  return options;
}
