// SPDX-License-Identifier: GPL-3.0-or-later
// <base>/api/v4: finds the endpoint, lets in whoever may come, answers in JSON.
import {hasScope, mayUseApi} from '../access.mjs';
import {json} from '../http/replies.mjs';
import {metadata, ownToken, user} from './instance.mjs';
import {cancel, projectJob, projectJobs, retry, runnerJobs} from './jobs.mjs';
import {allGroupMembers, allProjectMembers, groupMembers, projectMembers} from './members.mjs';
import {Parameters, Refusal} from './parameters.mjs';
import {group, groups, project, projects} from './places.mjs';
import {allRunners, groupRunners, managedRunners, managers, projectRunners, runner, runnerProjects} from './runners.mjs';

const WRITE = ['api'];
const READ = ['api', 'read_api'];
const SELF = [...READ, 'read_user'];
const RUNNER = [...READ, 'manage_runner'];

/** [path, scopes of which one is enough, endpoint, method]; `:id` is a number or an encoded path. */
const ENDPOINTS = [
  ['/version', SELF, metadata], ['/metadata', SELF, metadata], ['/user', SELF, user],
  ['/personal_access_tokens/self', [...SELF, 'manage_runner', 'create_runner'], ownToken],
  ['/runners', READ, managedRunners], ['/runners/all', READ, allRunners],
  ['/runners/:id', RUNNER, runner], ['/runners/:id/managers', RUNNER, managers], ['/runners/:id/jobs', RUNNER, runnerJobs],
  ['/runners/:id/projects', RUNNER, runnerProjects],
  ['/groups', READ, groups], ['/groups/:id', READ, group], ['/groups/:id/runners', READ, groupRunners],
  ['/projects', READ, projects], ['/projects/:id', READ, project], ['/projects/:id/runners', READ, projectRunners],
  ['/groups/:id/members', READ, groupMembers], ['/groups/:id/members/all', READ, allGroupMembers],
  ['/projects/:id/members', READ, projectMembers], ['/projects/:id/members/all', READ, allProjectMembers],
  ['/projects/:id/jobs', READ, projectJobs], ['/projects/:id/jobs/:job', READ, projectJob],
  ['/projects/:id/jobs/:job/cancel', WRITE, cancel, 'POST'], ['/projects/:id/jobs/:job/retry', WRITE, retry, 'POST'],
].map(([path, scopes, answer, method = 'GET']) => ({pattern: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`), scopes, answer,
  method}));

/** Grape names no charset, and there are clients that count on it. */
const reply = (status, content, headers) => json(status, content, {'Content-Type': 'application/json', ...headers});

function route(path) {
  for (const {pattern, ...endpoint} of ENDPOINTS) {
    const match = pattern.exec(path);
    if (match) return {...endpoint, id: match[1], job: match[2]};
  }
  return null;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, {error: 'id is invalid'});
  }
}

function checkToken({identity: {entry, user: owner}, now}, scopes, access) {
  if (entry === null) throw new Refusal(401, {message: '401 Unauthorized'});
  const why = entry.revoked ? 'Token was revoked. You have to re-authorize from the user.'
    : access.isExpired(entry, now) ? 'Token is expired. You can either do re-authorization or token refresh.' : null;
  if (why) throw new Refusal(401, {error: 'invalid_token', error_description: why});
  if (!mayUseApi(owner)) throw new Refusal(403, {message: '403 Forbidden - Your account has been blocked.'});
  if (!hasScope(entry, scopes)) {
    throw new Refusal(403, {error: 'insufficient_scope', scope: scopes.join(' '),
      error_description: 'The request requires higher privileges than provided by the access token.'});
  }
}

/** `call` is {identity, rights, fleet, listing, instance, jobs, jobCalls, baseUrl, now}; `path` what follows /api/v4. */
export function answerRest({method, path, parameters}, call, access) {
  const endpoint = route(path);
  if (endpoint === null) return reply(404, {error: '404 Not Found'});
  if ((method === 'HEAD' ? 'GET' : method) !== endpoint.method) return reply(405, {error: '405 Not Allowed'});
  try {
    checkToken(call, endpoint.scopes, access);
    const {content, headers, status = 200} = endpoint.answer({...call, parameters: new Parameters(parameters),
      id: endpoint.id && decoded(endpoint.id), job: endpoint.job, url: `${call.baseUrl}/api/v4${path}`});
    return reply(status, content, headers);
  } catch (error) {
    if (error instanceof Refusal) return reply(error.status, error.content);
    throw error;
  }
}
