// SPDX-License-Identifier: GPL-3.0-or-later
// Which GitLab is simulated: a version, an edition, and how its answers differ beyond the schema.

const VERSIONS = {
  17.2: {number: '17.2.9', grown: false},
  '18.10': {number: '18.10.1', grown: true},
  19.3: {number: '19.3.0', grown: true},
};

export const LINES = Object.keys(VERSIONS).sort((left, right) => Number.parseInt(left, 10) - Number.parseInt(right, 10));
export const EDITIONS = ['ce', 'ee'];
export const NEWEST = '19.3';

/**
 * `grown`: what 18.x added. REST entries name creator, creation and execution; RateLimit-* headers come with every answer;
 * a group or project that may not be read still shows its name beside a runner.
 * `newer`: a seed, for a server newer than any known.
 */
export function describeGitlab({gitlab, edition, newer}) {
  const {number, grown} = newer === null ? VERSIONS[gitlab] : {number: `20.${newer % 12}.1`, grown: true};
  const enterprise = edition === 'ee';
  const kas = {enabled: false, externalUrl: null, externalK8sProxyUrl: null, version: null};
  return {line: newer === null ? gitlab : NEWEST, newer, grown, enterprise, version: enterprise ? `${number}-ee` : number,
    revision: 'abc123def45', kas};
}
