// SPDX-License-Identifier: GPL-3.0-or-later
// The root fields, and groups, projects and users.
import {GraphQLError} from 'graphql';
import {mayAdminister, mayReadRunner} from '../access.mjs';
import {keysetConnection, offsetConnection} from './connections.mjs';
import {globalId} from './global-ids.mjs';
import {CiRunner, CiRunnerManager} from './runner-fields.mjs';

// lib/gitlab/graphql/authorize/authorize_resource.rb
const NO_RESOURCE = "The resource that you are attempting to access does not exist or you don't have permission to perform"
  + ' this action';

function runners(_, args, {user, listing, fleet, now}) {
  if (!mayAdminister(user)) throw new GraphQLError(NO_RESOURCE);
  if (args.sort === 'MOST_ACTIVE_DESC') return mostActive(args, listing, fleet, now);
  return keysetConnection(listing.find(args), args);
}

/** app/graphql/resolvers/ci/runners_resolver.rb; this sort pages by offset. */
function mostActive(args, listing, fleet, now) {
  if (args.type !== 'INSTANCE_TYPE')
    throw new GraphQLError('MOST_ACTIVE_DESC sorting is only available for groups or when type is INSTANCE_TYPE');
  const {rows} = listing.find({...args, sort: 'CREATED_DESC'});
  const active = rows.map(runner => ({runner, jobs: fleet.isExecuting(runner, now) ? 1 : 0}));
  active.sort((left, right) => right.jobs - left.jobs);
  return offsetConnection(active.length, place => active[place].runner, args);
}

function place(typename) {
  return (_, {fullPath}, {user, fleet}) => {
    const found = mayAdminister(user) ? fleet.place(fullPath) : null;
    return found?.__typename === typename ? found : null;
  };
}

const Query = {
  runners,
  runner: (_, {id}, {user, fleet}) => {
    const runner = fleet.runner(id);
    return runner !== null && mayReadRunner(user, runner) ? runner : null;
  },
  group: place('Group'),
  project: place('Project'),
  currentUser: (_, args, {user}) => user,
  metadata: (_, args, {user, instance}) => user === null ? null : instance,
  queryComplexity: (_, args, {complexity}) => complexity,
};

const none = () => null;
const visibility = () => 'private';
const namespaceModel = namespace => namespace.personal ? 'Namespaces::UserNamespace' : 'Group';

const Group = {
  id: group => globalId('Group', group.id),
  avatarUrl: none, description: none, visibility,
  createdAt: (group, args, {fleet}) => fleet.start - 6.1 * 365 * 86400000 + group.id * 60000,
  webUrl: (group, args, {baseUrl}) => `${baseUrl()}/groups/${group.fullPath}`,
};

const Project = {
  id: project => globalId('Project', project.id),
  avatarUrl: none, description: none, visibility,
  archived: project => project.id % 40 === 39,
  createdAt: (project, args, {fleet}) => fleet.start - 6.05 * 365 * 86400000 + project.id * 60000,
  group: project => project.namespace.personal ? null : project.namespace,
  webUrl: (project, args, {baseUrl}) => `${baseUrl()}/${project.fullPath}`,
};

const Namespace = {
  id: namespace => globalId(namespaceModel(namespace), namespace.id),
  visibility,
  webUrl: (namespace, args, {baseUrl}) => `${baseUrl()}/${namespace.personal ? '' : 'groups/'}${namespace.fullPath}`,
};

const userFields = {
  id: user => globalId('User', user.id),
  active: user => user.state === 'active',
  avatarUrl: none, publicEmail: none,
  namespace: user => user.human ? {personal: true, id: 500000 + user.id, name: user.name, path: user.username,
    fullPath: user.username, fullName: user.name} : null,
  webPath: (user, args, {basePath}) => `${basePath}/${user.username}`,
  webUrl: (user, args, {baseUrl}) => `${baseUrl()}/${user.username}`,
};

export const resolvers = {Query, CiRunner, CiRunnerManager, Group, Project, Namespace, UserCore: userFields,
  CurrentUser: userFields};
