// SPDX-License-Identifier: GPL-3.0-or-later
// Makes runners: who owns them, what they may do, how often they call.
import {DAY, HOUR, makeRhythm} from './contact.mjs';
import {Random, mix} from './random.mjs';
import {describe, pickNote, pickTags} from './texts.mjs';
import {pickVersion} from './versions.mjs';

const SPAN = 6 * 365 * DAY;
/** Of a hundred runners. */
export const USUAL_MIX = {instance: 12, group: 38, project: 50};
/** A script registers this many within one second. */
const BULK = 250;
const TOKEN_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PHASES = {INSTANCE_TYPE: 't1_', GROUP_TYPE: 't2_', PROJECT_TYPE: 't3_'};

const typesOf = ({instance, group, project}) => {
  const all = instance + group + project;
  return [[instance / all, 'INSTANCE_TYPE'], [group / all, 'GROUP_TYPE'], [project / all, 'PROJECT_TYPE']];
};

/** The last tenth of a fleet is a few weeks old; now and then two are created in the same instant, in bulk hundreds are. */
function creationTime(index, count, {start, bulk}) {
  const together = index % 25 === 24 ? index - 1 : index;
  const place = bulk ? index - index % BULK : together;
  const youth = 1 - (place + 1) / (count + 1);
  return Math.round(start - SPAN * youth * youth - HOUR);
}

function owners(random, type, index, places) {
  if (type === 'INSTANCE_TYPE') return {group: null, projects: null};
  if (type === 'GROUP_TYPE') return {group: random.pick(places.groups), projects: null};
  const more = index % 300 === 59 ? random.between(100, 150) : random.chance(0.12) ? random.between(1, 11) : 0;
  const chosen = new Set([random.pick(places.projects)]);
  for (let i = 0; i < more; i += 1) chosen.add(random.pick(places.projects));
  return {group: null, projects: [...chosen]};
}

function creator(random, people) {
  if (random.chance(0.45)) return {creationMethod: 'REGISTRATION_TOKEN', creator: null};
  const who = random.weighted([[0.72, people.people], [0.12, people.bots], [0.08, people.services], [0.08, null]]);
  return {creationMethod: 'AUTHENTICATED_USER', creator: who === null ? null : random.pick(who)};
}

const NOT_HEARD = {hearEvery: 0, recordEvery: 0, heardFrom: 0, lastContact: null};
const gone = time => ({...NOT_HEARD, lastContact: Math.round(time)});

/** One of: alive, offline for hours or days, silent for long (stale), never heard of. */
function life(random, index, createdAt, start) {
  const age = start - createdAt;
  const old = age > 8 * DAY;
  const kind = index % 60 === 17 ? 'alive' : random.weighted(old
    ? [[0.7, 'alive'], [0.08, 'offline'], [0.18, 'stale'], [0.04, 'never']]
    : [[0.65, 'alive'], [0.1, 'offline'], [0.25, 'never']]);
  if (kind === 'alive') return {...NOT_HEARD, ...makeRhythm(random, start)};
  if (kind === 'never') return NOT_HEARD;
  if (kind === 'stale') return gone(start - 7 * DAY - random.next() ** 2 * (age - 7 * DAY));
  return gone(Math.max(start - 2.2 * HOUR - random.next() * 6 * DAY, createdAt));
}

/** Managers of a runner silent for 7 days are removed in the end (stale_managers_cleanup_service.rb). */
function managers(random, index, times, start) {
  const never = !times.hearEvery && times.lastContact === null;
  const stale = !times.hearEvery && start - times.lastContact >= 7 * DAY;
  if (never || (stale && random.chance(0.7))) return {managerCount: 0, liveManagers: 0};
  if (index % 60 === 17) {
    const managerCount = random.between(30, 600);
    return {managerCount, liveManagers: Math.ceil(managerCount * 0.07)};
  }
  const managerCount = random.chance(0.2) ? random.between(2, 10) : 1;
  return {managerCount, liveManagers: times.hearEvery ? random.between(1, managerCount) : 0};
}

function versions(random, managerCount) {
  if (managerCount === 0) return [];
  const wanted = managerCount > 1 && random.chance(0.4) ? Math.min(managerCount, 3) : 1;
  return [...new Set(Array.from({length: wanted}, () => pickVersion(random)))];
}

function settings(random, index, type) {
  const tags = pickTags(random, index);
  return {
    tags, runUntagged: tags.length === 0 || random.chance(0.3), locked: random.chance(type === 'PROJECT_TYPE' ? 0.7 : 0.1),
    paused: random.chance(0.09), accessLevel: random.chance(0.12) ? 'REF_PROTECTED' : 'NOT_PROTECTED',
    maximumTimeout: random.chance(0.2) ? random.pick([600, 1800, 3600, 7200, 86400]) : null,
    maintenanceNote: pickNote(random),
  };
}

// app/models/ci/runner.rb: glrt- for created ones, glrtr- for registered ones, then the type, then short_sha
function token(random, type, method) {
  const prefix = method === 'AUTHENTICATED_USER' ? 'glrt-' : 'glrtr-';
  const secret = random.text(TOKEN_LETTERS, 20);
  return {token: `${prefix}${PHASES[type]}${secret}`, shortSha: secret.slice(0, 8)};
}

function jobs(random, times) {
  const heard = times.hearEvery > 0 || times.lastContact !== null;
  if (!heard || random.chance(0.35)) return {jobCount: 0, busy: 0};
  return {jobCount: Math.min(1001, Math.round(1 + random.next() ** 4 * 4000)), busy: times.hearEvery ? random.next() ** 3 : 0};
}

/** A runner that was just created, by a person, and has not called yet. */
export function makeNewRunner(world, index, id, now) {
  const random = new Random(world.seed, 404, id);
  const type = random.weighted(typesOf(world.mix));
  return {
    id, key: mix(world.seed, 404, id), type, ...owners(random, type, 1, world.places), description: `new-runner-${id}`,
    createdAt: now, creationMethod: 'AUTHENTICATED_USER', creator: world.people.admin, creationState: 'STARTED',
    ...NOT_HEARD, ...settings(random, 1, type), paused: false, ...token(random, type, 'AUTHENTICATED_USER'),
    tokenExpiresAt: null, jobCount: 0, busy: 0, managerCount: 0, liveManagers: 0, versions: [], firstManagerId: 0,
  };
}

/** One that is heard every few seconds and takes any job it may, as far as `properties` say nothing else. */
export function makeLiveRunner(world, id, now, {managerCount = 1, ...properties}) {
  const created = now - 60 * DAY;
  const firstManagerId = world.nextManagerId;
  world.nextManagerId += managerCount;
  return {
    ...makeNewRunner(world, 0, id, created), runUntagged: false, locked: false, accessLevel: 'NOT_PROTECTED', maintenanceNote: null,
    maximumTimeout: null, creationState: 'FINISHED', hearEvery: 5000, recordEvery: 45 * 60000, heardFrom: created,
    managerCount, liveManagers: managerCount, versions: ['18.10.1'], firstManagerId, ...properties,
  };
}

export function makeRunner(world, index, count, firstManagerId) {
  const random = new Random(world.seed, 303, index);
  const type = random.weighted(typesOf(world.mix));
  const createdAt = creationTime(index, count, world);
  const times = life(random, index, createdAt, world.start);
  const origin = creator(random, world.people);
  const never = !times.hearEvery && times.lastContact === null;
  const pool = managers(random, index, times, world.start);
  return {
    id: index + 1 + Math.floor(index / 10), key: mix(world.seed, 303, index), type,
    ...owners(random, type, index, world.places), description: describe(random, index), createdAt, ...origin,
    creationState: never && origin.creationMethod === 'AUTHENTICATED_USER' ? 'STARTED' : 'FINISHED',
    ...times, ...settings(random, index, type), ...token(random, type, origin.creationMethod),
    tokenExpiresAt: random.chance(0.15) ? world.start + random.between(-20, 300) * DAY : null,
    ...jobs(random, times), ...pool, versions: versions(random, pool.managerCount), firstManagerId,
  };
}
