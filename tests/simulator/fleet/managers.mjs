// SPDX-License-Identifier: GPL-3.0-or-later
// The managers of a runner, made when asked for: number 0 is the oldest, the last one the newest.
import {DAY, HOUR, makeSlowerRhythm, seenAt} from './contact.mjs';
import {Random, mix} from './random.mjs';
import {revisionOf, sendsSystemId} from './versions.mjs';

const HEX = '0123456789abcdef';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const MACHINES = [['linux', 'amd64'], ['linux', 'amd64'], ['linux', 'arm64'], ['darwin', 'arm64'], ['windows', 'amd64'],
  ['linux', 's390x']];
// app/models/ci/runner_manager.rb, with null for "not reported"
const EXECUTORS = ['docker', 'docker', 'docker', 'kubernetes', 'kubernetes', 'shell', 'docker-autoscaler', 'instance',
  'docker+machine', 'custom', 'ssh', 'virtualbox', 'parallels', 'docker-windows', 'docker-ssh',
  'docker-ssh+machine', 'unknown', null];

function address(random) {
  if (random.chance(0.1)) return `2001:db8::${random.text(HEX, 4)}:${random.text(HEX, 3)}a`;
  if (random.chance(0.05)) return null;
  return random.chance(0.5) ? `10.${random.below(256)}.${random.below(256)}.${random.between(1, 254)}`
    : `198.51.100.${random.between(1, 254)}`;
}

function systemId(random, version) {
  if (!sendsSystemId(version)) return '<legacy>';
  return random.chance(0.7) ? `s_${random.text(HEX, 12)}` : `r_${random.text(LETTERS, 12)}`;
}

/** Times of contact: the newest shares its runner's, other live ones call as often or less, the rest are gone. */
function contact(runner, number, random, start) {
  if (runner.silenced?.has(number)) return {lastContact: runner.silenced.get(number), hearEvery: 0, recordEvery: 0, heardFrom: 0};
  if (number === runner.managerCount - 1)
    return {lastContact: runner.lastContact, hearEvery: runner.hearEvery, recordEvery: runner.recordEvery,
      heardFrom: runner.heardFrom};
  if (number >= runner.managerCount - runner.liveManagers) return {lastContact: null, ...makeSlowerRhythm(random, runner)};
  const last = seenAt(runner, Math.max(start, runner.createdAt));
  const gone = Math.max(last - 3 * HOUR - random.next() ** 2 * 9 * DAY, runner.createdAt);
  return {lastContact: Math.round(gone), hearEvery: 0, recordEvery: 0, heardFrom: 0};
}

/** Managers of a large pool are young, and the older the number the earlier it came. */
function createdAt(runner, number, times, start) {
  const first = times.lastContact ?? Math.min(times.heardFrom, start);
  const reach = runner.managerCount > 20 ? HOUR : first - runner.createdAt;
  const share = (runner.managerCount - number) / (runner.managerCount + 1);
  return Math.round(Math.max(runner.createdAt, first - reach * share));
}

export function makeManager(runner, number, start) {
  const key = mix(runner.key, 7, number);
  const random = new Random(key);
  const version = runner.versions[number % runner.versions.length];
  const [platformName, architectureName] = MACHINES[runner.key % MACHINES.length];
  const times = contact(runner, number, random, start);
  return {
    runner, key, id: runner.firstManagerId + number, version, platformName, architectureName,
    revision: revisionOf(version),
    systemId: runner.managerCount > 1 && !sendsSystemId(version) && number > 0
      ? `s_${random.text(HEX, 12)}` : systemId(random, version),
    shown: runner.shown, executorName: runner.shown?.executor ?? EXECUTORS[mix(runner.key, 3) % EXECUTORS.length],
    ipAddress: address(random), creationState: 'FINISHED',
    ...times, createdAt: createdAt(runner, number, times, start),
  };
}
