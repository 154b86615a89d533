// SPDX-License-Identifier: GPL-3.0-or-later
// When a runner or manager was last heard of, and the status that follows.
//
// A subject has `lastContact` (null: never; a fixed time: gone since) or, while it lives, `heardFrom` (first contact),
// `hearEvery` (a request that reaches Rails) and `recordEvery` (a multiple of it, when the database row is rewritten).

export const MINUTE = 60000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

// app/models/ci/runner.rb: ONLINE_CONTACT_TIMEOUT, STALE_TIMEOUT
const ONLINE_FOR = 2 * HOUR;
const STALE_AFTER = 7 * DAY;

const lastStep = (from, every, now) => from + Math.max(0, Math.floor((now - from) / every)) * every;

/** What the fields show: the time in the cache (app/models/concerns/ci/has_runner_status.rb). */
export function seenAt(subject, now) {
  return subject.hearEvery ? lastStep(subject.heardFrom, subject.hearEvery, now) : subject.lastContact;
}

/** What filters and sorting use: the database column, up to 55 minutes behind (UPDATE_CONTACT_COLUMN_EVERY). */
export function recordedAt(subject, now) {
  return subject.hearEvery ? lastStep(subject.heardFrom, subject.recordEvery, now) : subject.lastContact;
}

/** A rhythm of contact: most are heard every few seconds, one in four only when long polling ends. */
export function makeRhythm(random, now) {
  const hearEvery = random.chance(0.25) ? random.between(2, 50) * MINUTE : random.between(3, 60) * 1000;
  const recordEvery = rewriteEvery(random, hearEvery);
  return {hearEvery, recordEvery, heardFrom: now - random.below(recordEvery)};
}

/** One that is heard only at moments when the other is heard too. */
export function makeSlowerRhythm(random, {hearEvery, heardFrom}) {
  const most = Math.max(1, Math.min(20, Math.floor(50 * MINUTE / hearEvery)));
  const slower = hearEvery * random.between(1, most);
  return {hearEvery: slower, recordEvery: rewriteEvery(random, slower), heardFrom};
}

/** How often the row is rewritten: a random 40 to 55 minutes, in whole contacts. */
function rewriteEvery(random, hearEvery) {
  const patience = random.between(40, 55) * MINUTE;
  return Math.max(1, Math.floor(patience / hearEvery)) * hearEvery;
}

/** The field `status`, first match wins (app/models/concerns/ci/has_runner_status.rb). */
export function status(subject, now) {
  const contact = seenAt(subject, now);
  if (now - Math.max(subject.createdAt, contact ?? 0) >= STALE_AFTER) return 'STALE';
  if (subject.creationState === 'STARTED') return 'NEVER_CONTACTED';
  return contact !== null && now - contact < ONLINE_FOR ? 'ONLINE' : 'OFFLINE';
}

const FILTERS = {
  ONLINE: (subject, contact, now) => contact !== null && now - contact < ONLINE_FOR,
  OFFLINE: (subject, contact, now) => contact !== null && now - contact >= ONLINE_FOR,
  NEVER_CONTACTED: (subject, contact) => contact === null,
  STALE: (subject, contact, now) => now - subject.createdAt >= STALE_AFTER
    && (contact === null || now - contact >= STALE_AFTER),
  // deprecated, gone since 18.0
  ACTIVE: subject => !subject.paused,
  PAUSED: subject => subject.paused,
};

/** The filter `status:`, a condition on the database row that overlaps with others; one of a newer server is what is shown. */
export function matchesStatus(subject, wanted, now) {
  return FILTERS[wanted]?.(subject, recordedAt(subject, now), now) ?? subject.shown?.CiRunnerStatus === wanted;
}
