// SPDX-License-Identifier: GPL-3.0-or-later
// The root fields, and groups, projects and users.
import {ACCESS_LEVELS, MAINTAINER} from '../fleet/members.mjs';
import {personalNamespace} from '../fleet/places.mjs';
import {takesGroupRunners, takesInstanceRunners} from '../fleet/places.mjs';
import {lastActivityAt} from '../jobs/activity.mjs';
import {globalId} from './global-ids.mjs';
import {CiJob, CiJobMinimalAccess, CiStage, JobPermissions, mayReadJob} from './job-fields.mjs';
import {instanceJobs, pipelineJobs, projectJob, projectJobs, queueingHistory, runnerJobs} from './job-lists.mjs';
import {jobCancel, jobRetry} from './job-mutations.mjs';
import {groupMembers, projectMembers} from './member-lists.mjs';
import {Pipeline, PipelineMinimalAccess, projectPipeline} from './pipeline-fields.mjs';
import {contributedProjects, groupMemberships, groups, projectMemberships, projects} from './place-lists.mjs';
import {CiRunner, CiRunnerManager} from './runner-fields.mjs';
import {groupRunners, instanceRunners, managedRunners, projectRunners} from './runner-lists.mjs';

const readable = (place, {rights}) => place && rights.mayReadPlace(place) ? place : null;

function place(typename) {
  return (_, {fullPath}, context) => {
    const found = context.fleet.place(fullPath);
    return found?.__typename === typename ? readable(found, context) : null;
  };
}

const Query = {
  runners: instanceRunners,
  runner: (_, {id}, {rights, fleet}) => {
    const runner = fleet.runner(id);
    return runner !== null && rights.mayReadRunner(runner) ? runner : null;
  },
  jobs: instanceJobs,
  ciQueueingHistory: queueingHistory,
  groups, projects,
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
  parent: (group, args, context) => readable(group.parent, context),
  runners: groupRunners,
  groupMembers,
  ciQueueingHistory: queueingHistory,
  sharedRunnersSetting: group => takesInstanceRunners(group) ? 'ENABLED' : 'DISABLED_AND_UNOVERRIDABLE',
  webUrl: (group, args, {baseUrl}) => `${baseUrl()}/groups/${group.fullPath}`,
};

const Project = {
  id: project => globalId('Project', project.id),
  avatarUrl: none, description: none, visibility,
  archived: project => project.id % 40 === 39,
  createdAt: (project, args, {fleet}) => fleet.start - 6.05 * 365 * 86400000 + project.id * 60000,
  group: (project, args, context) => project.namespace.personal ? null : readable(project.namespace, context),
  runners: projectRunners,
  job: projectJob,
  jobs: projectJobs,
  pipeline: projectPipeline,
  projectMembers,
  jobsEnabled: () => true,
  lastActivityAt: (project, args, {jobs, fleet}) => lastActivityAt(project, jobs, fleet),
  sharedRunnersEnabled: takesInstanceRunners,
  ciCdSettings: (project, args, {rights}) => rights.seesAll || rights.level(project) >= MAINTAINER ? project : null,
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
  state: user => user.shown?.UserState ?? user.state,
  type: user => user.shown?.UserType ?? user.type,
  avatarUrl: none, publicEmail: none,
  namespace: user => user.human ? personalNamespace(user) : null,
  webPath: (user, args, {basePath}) => `${basePath}/${user.username}`,
  webUrl: (user, args, {baseUrl}) => `${baseUrl()}/${user.username}`,
};

// lib/gitlab/access.rb
const AccessLevel = {
  humanAccess: level => ACCESS_LEVELS.get(level).replace(/(?<=.).*/, rest => rest.toLowerCase()),
  integerValue: level => level,
  stringValue: level => ACCESS_LEVELS.get(level),
};

const member = typename => ({
  id: ({user, place: where}) => globalId(`${typename}Member`, user.id * 1000000 + where.id),
  accessLevel: ({level}) => level,
  createdAt: ({user}) => user.createdAt,
  expiresAt: ({expiresAt}) => expiresAt ?? null,
});

export const resolvers = {
  Query, Mutation: {jobCancel, jobRetry}, CiRunner: {...CiRunner, jobs: runnerJobs}, CiRunnerManager,
  CiJob, CiJobMinimalAccess, CiStage, JobPermissions, Pipeline: {...Pipeline, jobs: pipelineJobs}, PipelineMinimalAccess,
  ProjectCiCdSetting: {groupRunnersEnabled: takesGroupRunners, keepLatestArtifact: () => true},
  Group, Project, Namespace, AccessLevel, UserCore: userFields,
  GroupMinimalAccess: {id: Group.id, avatarUrl: none, webUrl: Group.webUrl},
  ProjectMinimalAccess: {id: Project.id, avatarUrl: none, description: none, webUrl: Project.webUrl},
  CurrentUser: {...userFields, groupMemberships, projectMemberships, runners: managedRunners, contributedProjects},
  GroupMember: {...member('Group'), group: ({place: where}) => where},
  ProjectMember: {...member('Project'), project: ({place: where}) => where},
};

const placeType = (value, {rights}) => rights.mayReadPlace(value) ? value.__typename : `${value.__typename}MinimalAccess`;

/** Who may not read a group, project, job or pipeline sees little of it (app/graphql/types/projects/project_interface.rb). */
export const typeResolvers = {
  GroupInterface: placeType, ProjectInterface: placeType,
  MemberInterface: ({place: where}) => `${where.__typename}Member`,
  CiJobInterface: (job, context) => mayReadJob(job, context) ? 'CiJob' : 'CiJobMinimalAccess',
  PipelineInterface: (pipeline, {rights}) => rights.mayReadBuilds(pipeline.project) ? 'Pipeline' : 'PipelineMinimalAccess',
};
