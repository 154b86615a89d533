// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens and what they open, on GraphQL and REST.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';

const NO_RESOURCE = 'The resource that you are attempting to access does not exist or you don\'t have permission to perform'
  + ' this action';
const message = text => ({errors: [{message: text}]});
const ME = '{ currentUser { id username type bot human state } }';

test('a token is taken from PRIVATE-TOKEN, Bearer and the query string', async t => {
  const client = await startFor(t);
  const nobody = client.as(null);
  const ask = async (path, headers) => (await nobody.fetch(path, {method: 'POST', body: JSON.stringify({query: ME}),
    headers: {'Content-Type': 'application/json', ...headers}})).body.data.currentUser?.username;
  assert.equal(await ask('/api/graphql', {'PRIVATE-TOKEN': client.token}), 'root');
  assert.equal(await ask('/api/graphql', {Authorization: `Bearer ${client.token}`}), 'root');
  assert.equal(await ask(`/api/graphql?private_token=${client.token}`, {}), 'root');
  assert.equal(await ask('/api/graphql', {}), undefined);
});

test('a bad token is refused on GraphQL', async t => {
  const client = await startFor(t);
  for (const token of ['nonsense', 'glpat-simulator-expired', 'glpat-simulator-revoked', 'glpat-simulator-read-user']) {
    const {status, body} = await client.as(token).post('/api/graphql', {query: ME});
    assert.equal(status, 401);
    assert.deepEqual(body, message('Invalid token'));
  }
  const {status, body} = await client.as('glpat-simulator-blocked').post('/api/graphql', {query: ME});
  assert.equal(status, 403);
  assert.deepEqual(body, message('API not accessible for user'));
});

test('who is no administrator gets no list and sees instance runners only', async t => {
  const client = await startFor(t);
  const {runners} = await client.data('{ runners { nodes { id runnerType } } }');
  const idOf = type => runners.nodes.find(({runnerType}) => runnerType === type).id;
  for (const token of ['glpat-simulator-user', null]) {
    const answer = await client.as(token).query('{ runners { count } metadata { version } }');
    assert.equal(answer.data.runners, null);
    assert.deepEqual(answer.errors[0].path, ['runners']);
    assert.equal(answer.errors[0].message, NO_RESOURCE);
    assert.equal(answer.data.metadata?.version, token ? '18.10.1-ee' : undefined);
  }
  const user = client.as('glpat-simulator-user');
  const detail = `query($id: CiRunnerID!) { runner(id: $id) {
    adminUrl tokenExpiresAt userPermissions { readRunner updateRunner } } }`;
  assert.deepEqual((await user.data(detail, {id: idOf('INSTANCE_TYPE')})).runner,
    {adminUrl: null, tokenExpiresAt: null, userPermissions: {readRunner: true, updateRunner: false}});
  assert.equal((await user.data(detail, {id: idOf('GROUP_TYPE')})).runner, null);
  assert.equal((await client.data(detail, {id: 'gid://gitlab/Ci::Runner/999999'})).runner, null);
});

test('REST tells of the instance, the user and the token', async t => {
  const client = await startFor(t, {base: '/gitlab'});
  const get = async (path, token = client.token) => client.as(token).fetch(`/api/v4${path}`);
  for (const path of ['/version', '/metadata']) {
    const {body} = await get(path);
    assert.deepEqual([body.version, body.enterprise, body.kas.enabled], ['18.10.1-ee', true, false]);
  }
  assert.equal((await get('/user')).body.is_admin, true);
  assert.equal('is_admin' in (await get('/user', 'glpat-simulator-user')).body, false);
  const own = (await get('/personal_access_tokens/self')).body;
  assert.deepEqual([own.scopes, own.active, own.expires_at], [['read_api', 'read_user'], true, null]);
  assert.equal((await get('/user', 'glpat-simulator-read-user')).status, 200);
  assert.deepEqual((await get('/user', null)).body, {message: '401 Unauthorized'});
  assert.match((await get('/user', 'glpat-simulator-expired')).body.error_description, /expired/);
  assert.match((await get('/user', 'glpat-simulator-revoked')).body.error_description, /revoked/);
  assert.deepEqual((await get('/nothing')).body, {error: '404 Not Found'});
});

test('web pages lead to the sign-in page or are not found', async t => {
  const client = await startFor(t, {base: '/gitlab'});
  const {origin, baseUrl} = client.simulator;
  for (const path of ['', '/', '/admin/runners/1']) {
    const {status, headers} = await client.fetch(path);
    assert.deepEqual([status, headers.get('location')], [302, `${baseUrl}/users/sign_in`]);
  }
  assert.match((await client.fetch('/users/sign_in')).body, /Sign in/);
  for (const url of [`${origin}/api/graphql`, `${origin}/`, `${baseUrl}/nothing`]) {
    const {status, headers} = await client.fetch(url);
    assert.equal(status, 404);
    assert.match(headers.get('content-type'), /^text\/html/);
  }
});
