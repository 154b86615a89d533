// SPDX-License-Identifier: GPL-3.0-or-later
// The endpoints about the instance and its caller (lib/api/metadata.rb, lib/api/users.rb).
import {iso, ownUser} from './entities.mjs';

export const metadata = ({instance: {version, revision, kas, enterprise}}) => ({content: {version, revision, kas, enterprise}});

export const user = call => ({content: ownUser(call.identity.user, call)});

export function ownToken({identity, now}) {
  const {id, name, revoked, createdAt, scopes, expiresAt} = identity.entry;
  return {content: {id, name, revoked, created_at: iso(createdAt), description: null, scopes, user_id: identity.user.id,
    last_used_at: iso(now), active: true, expires_at: iso(expiresAt)?.slice(0, 10) ?? null}};
}
