// SPDX-License-Identifier: GPL-3.0-or-later
// The runners that can take the jobs of a demand, found by where the project lies instead of by asking every runner.
import {status} from '../fleet/contact.mjs';
import {selfAndAncestors, takesGroupRunners, takesInstanceRunners} from '../fleet/places.mjs';
import {matches} from './matcher.mjs';

function grouped(pairs) {
  const groups = new Map();
  for (const [key, value] of pairs) {
    if (groups.has(key)) groups.get(key).push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

const NONE = [];

export class Candidates {
  #fleet;
  #changes = -1;
  #instance;
  #byGroup;
  #byProject;
  #instanceByTags;

  constructor(fleet) {
    this.#fleet = fleet;
  }

  #follow() {
    if (this.#changes === this.#fleet.changes) return;
    this.#changes = this.#fleet.changes;
    const active = this.#fleet.runners.filter(({paused}) => !paused);
    this.#instance = active.filter(({type}) => type === 'INSTANCE_TYPE');
    this.#byGroup = grouped(active.filter(({group}) => group).map(runner => [runner.group, runner]));
    this.#byProject = grouped(active.flatMap(runner => (runner.projects ?? []).map(project => [project, runner])));
    this.#instanceByTags = new Map();
  }

  /**
   * Those that are not paused, in contact or not: one list of project and group runners, and one of instance runners that
   * demands with the same tags share.
   */
  of(demand) {
    this.#follow();
    if (demand.candidatesAt !== this.#changes) {
      demand.candidates = [this.#near(demand), takesInstanceRunners(demand.project) ? this.#ofInstance(demand) : NONE];
      demand.candidatesAt = this.#changes;
    }
    return demand.candidates;
  }

  #near(demand) {
    const {project} = demand;
    const withGroups = takesGroupRunners(project) && !project.namespace.personal;
    const groups = withGroups ? [...selfAndAncestors(project.namespace)] : [];
    return [this.#byProject.get(project), ...groups.map(group => this.#byGroup.get(group))]
      .flatMap(runners => runners?.filter(runner => matches(runner, demand)) ?? []);
  }

  #ofInstance(demand) {
    const key = `${demand.isProtected} ${JSON.stringify(demand.tags)}`;
    const kept = this.#instanceByTags;
    if (!kept.has(key)) kept.set(key, this.#instance.filter(runner => matches(runner, demand)));
    return kept.get(key);
  }

  hasOnline(demand, now) {
    return this.of(demand).some(runners => runners.some(runner => status(runner, now) === 'ONLINE'));
  }
}
