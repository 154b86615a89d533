// SPDX-License-Identifier: GPL-3.0-or-later
// What tests may do to the simulator: POST and GET below /-/simulator.
import {SCOPES} from '../access.mjs';
import {UnknownRunner} from '../fleet/fleet.mjs';
import {EDITIONS, LINES} from '../gitlab.mjs';
import {ACCESS_LEVELS} from '../fleet/members.mjs';
import {status} from '../fleet/contact.mjs';
import {canTake} from '../jobs/matcher.mjs';
import {SITUATIONS} from '../jobs/situations.mjs';
import {STATUSES} from '../jobs/statuses.mjs';
import {BadFault} from './faults.mjs';
import {json} from './replies.mjs';

class BadRequest extends Error {}

const need = (condition, message) => {
  if (!condition) throw new BadRequest(message);
};

function readTime(value) {
  const time = Date.parse(value);
  need(!Number.isNaN(time), `not a time: ${JSON.stringify(value)}`);
  return time;
}

function moveClock({clock}, {now, advance}) {
  need((now === undefined) !== (advance === undefined), 'give either "now" or "advance"');
  if (now !== undefined) clock.set(readTime(now));
  else {
    need(Number.isFinite(advance), '"advance" is a number of seconds');
    clock.advance(advance * 1000);
  }
  return {now: new Date(clock.now()).toISOString()};
}

function setFaults({faults}, list) {
  faults.replace(list);
  return {faults: list.length};
}

function isIdList(ids) {
  return Array.isArray(ids) && ids.every(id => Number.isSafeInteger(id));
}

function changeFleet({fleet, clock}, change) {
  const {delete: gone = [], pause = [], resume = [], describe = {}, add = 0} = change;
  need([gone, pause, resume].every(isIdList), '"delete", "pause" and "resume" are lists of numbers');
  need(Number.isSafeInteger(add) && add >= 0 && add <= 100000, '"add" is a number up to 100000');
  const texts = Object.entries(describe).map(([id, text]) => [Number(id), text]);
  need(texts.every(([, text]) => text === null || typeof text === 'string'), '"describe" gives texts by id');
  fleet.known([...gone, ...pause, ...resume, ...texts.map(([id]) => id)]);
  for (const [id, text] of texts) fleet.describe(id, text);
  if (pause.length > 0) fleet.setPaused(pause, true);
  if (resume.length > 0) fleet.setPaused(resume, false);
  if (gone.length > 0) fleet.remove(gone, clock.now());
  const added = add > 0 ? fleet.add(add, clock.now()) : [];
  return {runners: fleet.runners.length, added};
}

function knownToken(access, token) {
  const entry = access.find(token);
  need(entry !== null, 'unknown token');
  return entry;
}

const showToken = ({text, revoked, expiresAt, scopes}) =>
  ({token: text, revoked, expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(), scopes});

function changeToken({access}, {token, expiresAt, revoked, scopes}) {
  const entry = knownToken(access, token);
  need(scopes === undefined || (Array.isArray(scopes) && scopes.every(scope => SCOPES.includes(scope))),
    `"scopes" is a list of ${SCOPES.join(', ')}`);
  if (scopes !== undefined) entry.scopes = [...scopes];
  if (expiresAt !== undefined) entry.expiresAt = expiresAt === null ? null : readTime(expiresAt);
  if (revoked !== undefined) entry.revoked = Boolean(revoked);
  return showToken(entry);
}

function showMember(fleet, user) {
  const memberships = [...fleet.members.of(user)].map(([{__typename, id, fullPath}, accessLevel]) =>
    ({kind: __typename.toLowerCase(), id, fullPath, accessLevel}));
  return {username: user.username, admin: user.admin, memberships};
}

/** Makes the token's user a member of one place, ends that, or with `accessLevel` null alone ends every membership. */
function changeMember({access, fleet}, {token, place: path, accessLevel, admin}) {
  const {user} = knownToken(access, token);
  need(accessLevel === undefined || accessLevel === null || ACCESS_LEVELS.has(accessLevel),
    `"accessLevel" is null or one of ${[...ACCESS_LEVELS.keys()].join(', ')}`);
  need(admin === undefined || typeof admin === 'boolean', '"admin" is true or false');
  const place = path === undefined ? null : fleet.place(String(path));
  need(path === undefined || (place !== null && accessLevel !== undefined), 'give an "accessLevel" for a known "place"');
  need(place !== null || !accessLevel, 'give a "place" for the "accessLevel"');
  if (admin !== undefined) user.admin = admin;
  if (place !== null) fleet.members.set(user, place, accessLevel);
  else if (accessLevel === null) fleet.members.leaveAll(user);
  return showMember(fleet, user);
}

function setAdminMode({access}, {on}) {
  need(typeof on === 'boolean', '"on" is true or false');
  access.setAdminMode(on);
  return {on};
}

function setRateLimit({throttle}, {limit}) {
  need(limit === null || (Number.isSafeInteger(limit) && limit > 0), '"limit" is a number of requests a minute, or null');
  throttle.setLimit(limit);
  return {limit};
}

/** One prepared situation, at the time of the clock. */
function prepare(simulator, {name}) {
  need(SITUATIONS.includes(name), `"name" is one of ${SITUATIONS.join(', ')}`);
  return simulator.prepare(name);
}

function countJobs({jobs}) {
  const counts = STATUSES.map(name => [name, jobs.lists.withStatus(name).length]).filter(([, count]) => count > 0);
  return {now: new Date(jobs.now).toISOString(), byStatus: Object.fromEntries(counts)};
}

/** Every runner against every pending job, one by one. */
function matchJobs({jobs, fleet}) {
  const matches = jobs.lists.withStatus('PENDING').map(job => [job.id, {
    protected: job.isProtected, runners: fleet.runners.filter(runner => canTake(runner, job)).map(({id}) => id),
  }]);
  return {jobs: Object.fromEntries(matches)};
}

function setGitlab(simulator, {gitlab, edition, newer}) {
  need(gitlab === undefined || LINES.includes(gitlab), `"gitlab" is one of ${LINES.join(', ')}`);
  need(edition === undefined || EDITIONS.includes(edition), `"edition" is one of ${EDITIONS.join(', ')}`);
  need(newer === undefined || newer === null || Number.isSafeInteger(newer), '"newer" is a number or null');
  const given = Object.entries({gitlab, edition, newer}).filter(([, value]) => value !== undefined);
  simulator.become(Object.fromEntries(given));
  return {...simulator.gitlab, version: simulator.instance.version, removed: simulator.newer?.removed ?? []};
}

function countFleet({fleet, clock, newer}) {
  const now = clock.now();
  const byStatus = {};
  for (const runner of fleet.runners) {
    const name = status(runner, now);
    byStatus[name] = (byStatus[name] ?? 0) + 1;
  }
  return {runners: fleet.runners.length, now: new Date(now).toISOString(), byStatus, removed: newer?.removed ?? [],
    managers: fleet.runners.reduce((sum, runner) => sum + runner.managerCount, 0)};
}

function showStats({stats}) {
  const {requests, queries, byOperation, byPath, byStatus, inFlight, maxInFlight, lastHeaders, lastCredential} = stats;
  return {requests, queries, byOperation, byPath, byStatus, inFlight, maxInFlight, lastHeaders, lastCredential};
}

function resetStats({stats}) {
  stats.reset();
  return {};
}

const ACTIONS = {
  'POST clock': moveClock, 'POST faults': setFaults, 'POST fleet': changeFleet, 'GET fleet': countFleet,
  'POST tokens': changeToken,
  'POST members': changeMember, 'POST admin-mode': setAdminMode, 'POST gitlab': setGitlab, 'POST rate-limit': setRateLimit, 'GET stats': showStats,
  'POST stats/reset': resetStats, 'POST situations': prepare, 'GET jobs': countJobs, 'GET matches': matchJobs,
};

export function answerControl(simulator, {method, body, badBody}, action) {
  const run = ACTIONS[`${method} ${action}`];
  if (run === undefined) return json(404, {error: `no such control: ${method} ${action}`});
  try {
    need(!badBody && body !== null && typeof body === 'object', 'the body is JSON, sent as application/json');
    simulator.jobsNow();
    return json(200, run(simulator, body));
  } catch (error) {
    if (![BadRequest, BadFault, UnknownRunner].some(kind => error instanceof kind)) throw error;
    return json(422, {error: error.message});
  }
}
