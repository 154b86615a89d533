// SPDX-License-Identifier: GPL-3.0-or-later
// Troubles on demand, rate limits and statistics.
import assert from 'node:assert/strict';
import http from 'node:http';
import {test} from 'node:test';
import {NOW, startFor} from '../support/client.mjs';

const QUERY = 'query Version { metadata { version } }';
const version = client => client.post('/api/graphql', {query: QUERY});

async function withFault(t, fault) {
  const client = await startFor(t);
  const {status} = await client.control('faults', [fault]);
  assert.equal(status, 200);
  return client;
}

/** Status, headers, text and how it ended, read without a helper that hides the end. */
function raw(client) {
  return new Promise(done => {
    const request = http.request(`${client.simulator.baseUrl}/api/graphql`, {method: 'POST', agent: false,
      headers: {'PRIVATE-TOKEN': client.token, 'Content-Type': 'application/json'}}, response => {
      let text = '';
      response.on('data', part => { text += part; });
      const end = () => done({status: response.statusCode, headers: response.headers, text, complete: response.complete});
      response.on('end', end).on('error', end);
    });
    request.on('error', error => done({error: error.code}));
    request.end(JSON.stringify({query: QUERY}));
  });
}

test('status: 429, 5xx with a page, and texts of one\'s own', async t => {
  const client = await startFor(t);
  const answer = async fault => {
    await client.control('faults', [{kind: 'status', ...fault}]);
    const {status, headers, body} = await version(client);
    return [status, headers.get('content-type'), headers.get('retry-after'), body];
  };
  assert.deepEqual(await answer({status: 429, retryAfter: 7}), [429, 'text/plain', '7', 'Retry later\n']);
  const [status, type, , page] = await answer({status: 502});
  assert.deepEqual([status, type], [502, 'text/html; charset=utf-8']);
  assert.match(page, /<h1>502/);
  assert.deepEqual((await answer({status: 500}))[3], {errors: [{message: 'Internal server error'}]});
  assert.deepEqual(await answer({status: 418, body: 'tea', contentType: 'text/tea'}), [418, 'text/tea', null, 'tea']);
});

test('close gives no answer, cut half of one', async t => {
  const client = await withFault(t, {kind: 'close'});
  assert.deepEqual(await raw(client), {error: 'ECONNRESET'});
  await client.control('faults', [{kind: 'cut'}]);
  const {status, text, complete, headers} = await raw(client);
  assert.deepEqual([status, complete], [200, false]);
  assert.equal(text.length, Math.ceil(headers['content-length'] / 2));
});

test('bodies that are not what they should be', async t => {
  const client = await startFor(t);
  const body = async kind => {
    await client.control('faults', [{kind, bytes: 200000}]);
    const {text, complete, headers, status} = await raw(client);
    assert.ok(complete && status === 200, kind);
    return {text, type: headers['content-type']};
  };
  const login = await body('html');
  assert.match(login.type, /^text\/html/);
  for (const kind of ['bad-json', 'truncated']) {
    const {text, type} = await body(kind);
    assert.match(type, /^application\/json/);
    assert.throws(() => JSON.parse(text), kind);
  }
  assert.equal(JSON.parse((await body('wrong-json')).text).data.runners, 'none');
  assert.ok((await body('deep-json')).text.startsWith('{"data":[[[[['));
  assert.ok((await body('huge-json')).text.length > 200000);
  await client.control('faults', []);
  assert.deepEqual((await version(client)).status, 200);
});

test('endless goes on until the reader leaves', async t => {
  const client = await withFault(t, {kind: 'endless'});
  const size = await new Promise(done => {
    const request = http.request(`${client.simulator.baseUrl}/api/graphql`, {method: 'POST'}, response => {
      let read = 0;
      response.on('data', part => {
        read += part.length;
        if (read > 1000000) response.destroy();
      }).on('close', () => done(read));
    });
    request.end();
  });
  assert.ok(size > 1000000);
  await client.control('faults', []);
  assert.equal((await version(client)).status, 200);
});

test('redirect goes elsewhere, delay and slow-trickle take their time', async t => {
  const client = await withFault(t, {kind: 'redirect', status: 307, location: 'http://other.example/'});
  const {status, headers} = await version(client);
  assert.deepEqual([status, headers.get('location')], [307, 'http://other.example/']);
  const duration = async fault => {
    await client.control('faults', [fault]);
    const begun = performance.now();
    assert.equal((await version(client)).body.data.metadata.version, '18.10.1-ee');
    return performance.now() - begun;
  };
  assert.ok(await duration({kind: 'delay', milliseconds: 120}) >= 115);
  assert.ok(await duration({kind: 'slow-trickle', bytes: 10, milliseconds: 20}) >= 60);
});

test('a fault waits, repeats and matches an operation or a path', async t => {
  const client = await withFault(t, {kind: 'status', status: 503, match: 'Version', after: 1, times: 2});
  const other = () => client.post('/api/graphql', {query: 'query Other { metadata { version } }'});
  const statuses = [];
  for (let i = 0; i < 5; i += 1) statuses.push((await version(client)).status, (await other()).status);
  assert.deepEqual(statuses, [200, 200, 503, 200, 503, 200, 200, 200, 200, 200]);
  await client.control('faults', [{kind: 'status', status: 500, match: '/api/v4'}]);
  assert.deepEqual([(await client.fetch('/api/v4/user')).status, (await version(client)).status], [500, 200]);
});

test('a bad fault is refused and changes nothing', async t => {
  const client = await startFor(t);
  for (const list of [{}, [{kind: 'nothing'}], [{kind: 'status', status: 'x'}], [{kind: 'close', more: 1}], [null]]) {
    const {status, body} = await client.control('faults', list);
    assert.equal(status, 422);
    assert.equal(typeof body.error, 'string');
  }
  assert.equal((await version(client)).status, 200);
});

test('rate limits: headers only when switched on, then 429 until the minute is over', async t => {
  const client = await startFor(t);
  assert.equal((await version(client)).headers.get('ratelimit-limit'), null);
  await client.control('rate-limit', {limit: 2});
  const told = ({headers}) => ['limit', 'name', 'observed', 'remaining', 'reset'].map(name => headers.get(`ratelimit-${name}`));
  const end = String(NOW / 1000 + 60);
  assert.deepEqual(told(await version(client)), ['2', 'throttle_authenticated_api', '1', '1', end]);
  const last = await client.fetch('/api/v4/user');
  assert.deepEqual([last.status, ...told(last)], [200, '2', 'throttle_authenticated_api', '2', '0', end]);
  const refused = await version(client);
  assert.deepEqual([refused.status, refused.body, refused.headers.get('retry-after')], [429, 'Retry later\n', '60']);
  assert.equal(refused.headers.get('ratelimit-resettime'), new Date(NOW + 60000).toUTCString());
  assert.equal((await version(client.as('glpat-simulator-user'))).status, 200);
  await client.control('clock', {advance: 60});
  assert.equal((await version(client)).status, 200);
});

test('statistics name operations, count what is in flight and keep no token', async t => {
  const client = await startFor(t, {delay: 30});
  await Promise.all([version(client), version(client), client.query([{query: QUERY}, {query: '{ __typename }'}])]);
  const {body} = await client.control('stats');
  assert.deepEqual([body.requests, body.queries, body.maxInFlight], [3, 4, 3]);
  assert.deepEqual(body.byOperation, {Version: 3, anonymous: 1});
  assert.deepEqual([body.lastCredential, body.byStatus], ['private-token', {200: 3}]);
  assert.ok(!JSON.stringify(body).includes(client.token));
  await client.control('stats/reset', {});
  assert.equal((await client.control('stats')).body.requests, 0);
});
