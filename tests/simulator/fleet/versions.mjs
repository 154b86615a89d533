// SPDX-License-Identifier: GPL-3.0-or-later
// What runners report as their version. Minor lines with their newest patch.
import {Random} from './random.mjs';

const RELEASES = {
  '14.0': 1, '14.5': 2, '14.10': 2, '15.0': 1, '15.6': 3, '15.11': 1, '16.0': 3, '16.3': 3, '16.6': 2, '16.11': 4,
  '17.0': 3, '17.2': 3, '17.5': 5, '17.8': 5, '17.11': 4, '18.0': 5, '18.1': 3, '18.2': 2, '18.3': 1, '18.4': 0,
  '18.5': 0, '18.6': 6, '18.7': 2, '18.8': 0, '18.9': 0, '18.10': 1,
};
const LINES = Object.keys(RELEASES);
const HEX = '0123456789abcdef';

// Builds that are no release, and runners that reported nothing.
const UNUSUAL = ['18.10.0-rc1', '18.11.0~pre.123.gabcdef01', '18.7.0~beta.1574.gf6ea9389', 'development version', '18.9', '',
  null];

function release(random, line) {
  return `${line}.${random.between(0, RELEASES[line])}`;
}

/** A version text; most are recent, one in 25 is unusual. */
export function pickVersion(random) {
  if (random.chance(0.04)) return random.pick(UNUSUAL);
  const age = Math.floor(LINES.length * random.next() ** 3);
  return release(random, LINES[LINES.length - 1 - age]);
}

const revisions = new Map();

/** The commit a version was built from; development builds name it. */
export function revisionOf(version) {
  if (version === null) return null;
  const [, named] = /g([0-9a-f]{8})$/.exec(version) ?? [];
  if (!revisions.has(version)) revisions.set(version, named ?? new Random(...Buffer.from(version)).text(HEX, 8));
  return revisions.get(version);
}

/** Runners sent no system id before about 15.7. */
export function sendsSystemId(version) {
  const match = /^(\d+)\.(\d+)/.exec(version ?? '18.0');
  return match === null || Number(match[1]) > 15 || (Number(match[1]) === 15 && Number(match[2]) >= 7);
}
