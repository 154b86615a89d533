// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a server offers by introspection can be asked for, by every role; the only errors are of permission.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';

const TYPE = `query Offered($name: String!) { __type(name: $name) { fields(includeDeprecated: true) {
  name args { type { kind } } type { kind ofType { kind ofType { kind ofType { kind } } } } } } }`;

const kindOf = type => type.ofType ? kindOf(type.ofType) : type.kind;

async function offers(client, names) {
  const types = {};
  for (const name of names) types[name] = (await client.data(TYPE, {name})).__type.fields;
  const needsNothing = ({args}) => args.every(({type}) => type.kind !== 'NON_NULL');
  const leaves = name => types[name].filter(field => ['SCALAR', 'ENUM'].includes(kindOf(field.type)) && needsNothing(field))
    .map(field => field.name).join(' ');
  const has = (name, text) => types[name].some(field => field.name === /^\w+/.exec(text)[0]) ? text : '';
  return {leaves, has};
}

function queries({leaves, has}, path) {
  const runner = `${leaves('CiRunner')} ${has('CiRunner', `createdBy { ${leaves('UserCore')} }`)}
    managers(first: 2) { nodes { ${leaves('CiRunnerManager')} } } ${has('CiRunner', 'ownerProject { __typename id name }')}
    ${has('CiRunner', 'groups { nodes { __typename id name } }')} userPermissions { readRunner updateRunner }`;
  return [
    `{ runners(first: 20) { nodes { ${runner} } } }`,
    `{ group(fullPath: "${path}") { runners(first: 20, membership: ALL_AVAILABLE) { nodes { ${runner} } } } }`,
    `{ groups { nodes { ${leaves('Group')} } } projects(first: 20) { nodes { ${leaves('Project')} } } }`,
    `{ jobs(first: 20) { nodes { ... on CiJob { ${leaves('CiJob')} detailedStatus { ${leaves('DetailedStatus')} } stage { id name status }
      pipeline { ... on Pipeline { ${leaves('Pipeline')} jobs { count } } } userPermissions { updateBuild } } } } }`,
    `{ projects { nodes { sharedRunnersEnabled projectMembers { nodes { accessLevel { stringValue } user { username } } } } } }`,
    `{ currentUser { ${leaves('CurrentUser')} groupMemberships { nodes { accessLevel { stringValue } group { fullPath } } } } }`,
  ];
}

const SERVERS = [...['17.2', '18.10', '19.3'].map(gitlab => ({gitlab})), {gitlab: '17.2', edition: 'ce'},
  ...[11, 12, 13, 14].map(newer => ({newer, edition: newer % 2 ? 'ce' : 'ee'}))];
const ROLES = ['admin', 'auditor', 'owner', 'maintainer', 'project-token', 'developer', 'admin-no-admin-mode'];

for (const server of SERVERS) {
  test(`what is offered can be asked: ${JSON.stringify(server)}`, async t => {
    const client = await startFor(t, {adminMode: true, pendingJobs: 20, runningJobs: 20, finishedJobs: 20, ...server});
    const {body} = await client.control('members', {token: 'glpat-simulator-owner'});
    const offer = await offers(client, ['CiRunner', 'CiRunnerManager', 'UserCore', 'Group', 'Project', 'CurrentUser', 'CiJob', 'Pipeline',
      'DetailedStatus']);
    for (const role of ROLES) {
      for (const query of queries(offer, body.memberships[0].fullPath)) {
        const {errors = []} = await client.as(`glpat-simulator-${role}`).query(query);
        const strange = errors.filter(({message}) => !message.startsWith('The resource that you are attempting'));
        assert.deepEqual(strange, [], `${role}: ${query}`);
      }
    }
  });
}
