// SPDX-License-Identifier: GPL-3.0-or-later
// What REST shows of jobs (lib/api/entities/ci/job_basic.rb, job.rb) and members (lib/api/entities/member.rb).
import {managerOf, pathOf, queuedDurationOf, runnerOf} from '../graphql/job-fields.mjs';
import {pipelineStatus} from '../jobs/statuses.mjs';
import {iso, managerEntry, runnerEntry, userBasic} from './entities.mjs';

const seconds = (from, to) => from === null ? null : (to - from) / 1000;

function pipelineEntry(pipeline, {baseUrl}) {
  const {id, iid, project, sha, ref, source, createdAt} = pipeline;
  return {id, iid, project_id: project.id, sha, ref, status: pipelineStatus(pipeline).toLowerCase(), source,
    created_at: iso(createdAt), updated_at: iso(createdAt), web_url: `${baseUrl}/${project.fullPath}/-/pipelines/${id}`};
}

const commitEntry = ({pipeline: {sha, createdAt, user}}) => ({id: sha, short_id: sha.slice(0, 8), created_at: iso(createdAt),
  title: 'Change something', message: 'Change something\n', author_name: user.name});

function runnerPart(job, call) {
  const runner = runnerOf(job, call);
  if (runner === null) return {runner: null, runner_manager: null};
  const {created_by: _, created_at: __, job_execution_status: ___, ...entry} = runnerEntry(runner, call);
  const manager = managerOf(job, call);
  return {runner: entry, runner_manager: manager && managerEntry(manager, call)};
}

/** `queued_at` is not told; the reason of a failure is there for failed jobs only. */
export function jobEntry(job, call) {
  const {now, baseUrl} = call;
  return {
    id: job.id, status: job.status.toLowerCase(), stage: job.stage, name: job.name, ref: job.ref, tag: job.tag, coverage: null,
    allow_failure: job.allowFailure, created_at: iso(job.createdAt), started_at: iso(job.startedAt),
    finished_at: iso(job.finishedAt), erased_at: null, duration: seconds(job.startedAt, job.finishedAt ?? now),
    queued_duration: queuedDurationOf(job, now), user: userBasic(job.user, call), commit: commitEntry(job),
    pipeline: pipelineEntry(job.pipeline, call), ...job.status === 'FAILED' && {failure_reason: job.failureReason},
    web_url: pathOf(job, baseUrl), project: {ci_job_token_scope_enabled: false}, artifacts: [], artifacts_expire_at: null,
    archived: false, ...runnerPart(job, call), tag_list: job.tags,
  };
}

/** For a runner's jobs: basic, with the project. */
export function runnerJobEntry(job, call) {
  const {artifacts, artifacts_expire_at: _, archived, runner, runner_manager: __, tag_list: ___, ...basic} = jobEntry(job, call);
  const {id, name, path, fullPath, nameWithNamespace} = job.project;
  return {...basic, project: {id, description: null, name, name_with_namespace: nameWithNamespace, path,
    path_with_namespace: fullPath}};
}

export function memberEntry({user, level, expiresAt}, call) {
  return {...userBasic(user, call), access_level: level, created_at: iso(user.createdAt),
    expires_at: iso(expiresAt)?.slice(0, 10) ?? null, membership_state: 'active'};
}

