// SPDX-License-Identifier: GPL-3.0-or-later
// What the GraphQL endpoint refuses, and in which words.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FLEET_PAGE, startFor} from '../support/client.mjs';

const tooComplex = (score, limit) => `Query has complexity of ${score}, which exceeds max complexity of ${limit}`;
const texts = ({errors}) => errors.map(({message}) => message);
const counts = number => `{ ${Array.from({length: number}, (_, i) => `a${i}: runners { count }`).join(' ')} }`;

test('unknown fields and arguments are named as graphql-ruby names them', async t => {
  const client = await startFor(t);
  const {errors, ...rest} = await client.query('query Q { runners(fist: 1) { nodes { id ipAddress } } }');
  assert.deepEqual(rest, {});
  assert.deepEqual(errors, [
    {message: "Field 'runners' doesn't accept argument 'fist'", locations: [{line: 1, column: 19}],
      path: ['query Q', 'runners', 'fist'],
      extensions: {code: 'argumentNotAccepted', name: 'runners', typeName: 'Field', argumentName: 'fist'}},
    {message: "Field 'ipAddress' doesn't exist on type 'CiRunner'", locations: [{line: 1, column: 41}],
      path: ['query Q', 'runners', 'nodes', 'ipAddress'],
      extensions: {code: 'undefinedField', typeName: 'CiRunner', fieldName: 'ipAddress'}},
  ]);
});

test('each kind of refusal has its code', async t => {
  const client = await startFor(t);
  const cases = {
    '{ runners(first: "x") { count } }': ['argumentLiteralsIncompatible',
      'Argument \'first\' on Field \'runners\' has an invalid value ("x"). Expected type \'Int\'.'],
    '{ runners(status: PAUSED) { count } }': ['argumentLiteralsIncompatible',
      "Argument 'status' on Field 'runners' has an invalid value (PAUSED). Expected type 'CiRunnerStatus'."],
    '{ runners(status: "STALE") { count } }': ['argumentLiteralsIncompatible',
      'Argument \'status\' on Field \'runners\' has an invalid value ("STALE"). Expected type \'CiRunnerStatus\'.'],
    '{ runner(id: "x") { id } }': ['argumentLiteralsIncompatible', '"x" is not a valid Global ID'],
    '{ runner { id } }': ['missingRequiredArguments', "Field 'runner' is missing required arguments: id"],
    '{ runners }': ['selectionMismatch',
      "Field must have selections (field 'runners' returns CiRunnerConnection but has no selections. Did you mean 'runners { ... }'?)"],
    'query Q { runners(first: $n) { count } }': ['variableNotDefined', 'Variable $n is used by Q but not declared'],
    'query Q($n: Int) { runners { count } }': ['variableNotUsed', 'Variable $n is declared by Q but not used'],
    'query Q($n: Intt) { runners(first: $n) { count } }': ['variableRequiresValidType',
      "Intt isn't a defined input type (on $n)"],
    'query Q($n: String) { runners(first: $n) { count } }': ['variableMismatch', 'Type mismatch on variable $n (String / Int)'],
    '{ ...F }': ['useAndDefineFragment', 'Fragment F was used, but not defined'],
    '{ ... on Nothing { id } }': ['undefinedType', "No such type Nothing, so it can't be a fragment condition"],
    '{ runners @nope { count } }': ['undefinedDirective', 'Directive @nope is not defined'],
  };
  for (const [query, [code, message]] of Object.entries(cases)) {
    const {errors, data} = await client.query(query);
    assert.equal(data, undefined, query);
    assert.deepEqual([errors[0].extensions?.code, errors[0].message], [code, message], query);
  }
});

test('at most five errors, and a syntax error says where', async t => {
  const client = await startFor(t);
  assert.equal((await client.query('{ a b c d e f g }')).errors.length, 5);
  const {errors: [error]} = await client.query('{ runners {');
  assert.deepEqual(error.locations, [{line: 1, column: 12}]);
  assert.deepEqual(texts(await client.query('')), ['Unexpected end of document']);
});

test('bad Global IDs in variables', async t => {
  const client = await startFor(t);
  const ask = async id => (await client.query('query($id: CiRunnerID!) { runner(id: $id) { id } }', {id})).errors[0];
  const unfit = await ask('gid://gitlab/Project/1');
  assert.equal(unfit.message, 'Variable $id of type CiRunnerID! was provided invalid value');
  assert.equal(unfit.extensions.problems[0].explanation, '"gid://gitlab/Project/1" does not represent an instance of Ci::Runner');
  assert.equal((await ask('7')).extensions.problems[0].explanation, '"7" is not a valid Global ID');
  assert.equal((await ask(undefined)).extensions.problems[0].explanation, 'Expected value to not be null');
});

test('complexity is counted and limited by who asks', async t => {
  const client = await startFor(t);
  const score = async (query, variables) => (await client.data(query, variables)).queryComplexity;
  assert.deepEqual(await score('{ queryComplexity { score limit } }'), {score: 3, limit: 300});
  assert.equal((await client.as('glpat-simulator-user').data('{ queryComplexity { limit } }')).queryComplexity.limit, 250);
  assert.equal((await client.as(null).data('{ queryComplexity { limit } }')).queryComplexity.limit, 200);
  const scalars = 'id shortSha description runnerType status paused jobExecutionStatus creationMethod creationState'
    + ' createdAt contactedAt tokenExpiresAt tagList runUntagged locked accessLevel maximumTimeout maintenanceNote'
    + ' projectCount adminUrl';
  const list = given => `query($n: Int) { runners(first: $n${given}) {
    count pageInfo { endCursor hasNextPage } nodes { ${scalars} } }
    queryComplexity { score } }`;
  assert.equal((await score(list(''), {n: 100})).score, 52 + 2);
  assert.equal((await score(list(', sort: CREATED_ASC'), {n: 100})).score, 54 + 2);
  assert.equal((await score(list(', sort: CREATED_ASC, search: "x"'), {n: 100})).score, 64 + 2);
  assert.equal((await score(list(''), {n: 20})).score, 31 + 2);
  assert.equal((await score(list(''), {n: 5000})).score, 52 + 2);
  const full = (await score(FLEET_PAGE)).score;
  assert.ok(full > 100 && full < 250, `the fleet page costs ${full}`);
});

test('what is too complex or too deep is refused', async t => {
  const client = await startFor(t);
  assert.deepEqual(Object.keys(await client.data(counts(75))).length, 75);
  const answer = await client.query(counts(76));
  assert.equal(answer.data, undefined);
  assert.equal(texts(answer)[0], tooComplex(304, 300));
  assert.equal(texts(await client.as('glpat-simulator-user').query(counts(63)))[0], tooComplex(252, 250));
  assert.equal(texts(await client.as(null).query(counts(51)))[0], tooComplex(204, 200));
  const deep = levels => `{ group(fullPath: "x") { ${'parent { '.repeat(levels - 2)} id ${'}'.repeat(levels - 2)} } }`;
  assert.deepEqual(await client.data(deep(20)), {group: null});
  assert.deepEqual(texts(await client.query(deep(21))), ['Query has depth of 21, which exceeds max depth of 20']);
  assert.deepEqual(texts(await client.as(null).query(deep(16))), ['Query has depth of 16, which exceeds max depth of 15']);
});

test('skipped fields cost nothing', async t => {
  const client = await startFor(t);
  const query = 'query($all: Boolean!) { runners @include(if: $all) { count } queryComplexity { score } }';
  assert.equal((await client.data(query, {all: true})).queryComplexity.score, 6);
  assert.equal((await client.data(query, {all: false})).queryComplexity.score, 2);
});

test('a batch is answered in order and shares the limits', async t => {
  const client = await startFor(t);
  const answers = await client.query([{query: '{ currentUser { username } }'}, {query: '{ nothing }'},
    {query: 'query A { metadata { version } } query B { runners { count } }', operationName: 'B'}]);
  assert.equal(answers[0].data.currentUser.username, 'root');
  assert.equal(answers[1].errors[0].extensions.code, 'undefinedField');
  assert.equal(answers[2].data.runners.count, 300);
  const heavy = await client.query([{query: counts(40)}, {query: counts(40)}]);
  for (const answer of heavy) assert.deepEqual(texts(answer), [tooComplex(320, 300)]);
});

test('a query text has at most 10,000 characters, in a batch all together', async t => {
  const client = await startFor(t);
  const padded = length => '{ metadata { version } }'.padEnd(length, ' ');
  const send = async content => {
    const {status, body} = await client.post('/api/graphql', content);
    return status === 200 ? 200 : [status, body.errors[0].message];
  };
  assert.equal(await send({query: padded(10000)}), 200);
  assert.deepEqual(await send({query: padded(10001)}), [422, 'Query too large']);
  assert.deepEqual(await send([{query: padded(5001)}, {query: padded(5000)}]), [422, 'Query too large']);
  assert.equal(await send({query: `${padded(9000)} #${'😀'.repeat(900)}`}), 200);
});

test('GET works for queries only', async t => {
  const client = await startFor(t);
  const get = parameters => client.fetch(`/api/graphql?${new URLSearchParams(parameters)}`);
  const query = 'query($n: Int) { runners(first: $n) { nodes { id } } }';
  assert.equal((await get({query, variables: '{"n":3}'})).body.data.runners.nodes.length, 3);
  const {status, body} = await get({query: 'mutation { runnerDelete(input: {}) { errors } }'});
  assert.deepEqual([status, body], [422, {errors: [{message: 'Mutations are forbidden in GET requests'}]}]);
  assert.equal((await client.fetch('/api/graphql', {method: 'PUT'})).status, 404);
  assert.deepEqual((await client.fetch('/api/graphql/more')).body, {errors: [{message: 'Not found!'}]});
});

test('bad bodies and variables', async t => {
  const client = await startFor(t);
  const send = body => client.fetch('/api/graphql', {method: 'POST', body, headers: {'Content-Type': 'application/json'}});
  assert.equal((await send('{"query":')).status, 400);
  assert.equal((await send('{"query":"{ metadata { version } }","variables":[1]}')).status, 422);
  assert.equal((await send('{"query":"{ metadata { version } }","variables":"{"}')).status, 422);
  assert.equal((await send('{"query":"{ metadata { version } }","variables":"{}"}')).status, 200);
  assert.equal((await send('null')).status, 200);
  assert.deepEqual(texts(await client.query('query A { __typename } query B { __typename }')), ['An operation name is required']);
  assert.deepEqual(texts(await client.query('query A { __typename }', {}, 'C')), ['No operation named "C"']);
});
