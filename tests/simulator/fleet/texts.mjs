// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions, tags and notes, the awkward ones at fixed places so that every fleet has them.

const SYSTEMS = ['linux', 'linux', 'linux', 'arm', 'windows', 'macos', 'gpu'];
const PLACES = ['fra', 'ams', 'nyc', 'sin', 'lab', 'dc1', 'dc2', 'cloud'];

const AWKWARD = new Map([
  [3, null],
  [5, ''],
  [8, '<b>bold</b> & <script>alert(1)</script>'],
  [11, 'ci \u202erennur\u202c \u200fend'],
  [14, 'bell \u0007 escape \u001b[31mred\u001b[0m tab\tline\nbreak'],
  [17, '1,024 characters: ' + 'x'.repeat(1006)],
  [20, '🚀 build 🐧 Größe 漢字'],
  [23, 'shared-linux-runner'],
  [26, 'shared-linux-runner'],
  [29, 'shared-linux-runner'],
  [32, '   '],
  [35, '100% _done_ "quoted part" %s %1 &amp;'],
]);

export const TAGS = ['docker', 'linux', 'amd64', 'arm64', 'kubernetes', 'shell', 'gpu', 'macos', 'windows', 'xcode-16', 'android',
  'deploy', 'production', 'staging', 'large', 'small', 'spot', 'privileged', 'nightly', 'release', 'terraform', 'protected'];
const RARE_TAGS = ['größe:xl', 'タグ', 'with space', '<i>markup</i>', 'a'.repeat(255), 'docker-in-docker', 'Docker'];

const NOTES = ['Owned by the build team, ask before pausing.', 'Disk is replaced in spring.\n\n- [ ] order parts',
  'Token **rotates** quarterly <img src=x>'];

export function describe(random, index) {
  const place = index % 40;
  if (AWKWARD.has(place)) return AWKWARD.get(place);
  return `${random.pick(SYSTEMS)}-${random.pick(PLACES)}-${String(index + 1).padStart(4, '0')}`;
}

export function pickTags(random, index) {
  if (index % 200 === 42) return Array.from({length: 50}, (_, number) => `cell-${index}-${number}`);
  if (random.chance(0.2)) return [];
  const tags = new Set(Array.from({length: random.between(1, 5)}, () => random.pick(TAGS)));
  if (random.chance(0.02)) tags.add(random.pick(RARE_TAGS));
  return [...tags];
}

export function pickNote(random) {
  return random.chance(0.05) ? random.pick(NOTES) : null;
}
