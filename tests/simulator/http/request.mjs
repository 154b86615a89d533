// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a request from the wire.

const LARGEST_BODY = 4 * 1024 * 1024;

export async function readBody(stream) {
  const parts = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size <= LARGEST_BODY) parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

/** {body} or {badBody: true}: JSON and forms are understood, anything else is as if nothing came. */
function parseBody(text, contentType) {
  if (/^application\/(graphql\+)?json/i.test(contentType)) {
    try {
      return {body: text === '' ? {} : JSON.parse(text)};
    } catch {
      return {badBody: true};
    }
  }
  return {body: /^application\/x-www-form-urlencoded/i.test(contentType) ? Object.fromEntries(new URLSearchParams(text)) : {}};
}

function readToken(headers, parameters) {
  const [, bearer] = /^Bearer\s+(.*)$/i.exec(headers.authorization ?? '') ?? [];
  return headers['private-token'] || bearer?.trim() || parameters.get('private_token') || parameters.get('access_token') || null;
}

export async function readRequest(stream) {
  const url = new URL(`http://127.0.0.1${stream.url}`);
  const text = await readBody(stream);
  return {method: stream.method, path: url.pathname, parameters: url.searchParams, headers: stream.headers,
    token: readToken(stream.headers, url.searchParams), ...parseBody(text, stream.headers['content-type'] ?? '')};
}
