// SPDX-License-Identifier: GPL-3.0-or-later
// What is served is a part of GitLab's true schemas, 18.10 and 17.2.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {test} from 'node:test';
import {Kind, parse, print} from 'graphql';
import {describeGitlab} from '../gitlab.mjs';
import {schemaDocument, schemaText} from '../graphql/schema.mjs';

const TRUE_SCHEMA = new URL('../../../../shared/gitlab-api/schema/gitlab-18.10-pre.graphql', import.meta.url);
const OLD_SCHEMA = new URL('gitlab-17.2-subset.graphql', TRUE_SCHEMA);
const skip = fs.existsSync(TRUE_SCHEMA) && fs.existsSync(OLD_SCHEMA) ? false : 'the true schemas are not beside this repository';

// GitLab 17.2 had these; the text we have of it was cut down, and its makers did not ask for deprecated arguments.
const CUT_FROM_OLD = [
  /^(Query|Group|Project)\.runners\((active|creatorUsername|versionPrefix)\) /, /^(MemberInterface|AccessLevel|AccessLevelEnum) is/,
  /^(Group|Project)Member(Connection|Edge)? is/, /^CurrentUser\.(group|project)Memberships /, /^Namespace\.visibility /,
  /^(User|UserCore|CurrentUser)\.namespace /, /^Query\.jobs\((failureReason|runnerTypes)\) /, /^CiRunner\.jobCount\(statuses\) /,
  /^(Group\.groupMembers|Project\.projectMembers|CurrentUser\.contributedProjects|Project\.ciCdSettings) /,
  /^(MemberInterface(Connection|Edge)|ProjectCiCdSetting|(Group|Project)MemberRelation|MemberSort|ProjectSort) is/,
  /^Mutation\.job(Cancel|Retry) /, /^(Job(Cancel|Retry)(Input|Payload)|CiVariable(Input|Type)|CiBuildID|CiProcessableID) is/,
];
const BUILT_IN = ['String', 'Int', 'Float', 'Boolean', 'ID'];

const definitions = text => new Map(parse(text, {noLocation: true}).definitions.filter(({name}) => name)
  .map(definition => [definition.name.value, definition]));
const byName = list => new Map((list ?? []).map(item => [item.name.value, item]));
const deprecation = item => item.directives.map(print).join(' ');

function argumentProblems(where, mine, theirs) {
  const known = byName(theirs);
  return (mine ?? []).flatMap(argument => {
    const name = `${where}(${argument.name.value})`;
    const counterpart = known.get(argument.name.value);
    if (!counterpart) return [`${name} is not there`];
    const defaults = [argument, counterpart].map(({defaultValue}) => defaultValue ? print(defaultValue) : 'none');
    return [
      ...print(argument.type) === print(counterpart.type) ? [] : [`${name} is a ${print(counterpart.type)}`],
      ...defaults[0] === defaults[1] ? [] : [`${name} has the default ${defaults[1]}`],
    ];
  });
}

/** Arguments that must be given may not be left out. */
function missingArguments(where, mine, theirs) {
  const served = byName(mine);
  return (theirs ?? []).filter(({type, name}) => type.kind === Kind.NON_NULL_TYPE && !served.has(name.value))
    .map(({name}) => `${where} needs ${name.value}`);
}

function fieldProblems(typeName, mine, theirs) {
  const known = byName(theirs.fields);
  return (mine.fields ?? []).flatMap(field => {
    const where = `${typeName}.${field.name.value}`;
    const counterpart = known.get(field.name.value);
    if (!counterpart) return [`${where} is not there`];
    return [
      ...print(field.type) === print(counterpart.type) ? [] : [`${where} is a ${print(counterpart.type)}`],
      ...deprecation(field) === deprecation(counterpart) ? [] : [`${where} is deprecated otherwise`],
      ...argumentProblems(where, field.arguments, counterpart.arguments),
      ...missingArguments(where, field.arguments, counterpart.arguments),
    ];
  });
}

function typeProblems(name, mine, theirs) {
  if (!theirs) return [`${name} is not there`];
  if (mine.kind !== theirs.kind) return [`${name} is a ${theirs.kind}`];
  const interfaces = new Set((theirs.interfaces ?? []).map(print));
  const texts = values => (values ?? []).map(print).sort().join();
  return [
    ...(mine.interfaces ?? []).map(print).filter(one => !interfaces.has(one)).map(one => `${name} does not implement ${one}`),
    ...texts(mine.values) === texts(theirs.values) ? [] : [`${name} has other values`],
    ...fieldProblems(name, mine, theirs),
  ];
}

function problems(mineText, theirsText) {
  const theirs = definitions(theirsText);
  return [...definitions(mineText)].filter(([name]) => !BUILT_IN.includes(name))
    .flatMap(([name, definition]) => typeProblems(name, definition, theirs.get(name)));
}

test('every type, field, argument and value is in the true schema', {skip}, () => {
  assert.deepEqual(problems(schemaText, fs.readFileSync(TRUE_SCHEMA, 'utf8')), []);
});

test('17.2 is served as it was', {skip}, () => {
  const served = print(schemaDocument(describeGitlab({gitlab: '17.2', edition: 'ee', newer: null})));
  const found = problems(served, fs.readFileSync(OLD_SCHEMA, 'utf8'));
  assert.deepEqual(found.filter(problem => !CUT_FROM_OLD.some(pattern => pattern.test(problem))), []);
});

test('the comparison notices each kind of difference', () => {
  const theirs = 'interface I { a: Int } type T implements I { a: Int b(c: Int = 1, d: Int!): [Int!] } enum E { X Y } scalar S';
  const wrong = {
    'type U { a: Int }': 'U is not there',
    'type T { z: Int }': 'T.z is not there',
    'type T { a: Int! }': 'T.a is a Int',
    'type T { a: Int @deprecated(reason: "x") }': 'T.a is deprecated otherwise',
    'type T { b(c: Int = 1, d: Int!, e: Int): [Int!] }': 'T.b(e) is not there',
    'type T { b(c: Int = 2, d: Int!): [Int!] }': 'T.b(c) has the default 1',
    'type T { b(c: Int = 1, d: Int): [Int!] }': 'T.b(d) is a Int!',
    'type T { b(c: Int = 1): [Int!] }': 'T.b needs d',
    'type T implements J { a: Int }': 'T does not implement J',
    'enum E { X }': 'E has other values',
    'type S { a: Int }': 'S is a ScalarTypeDefinition',
  };
  for (const [mine, problem] of Object.entries(wrong)) assert.deepEqual(problems(mine, theirs), [problem]);
  assert.deepEqual(problems(theirs, theirs), []);
});
