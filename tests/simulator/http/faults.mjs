// SPDX-License-Identifier: GPL-3.0-or-later
// Troubles on demand: what a network, a proxy or a sick server does to answers.
import {setTimeout as wait} from 'node:timers/promises';
import {errorPage, json, proxyLoginPage, redirect, text} from './replies.mjs';

const DEEP = 100000;
const HUGE = 64 * 1024 * 1024;
const PIECE = 64;
const PAUSE = 20;
const JSON_HEADERS = {'Content-Type': 'application/json; charset=utf-8'};

export class BadFault extends Error {}

function statusReply({status = 503, retryAfter, body, contentType}) {
  const headers = retryAfter === undefined ? {} : {'Retry-After': retryAfter};
  if (body !== undefined) return {status, headers: {'Content-Type': contentType ?? 'text/plain', ...headers}, body};
  if (status === 429) return text(429, 'Retry later\n', headers);
  if (status === 500) return json(500, {errors: [{message: 'Internal server error'}]}, headers);
  const page = errorPage(status);
  return {...page, headers: {...page.headers, ...headers}};
}

function* endlessPieces() {
  yield '{"data":{"runners":{"nodes":[null';
  for (;;) yield ',null'.repeat(4096);
}

function* hugePieces(size = HUGE) {
  yield '{"data":{"runners":{"nodes":["';
  const piece = 'x'.repeat(65536);
  for (let sent = 0; sent < size; sent += piece.length) yield piece;
  yield '"]}}}';
}

function* trickle(body, size = PIECE) {
  const bytes = Buffer.from(body);
  for (let sent = 0; sent < bytes.length; sent += size) yield bytes.subarray(sent, sent + size);
}

const deepReply = () => ({status: 200, headers: JSON_HEADERS, body: `{"data":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`});
const badReply = () => ({status: 200, headers: JSON_HEADERS, body: '{"data":{"runners":{"nodes":[{"id":gid}]]}'});
const truncated = reply => ({...reply, body: Buffer.from(reply.body).subarray(0, Math.floor(Buffer.byteLength(reply.body) / 2))});
const plainly = make => async (wire, fault, answer) => wire.send(await make(fault, answer, wire));

/** kind → what it does; `answer()` computes the true reply. */
const KINDS = {
  delay: plainly((fault, answer) => answer()),
  close: async wire => wire.destroy(),
  cut: async (wire, fault, answer) => wire.cut(await answer()),
  status: plainly(statusReply),
  html: plainly(proxyLoginPage),
  redirect: plainly(({status = 302, location}, answer, {baseUrl}) => redirect(status, location ?? `${baseUrl}/users/sign_in`)),
  truncated: plainly(async (fault, answer) => truncated(await answer())),
  'bad-json': plainly(badReply),
  'wrong-json': plainly(() => json(200, {data: {runners: 'none', metadata: [1, {version: true}]}, status: ['ok']})),
  'deep-json': plainly(deepReply),
  'huge-json': async (wire, fault) => wire.stream({status: 200, headers: JSON_HEADERS}, hugePieces(fault.bytes)),
  endless: async wire => wire.stream({status: 200, headers: JSON_HEADERS}, endlessPieces()),
  'slow-trickle': async (wire, fault, answer) => {
    const reply = await answer();
    await wire.stream(reply, trickle(reply.body, fault.bytes), fault.milliseconds ?? PAUSE);
  },
};

const NUMBERS = ['after', 'times', 'status', 'retryAfter', 'milliseconds', 'bytes'];
const TEXTS = ['kind', 'match', 'location', 'body', 'contentType'];

function check(fault) {
  if (fault === null || typeof fault !== 'object') throw new BadFault('a fault is an object');
  if (!Object.hasOwn(KINDS, fault.kind ?? '')) throw new BadFault(`unknown kind of fault: ${JSON.stringify(fault.kind)}`);
  for (const [name, value] of Object.entries(fault)) {
    if (NUMBERS.includes(name) ? !Number.isFinite(value) || value < 0 : !TEXTS.includes(name) || typeof value !== 'string')
      throw new BadFault(`bad member of a fault: ${name}`);
  }
  if (fault.status !== undefined && !(fault.status >= 200 && fault.status <= 599)) throw new BadFault('bad status');
}

export class Faults {
  #list = [];

  replace(list) {
    if (!Array.isArray(list)) throw new BadFault('faults are a list');
    list.forEach(check);
    this.#list = list.map(fault => ({...fault, seen: 0}));
  }

  /** The first fault that applies to a request, or null. A fault counts the requests that no earlier fault took. */
  take(request) {
    for (const fault of this.#list) {
      if (fault.match && !request.operations.includes(fault.match) && !request.path.includes(fault.match)) continue;
      fault.seen += 1;
      const turn = fault.seen - (fault.after ?? 0);
      if (turn >= 1 && turn <= (fault.times ?? Infinity)) return fault;
    }
    return null;
  }

  async apply(fault, wire, answer) {
    if (fault.milliseconds && fault.kind !== 'slow-trickle') await wait(fault.milliseconds);
    await KINDS[fault.kind](wire, fault, answer);
  }
}
