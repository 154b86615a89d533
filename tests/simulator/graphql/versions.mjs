// SPDX-License-Identifier: GPL-3.0-or-later
// How the schemas of other versions and editions differ from schema.graphql, which is that of 18.10, Enterprise Edition.

const USERS = ['User', 'UserCore', 'CurrentUser'];
const LISTS = ['Query.runners', 'Group.runners', 'Project.runners'];
const EXPERIMENT = '**Status**: Experiment. Introduced in GitLab';

// test/schema.test.mjs compares with the true 17.2. Deprecated arguments are missing from that text, not from that server.
const V17_2 = {
  absent: [
    'CiRunner.creationState', 'CiRunnerCreationState', 'CurrentUser.runners', 'Namespace.webUrl', 'Kas.externalK8sProxyUrl',
    'GroupInterface', 'GroupInterfaceConnection', 'GroupInterfaceEdge', 'GroupMinimalAccess', 'ProjectInterface',
    'ProjectMinimalAccess', 'GroupConnection.count', 'Group.createdAt', 'UserType', 'AccessLevelEnum.PLANNER',
    ...['allAvailable', 'ids', 'ownedOnly', 'parentPath', 'topLevelOnly'].map(name => `Query.groups(${name})`),
    ...['minAccessLevel', 'namespacePath'].map(name => `Query.projects(${name})`),
    ...['CiRunner', 'CiRunnerManager', 'Project'].map(name => `${name}Connection.count(limit)`),
    ...LISTS.map(name => `${name}(ownerFullPath)`),
    ...USERS.flatMap(name => ['active', 'human', 'type'].map(field => `${name}.${field}`)),
    'Query.jobs(compatibleRunnerId)', ...['kind', 'name', 'pipelineIid', 'sources'].map(name => `Project.jobs(${name})`),
    'CiJobInterface', 'CiJobInterfaceConnection', 'CiJobInterfaceEdge', 'CiJobMinimalAccess', 'CiJob.exitCode', 'CiJob.retryPath',
    'CiJob.source', 'CiJobSource', 'Project.projectMembers(userTypes)',
    ...['DUO_WORKFLOW_NOT_ALLOWED', 'JOB_EXECUTION_SERVER_TIMEOUT', 'JOB_ROUTER_FAILURE', 'JOB_TOKEN_EXPIRED']
      .map(name => `CiJobFailureReason.${name}`),
    'PipelineInterface', 'PipelineMinimalAccess', 'ProjectCiCdSetting.groupRunnersEnabled',
  ],
  types: {
    'Query.jobs': 'CiJobConnection', 'CiRunner.jobs': 'CiJobConnection', 'CiJob.pipeline': 'Pipeline',
    'CiRunner.groups': 'GroupConnection', 'CiRunner.ownerProject': 'Project', 'Group.id': 'ID!', 'Group.name': 'String!',
    'Group.fullName': 'String!', ...Object.fromEntries(USERS.map(name => [`${name}.id`, 'ID!'])),
  },
  deprecated: {
    'Query.ciQueueingHistory': `${EXPERIMENT} 16.4.`, 'Group.ciQueueingHistory': `${EXPERIMENT} 16.11.`,
    'CiRunner.active': 'Use paused. Deprecated in GitLab 14.8.',
    'CiRunner.jobExecutionStatus': `${EXPERIMENT} 15.7.`, 'CiRunnerManager.jobExecutionStatus': `${EXPERIMENT} 16.3.`,
    'CiRunnerJobExecutionStatus.IDLE': `${EXPERIMENT} 15.7.`, 'CiRunnerJobExecutionStatus.ACTIVE': `${EXPERIMENT} 17.2.`,
  },
  added: `extend enum CiRunnerStatus {
    ACTIVE @deprecated(reason: "This was renamed. Please use \`CiRunner.paused\`. Deprecated in GitLab 14.6.")
    PAUSED @deprecated(reason: "This was renamed. Please use \`CiRunner.paused\`. Deprecated in GitLab 14.6.")
  }`,
};

// What 19.x added is not known; these names stand for it.
const V19_3 = {
  added: `
    extend type CiRunner { addedIn19: AddedIn19 }
    extend type CiRunnerManager { addedIn19(limit: Int = 10): String }
    extend enum CiRunnerUpgradeStatus { ADDED_IN_19 }
    extend enum CiRunnerSort { ADDED_IN_19_DESC }
    type AddedIn19 { name: String values(first: Int): [Int!] }`,
};

export const LINE_EDITS = {17.2: [V17_2], '18.10': [], 19.3: [V19_3]};

/** What the Community Edition lacks (ee/app/graphql). */
export const COMMUNITY_EDITS = [{
  absent: ['CiRunner.upgradeStatus', 'CiRunnerManager.upgradeStatus', 'CiRunnerUpgradeStatus', 'CiRunnerSort.MOST_ACTIVE_DESC',
    'CiRunner.publicProjectsMinutesCostFactor', 'CiRunner.privateProjectsMinutesCostFactor', 'Query.jobs(failureReason)',
    'Query.ciQueueingHistory', 'Group.ciQueueingHistory', 'QueueingDelayHistory', 'QueueingHistoryTimeSeries'],
}];
