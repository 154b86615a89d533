// SPDX-License-Identifier: GPL-3.0-or-later
// jobCancel and jobRetry (app/graphql/mutations/ci/job). A token that may only read changes nothing.
import {cancelJob, retryJob} from '../jobs/changes.mjs';
import {noResource} from './errors.mjs';

function permittedJob(id, {jobs, rights, mayWrite}) {
  const job = jobs.lists.find(id);
  if (job === null || !mayWrite || !rights.mayReadBuilds(job.project) || !rights.mayUpdateBuild(job)) throw noResource();
  return job;
}

/** A job that cannot be canceled comes back as it is, without an error. */
export function jobCancel(_, {input}, context) {
  const job = cancelJob(context.jobs, permittedJob(input.id, context));
  return {clientMutationId: input.clientMutationId, job, errors: []};
}

export function jobRetry(_, {input}, context) {
  const job = retryJob(context.jobs, permittedJob(input.id, context), context.user);
  return {clientMutationId: input.clientMutationId, job, errors: job === null ? ['Job is not retryable'] : []};
}
