// SPDX-License-Identifier: GPL-3.0-or-later
// Pages by offset and the headers that tell of them (lib/gitlab/pagination/offset_pagination.rb).

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

/** {rows, headers}: one page of a list, as page and per_page ask. */
export function paginate(list, {parameters, url}) {
  const size = Math.min(LARGEST_PAGE, Math.max(1, parameters.whole('per_page', USUAL_PAGE)));
  const page = Math.max(1, parameters.whole('page', 1));
  const last = Math.max(1, Math.ceil(list.length / size));
  const next = page < last;
  const counted = list.length <= LARGEST_COUNT;
  const headers = {
    'X-Page': page, 'X-Per-Page': size, 'X-Next-Page': next ? page + 1 : '', 'X-Prev-Page': page > 1 ? page - 1 : '',
    ...counted && {'X-Total': list.length, 'X-Total-Pages': last},
    Link: links(url, parameters, {page, size, last, next, counted}),
  };
  return {rows: list.slice((page - 1) * size, page * size), headers};
}
