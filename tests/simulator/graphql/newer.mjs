// SPDX-License-Identifier: GPL-3.0-or-later
// A server newer than any known, from a seed: more fields, arguments, types and values, some of them in use, and without a
// few fields that an older client knows. What a client cannot do without stays.
import {Random} from '../fleet/random.mjs';

const WORDS = ['queue', 'region', 'capacity', 'warmup', 'cost', 'quota', 'health', 'zone', 'lease', 'drain', 'score', 'policy'];
const OBJECTS = ['Query', 'CiRunner', 'CiRunnerManager', 'CiRunnerConnection', 'CiRunnerEdge', 'RunnerPermissions', 'Group',
  'Project', 'UserCore', 'CurrentUser', 'PageInfo', 'Metadata', 'QueryComplexity'];
const LISTS = ['Query.runners', 'Group.runners', 'CiRunner.managers', 'CiRunnerConnection.count'];
const ENUMS = ['CiRunnerType', 'CiRunnerStatus', 'CiRunnerCreationMethod', 'CiRunnerCreationState', 'CiRunnerAccessLevel',
  'CiRunnerJobExecutionStatus', 'CiRunnerSort', 'CiRunnerMembershipFilter', 'CiRunnerUpgradeStatus', 'UserState', 'UserType',
  'AccessLevelEnum'];

const everywhere = (types, ...fields) => types.map(type => fields.map(field => `${type}.${field}`)).flat();

// Each goes as a whole: a field of an interface leaves the types that implement it too.
const REMOVABLE = [
  ...['shortSha', 'jobCount', 'projectCount', 'createdBy', 'creationMethod', 'creationState', 'jobExecutionStatus',
    'maximumTimeout', 'tagList', 'locked', 'groups', 'ownerProject', 'projects', 'maintenanceNote', 'tokenExpiresAt',
    'upgradeStatus', 'adminUrl', 'editAdminUrl'].map(field => [`CiRunner.${field}`]),
  ...['revision', 'version', 'platformName', 'architectureName', 'executorName', 'ipAddress', 'jobExecutionStatus',
    'upgradeStatus'].map(field => [`CiRunnerManager.${field}`]),
  everywhere(['User', 'UserCore', 'CurrentUser'], 'type'),
  everywhere(['User', 'UserCore', 'CurrentUser'], 'active'),
  everywhere(['GroupInterface', 'Group', 'GroupMinimalAccess'], 'fullName'),
  everywhere(['ProjectInterface', 'Project', 'ProjectMinimalAccess'], 'nameWithNamespace'),
  ['CurrentUser.runners'], ['CiRunnerEdge.editUrl'], ['Query.queryComplexity'],
];

const shuffled = (random, list) => list.map(value => ({value, key: random.next()}))
  .sort((left, right) => left.key - right.key).map(({value}) => value);

const camel = words => words[0] + words.slice(1).map(word => word[0].toUpperCase() + word.slice(1)).join('');

function addedField(random, known) {
  const name = `${camel([random.pick(WORDS), random.pick(WORDS)])}${random.between(2, 99)}`;
  const argument = random.chance(0.3) ? `(${random.pick(WORDS)}: Int = ${random.between(0, 50)})` : '';
  return `${name}${argument}: ${random.pick(['String', 'Int', 'Boolean', 'Time', '[String!]', ...known])}`;
}

function addedFields(random, known) {
  return OBJECTS.map(owner => `extend type ${owner} { ${Array.from({length: random.between(1, 3)},
    (_, place) => addedField(random, known).replace(/^\w+/, name => `${name}${'abc'[place]}`)).join(' ')} }`);
}

const newValue = (random, enumName) => {
  const text = `${random.pick(WORDS)}_${random.pick(WORDS)}_${random.between(2, 99)}`;
  return enumName === 'UserState' ? text : text.toUpperCase();
};

/** {edits, values, executor, removed}: `values` has a value unknown so far for each enum. */
export function makeNewer(seed) {
  const random = new Random(seed, 909);
  const values = Object.fromEntries(ENUMS.map(name => [name, newValue(random, name)]));
  const object = `Runner${random.pick(WORDS)}${random.between(2, 99)}`;
  const kinds = `${object}Kind`;
  values.CiJobStatus = newValue(new Random(seed, 910), 'CiJobStatus');
  const added = [
    `type ${object} { name: String kind: ${kinds} runner: CiRunner }`,
    `enum ${kinds} { ${newValue(random, kinds)} }`,
    ...addedFields(random, [object, kinds]),
    ...Object.entries(values).map(([name, value]) => `extend enum ${name} { ${value} }`),
  ].join('\n');
  const removed = shuffled(random, REMOVABLE).slice(0, random.between(3, 9)).flat().sort();
  const withDefault = `${random.pick(WORDS)}${random.between(2, 99)}: Int = ${random.between(0, 9)}`;
  return {edits: {absent: removed, added, arguments: Object.fromEntries(LISTS.map(name => [name, withDefault]))},
    values, executor: `${random.pick(WORDS)}-${random.pick(WORDS)}`, removed};
}
