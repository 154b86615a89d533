// SPDX-License-Identifier: GPL-3.0-or-later
// Pipelines and their jobs before anything of them ran.

export const STAGES = ['build', 'test', 'deploy'];

const NAMES = {
  build: ['compile', 'build-image', 'package', 'assets'],
  test: ['unit', 'lint', 'integration', 'e2e', 'rspec 1/2', 'rspec 2/2'],
  deploy: ['deploy staging', 'publish', 'pages'],
};
const TOPICS = ['login', 'cache', 'retry', 'docs', 'upgrade', 'metrics', 'search', 'größe'];
const SOURCES = [[0.6, 'push'], [0.2, 'merge_request_event'], [0.08, 'schedule'], [0.06, 'web'], [0.03, 'api'], [0.03, 'trigger']];
const HEX = '0123456789abcdef';

/** A job that was created and waits for its stage. `when` is "on_success" or "manual". */
export function makeJob(pipeline, {name, stage, tags = [], kind = 'BUILD', when = 'on_success', resourceGroup = null,
  allowFailure = false}) {
  const {project, ref, tag, isProtected, user, createdAt} = pipeline;
  return {id: 0, kind, name, stage, status: 'CREATED', pipeline, project, ref, tag, isProtected, tags, user, when, resourceGroup,
    allowFailure: allowFailure || when === 'manual', createdAt, queuedAt: null, startedAt: null, finishedAt: null, runner: null,
    managerNumber: 0, failureReason: null, exitCode: null, retried: false, isQueued: false, downstream: null, lasts: null,
    fate: null};
}

export function makePipeline({project, createdAt, ref = 'main', tag = false, isProtected = true, user, source = 'push',
  sha = '0'.repeat(40)}) {
  return {id: 0, iid: 0, project, ref, tag, isProtected, user, source, sha, createdAt, jobs: []};
}

/** Adds a job to a pipeline that is not in the world yet. */
export function addJob(pipeline, draft) {
  const job = makeJob(pipeline, draft);
  pipeline.jobs.push(job);
  return job;
}

function pickRef(random, isProtected) {
  if (!isProtected) return {ref: `${random.pick(TOPICS)}-${random.between(1, 999)}`, tag: false};
  return random.chance(0.1) ? {ref: `v${random.between(1, 9)}.${random.between(0, 30)}.0`, tag: true} : {ref: 'main', tag: false};
}

function addStage(random, pipeline, stage, count, tags) {
  const offset = random.below(NAMES[stage].length);
  for (let number = 0; number < count; number += 1)
    addJob(pipeline, {stage, name: NAMES[stage][(offset + number) % NAMES[stage].length], tags,
      allowFailure: stage === 'test' && random.chance(0.08)});
}

function addDeployment(random, pipeline, tags) {
  const kind = random.weighted([[0.35, 'none'], [0.25, 'usual'], [0.2, 'manual'], [0.1, 'one at a time'], [0.1, 'bridge']]);
  if (kind === 'usual') addStage(random, pipeline, 'deploy', 1, tags);
  if (kind === 'manual') addJob(pipeline, {stage: 'deploy', name: 'deploy production', tags, when: 'manual'});
  if (kind === 'one at a time') addJob(pipeline, {stage: 'deploy', name: 'deploy staging', tags, resourceGroup: 'staging'});
  if (kind === 'bridge') addJob(pipeline, {stage: 'deploy', name: 'trigger-downstream', kind: 'BRIDGE'});
}

/** A usual pipeline of a project, all of it created and nothing started. */
export function composePipeline(random, {project, tags, isProtected, createdAt, user}) {
  const pipeline = makePipeline({project, createdAt, isProtected, user, ...pickRef(random, isProtected),
    source: random.weighted(SOURCES), sha: random.text(HEX, 40)});
  addStage(random, pipeline, 'build', random.between(1, 2), tags);
  addStage(random, pipeline, 'test', random.between(1, 4), tags);
  addDeployment(random, pipeline, tags);
  return pipeline;
}

export const jobsOf = (pipeline, stage) => pipeline.jobs.filter(job => job.stage === stage && !job.retried);
