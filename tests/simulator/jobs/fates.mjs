// SPDX-License-Identifier: GPL-3.0-or-later
// How a job will end once a runner has it: after how long, and with which failure if any. It depends on a number, and on a
// runner that is broken.
import {MINUTE} from '../fleet/contact.mjs';
import {Random} from '../fleet/random.mjs';

const SECOND = 1000;
const FAILS = 0.1;
const FAILURES = [[0.66, 'script_failure'], [0.12, 'runner_system_failure'], [0.07, 'job_execution_timeout'], [0.05, 'api_failure'],
  [0.04, 'missing_dependency_failure'], [0.03, 'runner_unsupported'], [0.02, 'trace_size_exceeded'], [0.01, 'unknown_failure']];

/** {duration, reason}; the reason is null for a success. */
export function makeFate(seed, key, job) {
  const random = new Random(seed, 503, key);
  if (job.runner.breaks) return {duration: random.between(1, 3) * SECOND, reason: 'runner_system_failure'};
  const duration = job.lasts ?? Math.round(15 * SECOND + random.next() ** 2 * 18 * MINUTE);
  const reason = random.chance(FAILS) ? random.weighted(FAILURES) : null;
  return {duration, reason: job.lasts === null ? reason : null};
}
