// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs that wait for a runner, each for another reason.
import {running, waiting} from './stage.mjs';

/** The tag the job asks for is spelled otherwise on the runner that is meant. */
export function unknownTag(stage) {
  const runners = [stage.runner('gpu-rack-1', ['gpu_a100', 'linux'])];
  const jobs = stage.pipeline(25, [['waiting', {name: 'train', tags: ['gpu-a100']}, waiting(24)]]);
  return {jobs, runners, project: stage.project};
}

export function allPaused(stage) {
  const runners = [1, 2, 3].map(number => stage.runner(`mac-mini-${number}`, ['ios-signing'], {paused: true}));
  const jobs = stage.pipeline(20, [['waiting', {name: 'sign', tags: ['ios-signing']}, waiting(18)]]);
  return {jobs, runners, project: stage.project};
}

/** Three hosts with one job each, for two hours to come, and four jobs behind them. */
export function allBusy(stage) {
  const runners = [1, 2, 3].map(number => stage.runner(`perf-lab-${number}`, ['perf-lab']));
  const bench = number => ({name: `bench ${number}`, tags: ['perf-lab']});
  const busy = runners.map((runner, place) => [`running${place + 1}`, bench(place + 1), running(runner, 15 + place, 135)]);
  const behind = [4, 5, 6, 7].map(number => [`waiting${number - 3}`, bench(number), waiting(14)]);
  return {jobs: stage.pipeline(20, [...busy, ...behind]), runners, project: stage.project};
}

/** The branch is not protected and the only runners with the tag are; the job beside it, for a tag, is taken. */
export function onlyProtected(stage) {
  const runners = [1, 2].map(number => stage.runner(`vault-${number}`, ['release-key'], {accessLevel: 'REF_PROTECTED'}));
  const sign = {name: 'sign package', tags: ['release-key']};
  const jobs = stage.pipeline(22, [['waiting', sign, waiting(21)]], {ref: 'feature-41', isProtected: false});
  const taken = stage.pipeline(6, [['running', sign, running(runners[0], 5, 60)]], {ref: 'v2.1.0', tag: true});
  return {jobs: {...jobs, ...taken}, runners, project: stage.project};
}
