// SPDX-License-Identifier: GPL-3.0-or-later
// The filters of the lists of runners (app/finders/ci/runners_finder.rb), each a test of one runner.
import {matchesStatus} from './contact.mjs';

const SHORTEST_TERM = 3;

/** lib/gitlab/sql/pattern.rb: words and "quoted parts" of 3 characters and more; without any, the whole text. */
function searchTest(text) {
  const folded = text.toLowerCase();
  const terms = [...folded.matchAll(/(?<=^| )"([^"]+)"(?= |$)|\S+/g)].map(match => match[1] ?? match[0])
    .filter(term => [...term].length >= SHORTEST_TERM);
  return runner => {
    if (runner.token === text) return true;
    const description = runner.description?.toLowerCase();
    if (description === undefined) return false;
    return terms.length > 0 ? terms.every(term => description.includes(term)) : description === folded;
  };
}

/** app/models/concerns/ci/taggable.rb: each text must be contained in some tag; a comma separates texts. */
function tagTest(list) {
  const wanted = list.flatMap(text => text.split(',')).map(text => text.trim()).filter(text => text !== '');
  return runner => wanted.every(text => runner.tags.some(tag => tag.includes(text)));
}

/** REST keeps exact names. */
const tagNamesTest = names => runner => names.every(name => runner.tags.includes(name));

function versionPattern(prefix) {
  const [digits] = /^[\d.+]*/.exec(prefix);
  const numbers = digits.split(/[.+]/).filter(part => part !== '');
  if (numbers.length === 0) return null;
  const head = numbers.slice(0, 3).join('\\.');
  return new RegExp(numbers.length < 3 ? `^${head}\\.` : `^${head}$`);
}

function ownerTest(place) {
  if (place === null) return () => false;
  return place.__typename === 'Group' ? runner => runner.group === place : runner => runner.projects?.includes(place) ?? false;
}

/** app/graphql/resolvers/ci/runners_resolver.rb: `active: false` has no effect. */
function pausedTest({paused, active}) {
  if (paused !== undefined && paused !== null) return runner => runner.paused === paused;
  return active === true ? runner => !runner.paused : null;
}

const given = value => value !== undefined && value !== null;

/** The tests of one set of arguments; `usesClock` tells that the result depends on the time. */
export function makeFilter(args, fleet) {
  const tests = [pausedTest(args)];
  if (given(args.type)) tests.push(runner => (runner.shown?.CiRunnerType ?? runner.type) === args.type);
  if (given(args.tagList)) tests.push(tagTest(args.tagList));
  if (given(args.tagNames)) tests.push(tagNamesTest(args.tagNames));
  if (given(args.search) && args.search.trim() !== '') tests.push(searchTest(args.search));
  if (given(args.creatorId)) tests.push(runner => runner.creator?.id === args.creatorId);
  if (given(args.creatorUsername)) tests.push(runner => runner.creator?.username === args.creatorUsername);
  if (given(args.ownerFullPath)) tests.push(ownerTest(fleet.place(args.ownerFullPath)));
  const used = tests.filter(test => test !== null);
  return {
    usesClock: given(args.status),
    matches: (runner, now) => used.every(test => test(runner))
      && (!given(args.status) || matchesStatus(runner, args.status, now)),
    times: managerCounter(args.versionPrefix),
  };
}

/** The version filter joins the managers, so a runner comes once for each manager that matches. */
function managerCounter(prefix) {
  const pattern = given(prefix) ? versionPattern(prefix) : null;
  if (pattern === null) return () => 1;
  return ({versions, managerCount}) => versions.reduce((sum, version, place) => pattern.test(version ?? '')
    ? sum + Math.ceil((managerCount - place) / versions.length) : sum, 0);
}
