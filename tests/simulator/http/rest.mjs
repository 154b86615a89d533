// SPDX-License-Identifier: GPL-3.0-or-later
// The REST endpoints about the instance and its caller (lib/api/metadata.rb, lib/api/users.rb).
import {hasScope, mayUseApi} from '../access.mjs';
import {json} from './replies.mjs';

const iso = time => time === null ? null : new Date(time).toISOString();

function metadata({instance}) {
  return {version: instance.version, revision: instance.revision, kas: instance.kas, enterprise: instance.enterprise};
}

function user({identity, baseUrl}) {
  const {id, username, name, state, bot, admin, createdAt} = identity.user;
  return {id, username, name, state, locked: false, avatar_url: null, web_url: `${baseUrl}/${username}`,
    created_at: iso(createdAt), bot, ...(admin ? {is_admin: true} : {})};
}

function ownToken({identity, now}) {
  const {id, name, revoked, createdAt, scopes, expiresAt} = identity.entry;
  return {id, name, revoked, created_at: iso(createdAt), description: null, scopes, user_id: identity.user.id,
    last_used_at: iso(now), active: true, expires_at: iso(expiresAt)?.slice(0, 10) ?? null};
}

const ENDPOINTS = {'/version': metadata, '/metadata': metadata, '/user': user, '/personal_access_tokens/self': ownToken};
const SCOPES = ['api', 'read_api', 'read_user'];

function unauthorized({identity: {entry}, now}, access) {
  if (entry === null) return json(401, {message: '401 Unauthorized'});
  const why = entry.revoked ? 'Token was revoked. You have to re-authorize from the user.'
    : access.isExpired(entry, now) ? 'Token is expired. You can either do re-authorization or token refresh.' : null;
  return why && json(401, {error: 'invalid_token', error_description: why});
}

/** `call` is {identity, instance, baseUrl, now}; `path` what follows /api/v4. */
export function answerRest(method, path, call, access) {
  const endpoint = ENDPOINTS[path];
  if (endpoint === undefined) return json(404, {error: '404 Not Found'});
  if (method !== 'GET' && method !== 'HEAD') return json(405, {error: '405 Not Allowed'});
  const refusal = unauthorized(call, access);
  if (refusal) return refusal;
  if (!mayUseApi(call.identity.user)) return json(403, {message: '403 Forbidden - Your account has been blocked.'});
  if (!hasScope(call.identity.entry, SCOPES)) {
    return json(403, {error: 'insufficient_scope', scope: SCOPES.join(' '),
      error_description: 'The request requires higher privileges than provided by the access token.'});
  }
  return json(200, endpoint(call));
}
