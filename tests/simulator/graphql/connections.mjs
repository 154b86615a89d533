// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of lists: keyset cursors for runners (lib/gitlab/graphql/pagination/keyset/connection.rb), offsets for the rest.
import {GraphQLError} from 'graphql';

const LARGEST_PAGE = 100;
const BAD_CURSOR = 'Please provide a valid cursor';

const encode = text => Buffer.from(text).toString('base64url');
const decode = text => Buffer.from(text, 'base64').toString();

function pageSize(args) {
  const {first, last} = args;
  if (first != null && last != null) throw new GraphQLError('Can only provide either `first` or `last`, not both');
  const size = Math.max(0, Math.min(first ?? last ?? LARGEST_PAGE, LARGEST_PAGE));
  return {size, backwards: last != null};
}

/** Cuts [from, to) down to a page. */
function cut(from, to, {size, backwards}) {
  return backwards ? {start: Math.max(from, to - size), end: to} : {start: from, end: Math.min(to, from + size)};
}

/** What may not be read is dropped from the page, silently; cursors and counts know it still. */
function connection(page, nodes, cursor, total, {mayRead = () => true, urls = () => null} = {}) {
  return {
    nodes: nodes.filter(mayRead), cursor,
    pageInfo: {
      hasNextPage: page.next, hasPreviousPage: page.previous,
      startCursor: nodes.length > 0 ? cursor(nodes[0], 0) : null,
      endCursor: nodes.length > 0 ? cursor(nodes[nodes.length - 1], nodes.length - 1) : null,
    },
    edges: () => nodes.flatMap((node, place) => mayRead(node) ? [{node, cursor: cursor(node, place), ...urls(node)}] : []),
    count: ({limit}) => limit == null ? total : Math.min(total, limit + 1),
  };
}

// Keyset

const sqlTime = milliseconds => milliseconds === null ? null
  : `${new Date(milliseconds).toISOString().replace('T', ' ').slice(0, -1)}000000 UTC`;

function readSqlTime(text) {
  if (text === null) return null;
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{3})?\d* UTC$/.exec(text ?? '');
  const time = match ? Date.parse(`${match[1]}T${match[2]}${match[3] ?? ''}Z`) : NaN;
  if (Number.isNaN(time)) throw new GraphQLError(BAD_CURSOR);
  return time;
}

function readKeysetCursor(cursor, column) {
  let content;
  try {
    content = JSON.parse(decode(cursor));
  } catch {
    throw new GraphQLError(BAD_CURSOR);
  }
  const id = Number(content?.id);
  if (!Number.isSafeInteger(id)) throw new GraphQLError(BAD_CURSOR);
  if (column === 'id') return {value: null, id};
  if (content[column] === undefined) throw new GraphQLError(BAD_CURSOR);
  return {value: readSqlTime(content[column]), id};
}

/** The first place whose row does not come before the position, or with `beyond` the first that comes after it. */
function place({rows, position, compare}, wanted, beyond) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compare(position(rows[middle]), wanted);
    if (order < 0 || (beyond && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** With `before` given hasNextPage is always true, with `after` hasPreviousPage; `more` is {mayRead(row), urls(row)}. */
export function keysetConnection(list, args, more) {
  const size = pageSize(args);
  const from = args.after ? place(list, readKeysetCursor(args.after, list.column), true) : 0;
  const to = args.before ? place(list, readKeysetCursor(args.before, list.column), false) : list.rows.length;
  const {start, end} = cut(from, Math.max(from, to), size);
  const cursor = row => {
    const {value, id} = list.position(row);
    return encode(JSON.stringify({...list.column !== 'id' && {[list.column]: sqlTime(value)}, id: String(id)}));
  };
  const next = args.before ? true : !size.backwards && end < to;
  const previous = args.after ? true : size.backwards && start > from;
  return connection({next, previous}, list.rows.slice(start, end), cursor, list.rows.length, more);
}

// Offset

function readOffset(cursor) {
  const offset = Number.parseInt(decode(cursor), 10);
  if (Number.isNaN(offset)) throw new GraphQLError(BAD_CURSOR);
  return Math.max(0, offset);
}

/** `length` rows, of which `at(place)` gives one; a cursor is the number of a row, from 1. */
export function offsetConnection(length, at, args, more) {
  const size = pageSize(args);
  const from = args.after ? Math.min(readOffset(args.after), length) : 0;
  const to = args.before ? Math.min(Math.max(readOffset(args.before) - 1, from), length) : length;
  const {start, end} = cut(from, to, size);
  const nodes = Array.from({length: end - start}, (_, number) => at(start + number));
  const page = {next: args.before ? to < length : !size.backwards && end < to,
    previous: args.after ? from > 0 : size.backwards && start > from};
  return connection(page, nodes, (_, number) => encode(String(start + number + 1)), length, more);
}
