// SPDX-License-Identifier: GPL-3.0-or-later
// Pages by offset and the headers that tell of them (lib/gitlab/pagination/offset_pagination.rb).
import {Refusal} from './parameters.mjs';

const USUAL_PAGE = 20;
const LARGEST_PAGE = 100;
const LARGEST_COUNT = 10000;

function links(url, parameters, {page, size, last, next, counted}) {
  const link = (number, relation) => `<${url}?${parameters.with({page: number, per_page: size})}>; rel="${relation}"`;
  return [
    ...page > 1 ? [link(page - 1, 'prev')] : [], ...next ? [link(page + 1, 'next')] : [], link(1, 'first'),
    ...counted ? [link(last, 'last')] : [],
  ].join(', ');
}

const pageSize = parameters => Math.min(LARGEST_PAGE, Math.max(1, parameters.whole('per_page', USUAL_PAGE)));

/**
 * A page after the row with the id that the cursor names; `newest` is newest first, the page too unless the other order is
 * asked for. The only header is the link to the next one.
 */
export function keysetPage(newest, {parameters, url}) {
  const size = pageSize(parameters);
  const up = parameters.text('order_by') !== undefined && parameters.choice('sort', ['asc', 'desc']) === 'asc';
  const list = up ? [...newest].reverse() : newest;
  const cursor = parameters.text('cursor');
  const after = cursor === undefined ? null : readCursor(cursor);
  const from = after === null ? 0 : list.findIndex(({id}) => up ? id > after : id < after);
  const rows = from < 0 ? [] : list.slice(from, from + size);
  const more = from >= 0 && from + size < list.length;
  const next = more && Buffer.from(JSON.stringify({id: String(rows.at(-1).id), _kd: 'n'})).toString('base64url');
  return {rows, headers: {'X-Per-Page': size, ...more && {'X-Next-Cursor': next,
    Link: `<${url}?${parameters.with({cursor: next, per_page: size})}>; rel="next"`}}};
}

function readCursor(cursor) {
  try {
    const {id} = JSON.parse(Buffer.from(cursor, 'base64').toString());
    if (/^\d+$/.test(id)) return Number(id);
  } catch {
    // answered below
  }
  throw new Refusal(400, {error: 'cursor is invalid'});
}

/** {rows, headers}: one page of a list, as page and per_page ask; some lists are not counted. */
export function paginate(list, {parameters, url}, mayCount = true) {
  const size = pageSize(parameters);
  const page = Math.max(1, parameters.whole('page', 1));
  const last = Math.max(1, Math.ceil(list.length / size));
  const next = page < last;
  const counted = mayCount && list.length <= LARGEST_COUNT;
  const headers = {
    'X-Page': page, 'X-Per-Page': size, 'X-Next-Page': next ? page + 1 : '', 'X-Prev-Page': page > 1 ? page - 1 : '',
    ...counted && {'X-Total': list.length, 'X-Total-Pages': last},
    Link: links(url, parameters, {page, size, last, next, counted}),
  };
  return {rows: list.slice((page - 1) * size, page * size), headers};
}
