// SPDX-License-Identifier: GPL-3.0-or-later
// What GitLab says of a failure (app/presenters/commit_status_presenter.rb).

const MESSAGES = {
  unknown_failure: 'There is an unknown failure, please try again',
  script_failure: null,
  api_failure: 'There has been an API failure, please try again',
  stuck_or_timeout_failure: 'There has been a timeout failure or the job got stuck. Check your timeout limits or try again',
  runner_system_failure: 'There has been a runner system failure, please try again',
  missing_dependency_failure: 'There has been a missing dependency failure',
  runner_unsupported: 'Your runner is outdated, please upgrade your runner',
  job_execution_timeout: 'The script exceeded the maximum execution time set for the job',
  scheduler_failure: 'The scheduler failed to assign job to the runner, please try again or contact system administrator',
  data_integrity_failure: 'There has been an unknown job problem, please contact your system administrator with the job ID to review'
    + ' the logs',
  trace_size_exceeded: 'The job log size limit was reached',
  ci_quota_exceeded: 'No more compute minutes available',
};

/** {message, short}; the message is null where there is none. */
export function failureText(reason) {
  return {message: MESSAGES[reason] ?? null, short: reason.replaceAll('_', ' ')};
}
