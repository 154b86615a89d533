// SPDX-License-Identifier: GPL-3.0-or-later
// server.mjs as a program.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const SERVER = fileURLToPath(new URL('../server.mjs', import.meta.url));

function run(t, ...options) {
  const child = spawn(process.execPath, [SERVER, '--runners', '50', ...options], {stdio: ['pipe', 'pipe', 'pipe']});
  t.after(() => child.kill('SIGKILL'));
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

async function ready(child) {
  let text = '';
  for await (const part of child.stdout) {
    text += part;
    if (text.includes('\n')) break;
  }
  assert.equal(text.indexOf('\n'), text.length - 1, 'one line');
  return JSON.parse(text);
}

test('it tells where it is, answers there, and ends on SIGTERM', {timeout: 10000}, async t => {
  const child = run(t, '--base', '/gitlab', '--token', 'secret', '--now=2026-03-25T10:00:00Z', '--frozen', '--seed', '3');
  const {url, token, runners, control, now} = await ready(child);
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/gitlab$/);
  assert.deepEqual([token, runners, now], ['secret', 50, '2026-03-25T10:00:00.000Z']);
  const {status, headers} = await fetch(`${url}/api/v4/user`, {headers: {Authorization: `Bearer ${token}`}});
  assert.deepEqual([status, headers.get('date')], [200, 'Wed, 25 Mar 2026 10:00:00 GMT']);
  assert.equal((await fetch(`${control}/stats`)).status, 200);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('it ends when its standard input is closed, if asked to', {timeout: 10000}, async t => {
  const child = run(t, '--until-stdin-closes');
  await ready(child);
  child.stdin.end();
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('version, edition, admin mode and a newer server are options', {timeout: 10000}, async t => {
  const old = await ready(run(t, '--gitlab', '17.2', '--edition', 'ce', '--admin-mode', '--maintainers-list'));
  assert.deepEqual([old.version, old.removed], ['17.2.9', undefined]);
  assert.ok(old.tokens.includes('glpat-simulator-auditor'));
  const own = await fetch(`${old.url}/api/v4/personal_access_tokens/self`, {headers: {'PRIVATE-TOKEN': old.token}});
  assert.ok((await own.json()).scopes.includes('admin_mode'));
  const newer = await ready(run(t, '--newer', '4'));
  assert.match(newer.version, /^20\.\d+\.1-ee$/);
  assert.ok(newer.removed.length >= 3);
});

test('jobs, traffic and situations are options', {timeout: 20000}, async t => {
  const {control, situations, tokens} = await ready(run(t, '--pending-jobs', '30', '--running-jobs', '5', '--finished-jobs', '20',
    '--job-rate', '6', '--situations', 'all-paused,deleted-runner', '--frozen'));
  assert.ok(tokens.length > 0);
  assert.deepEqual(situations.map(({name}) => name), ['all-paused', 'deleted-runner']);
  const {byStatus} = await (await fetch(`${control}/jobs`)).json();
  assert.deepEqual([byStatus.PENDING, byStatus.RUNNING], [31, 6]);
  assert.equal((await ready(run(t, '--situations', 'all'))).situations.length, 12);
});

test('bad options are named, with exit code 2', async t => {
  const refusals = [['--port', '99999'], ['--runners'], ['--nothing'], ['--now', 'soon'], ['--base', 'x y'], ['--frozen=1'],
    ['--gitlab', '18'], ['--edition', 'pro'], ['--newer', 'x'], ['--pending-jobs', 'many'], ['--situations', 'all-paused,none']];
  await Promise.all(refusals.map(async words => {
    const child = run(t, ...words);
    let text = '';
    child.stderr.on('data', part => { text += part; });
    const [code] = await once(child, 'close');
    assert.equal(code, 2, words.join(' '));
    assert.ok(text.includes(words[0].split('=')[0]), text);
  }));
});

test('a taken port is said', async t => {
  const {url} = await ready(run(t));
  const child = run(t, '--port', new URL(url).port);
  let text = '';
  child.stderr.on('data', part => { text += part; });
  assert.deepEqual(await once(child, 'close'), [1, null]);
  assert.match(text, /^Port \d+ cannot be used: it is taken\.\n$/);
});

test('the lock file names no host, and graphql is the only dependency', () => {
  const read = name => fs.readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
  assert.ok(!/resolved|https?:/.test(read('package-lock.json')));
  assert.deepEqual(Object.keys(JSON.parse(read('package.json')).dependencies), ['graphql']);
});
