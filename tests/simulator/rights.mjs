// SPDX-License-Identifier: GPL-3.0-or-later
// What a user may do (app/policies/ci/runner_policy.rb, group_policy.rb, project_policy.rb). Groups and projects are all private.
import {DEVELOPER, MAINTAINER, OWNER, REPORTER} from './fleet/members.mjs';
import {selfAndAncestors} from './fleet/places.mjs';

export class Rights {
  #fleet;
  #direct;
  #levels = new Map();
  #reached = null;

  /**
   * `administers` and `audits` are what is in force for this request; `user` is null for anonymous; `listsFrom` is the access
   * level that lists a group's runners.
   */
  constructor({user, administers, audits, listsFrom}, fleet) {
    this.user = user;
    this.administers = administers;
    this.audits = audits;
    this.listsFrom = listsFrom;
    this.version = fleet.members.changes;
    this.#fleet = fleet;
    this.#direct = user === null ? new Map() : fleet.members.of(user);
  }

  get seesAll() {
    return this.administers || this.audits;
  }

  /** The access level in a group, project or personal namespace, inherited ones included; 0 for none. */
  level(place) {
    if (place.personal) return place.ownerId === this.user?.id ? OWNER : 0;
    if (this.#direct.size === 0 && !place.namespace?.personal) return 0;
    if (!this.#levels.has(place)) {
      const above = place.__typename === 'Project' ? place.namespace : place.parent;
      this.#levels.set(place, Math.max(this.#direct.get(place) ?? 0, above ? this.level(above) : 0));
    }
    return this.#levels.get(place);
  }

  /** The groups above the projects that satisfy a test: readable ones, and ones whose runners can be read. */
  #groupsAbove() {
    if (this.#reached) return this.#reached;
    const [readable, serving] = [new Set(), new Set()];
    for (const project of this.#direct.size === 0 ? [] : this.#fleet.places.projects) {
      const level = project.namespace.personal ? 0 : this.level(project);
      if (level === 0) continue;
      for (const group of selfAndAncestors(project.namespace)) {
        readable.add(group);
        if (level >= MAINTAINER) serving.add(group);
      }
    }
    this.#reached = {readable, serving};
    return this.#reached;
  }

  mayReadPlace(place) {
    return this.seesAll || this.level(place) > 0 || (place.__typename === 'Group' && this.#groupsAbove().readable.has(place));
  }

  mayReadRunner(runner) {
    if (this.user === null) return false;
    if (this.seesAll || runner.type === 'INSTANCE_TYPE') return true;
    if (runner.group) return this.level(runner.group) >= MAINTAINER || this.#groupsAbove().serving.has(runner.group);
    return runner.projects.some(project => this.level(project) >= MAINTAINER);
  }

  #ownsScope(runner) {
    if (runner.type === 'INSTANCE_TYPE') return false;
    return runner.group ? this.level(runner.group) >= OWNER : this.level(runner.projects[0]) >= MAINTAINER;
  }

  mayUpdateRunner(runner) {
    return this.administers || this.#ownsScope(runner)
      || (runner.projects?.some(project => this.level(project) >= MAINTAINER) ?? false);
  }

  mayDeleteRunner(runner) {
    return this.administers || (!(runner.projects?.length > 1) && this.#ownsScope(runner));
  }

  mayAssignRunner(runner) {
    return this.administers || (!runner.locked && this.mayUpdateRunner(runner));
  }

  /** read_builds: not given for instance runners to ordinary users, nor for what a group inherits. */
  mayReadJobs(runner) {
    return this.administers || (runner.group ? this.level(runner.group) >= MAINTAINER : this.mayUpdateRunner(runner));
  }

  /** read_build; Guests may not, as in private projects without public pipelines */
  mayReadBuilds(project) {
    return this.seesAll || this.level(project) >= REPORTER;
  }

  /** update_build, cancel_build: what runs for a protected ref needs who may push to it (app/policies/ci/build_policy.rb). */
  mayUpdateBuild({project, isProtected}) {
    return this.administers || this.level(project) >= (isProtected ? MAINTAINER : DEVELOPER);
  }

  /** read_group_member, read_project_member */
  mayReadMembers(place) {
    return this.seesAll || this.level(place) > 0;
  }

  /** read_runner_sensitive_data */
  mayReadSensitiveData(runner) {
    return this.administers || (runner.type !== 'INSTANCE_TYPE' && this.mayReadRunner(runner));
  }

  /** read_group_runners, read_project_runners */
  mayListRunners(place) {
    return this.seesAll || this.level(place) >= (place.__typename === 'Project' ? MAINTAINER : this.listsFrom);
  }
}
