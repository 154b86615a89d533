// SPDX-License-Identifier: GPL-3.0-or-later
// The states of a job and what they mean (app/models/concerns/ci/has_status.rb), in the order of CommitStatus::AVAILABLE_STATUSES.

export const STATUSES = ['CREATED', 'WAITING_FOR_RESOURCE', 'PREPARING', 'WAITING_FOR_CALLBACK', 'PENDING', 'RUNNING', 'SUCCESS',
  'FAILED', 'CANCELING', 'CANCELED', 'SKIPPED', 'MANUAL', 'SCHEDULED'];

const ACTIVE = new Set(['WAITING_FOR_RESOURCE', 'PREPARING', 'WAITING_FOR_CALLBACK', 'PENDING', 'RUNNING']);
const CANCELABLE = new Set([...ACTIVE, 'CREATED', 'SCHEDULED']);
const EXECUTING = new Set(['RUNNING', 'CANCELING']);
const ENDED = new Set(['SUCCESS', 'FAILED', 'CANCELED', 'SKIPPED']);

export const isActive = ({status}) => ACTIVE.has(status);
export const isCancelable = ({status}) => CANCELABLE.has(status);
export const isExecuting = ({status}) => EXECUTING.has(status);
export const hasEnded = ({status}) => ENDED.has(status);
export const isRetryable = job => !job.retried && ['SUCCESS', 'FAILED', 'CANCELED'].includes(job.status);
export const isPlayable = ({status}) => status === 'MANUAL' || status === 'SCHEDULED';

/** The state of a pipeline, from its jobs that count (lib/gitlab/ci/status/composite.rb), shortened. */
export function pipelineStatus({jobs}) {
  const counted = jobs.filter(({retried}) => !retried);
  const has = (...wanted) => counted.some(({status}) => wanted.includes(status));
  if (has('RUNNING', 'CANCELING')) return 'RUNNING';
  if (has('WAITING_FOR_RESOURCE')) return 'WAITING_FOR_RESOURCE';
  if (has('PENDING')) return has('SUCCESS', 'FAILED', 'CANCELED') ? 'RUNNING' : 'PENDING';
  if (has('CREATED')) return has('SUCCESS', 'FAILED', 'CANCELED') ? 'RUNNING' : 'CREATED';
  if (counted.some(({status, allowFailure}) => status === 'FAILED' && !allowFailure)) return 'FAILED';
  if (has('CANCELED')) return 'CANCELED';
  if (has('MANUAL') && !has('SUCCESS', 'FAILED')) return 'MANUAL';
  return has('SUCCESS', 'FAILED', 'MANUAL') ? 'SUCCESS' : 'SKIPPED';
}
