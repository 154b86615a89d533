// SPDX-License-Identifier: GPL-3.0-or-later
// What the projects of a fleet want of runners: which of them are at work, with which tags, and who starts pipelines.
import {isWithin} from '../fleet/places.mjs';
import {Random} from '../fleet/random.mjs';
import {TAGS} from '../fleet/texts.mjs';
import {composePipeline} from './pipelines.mjs';

const MOST_PROJECTS = 400;
const PROFILES = 80;
const UNSERVED = 0.05;
const PROFILES_OF_A_PROJECT = 3;
const TAG_COUNTS = [[0.2, 0], [0.35, 1], [0.3, 2], [0.15, 3]];

/** Projects of those with a role of their own come first, so that each of them has jobs to see. */
function projectsAtWork(fleet, random) {
  const {projects} = fleet.places;
  const known = new Set();
  for (const place of fleet.members.places) {
    if (place.__typename === 'Project') known.add(place);
    else for (const project of projects.filter(one => isWithin(one, place)).slice(0, 5)) known.add(project);
  }
  const wanted = Math.min(MOST_PROJECTS, projects.length);
  for (let tries = 0; known.size < wanted && tries < 20 * wanted; tries += 1) known.add(random.pick(projects));
  return [...known];
}

function makeProfiles(seed) {
  const random = new Random(seed, 508);
  return Array.from({length: PROFILES}, () => [...new Set(
    Array.from({length: random.weighted(TAG_COUNTS)}, () => random.pick(TAGS)))].sort());
}

export class Work {
  #fleet;
  #all;
  #candidates;
  #profiles = new Map();
  #projects = null;

  constructor(fleet, candidates) {
    this.#fleet = fleet;
    this.#candidates = candidates;
    this.#all = makeProfiles(fleet.seed);
    this.users = [...fleet.people.people.filter(({state}) => state === 'active'), fleet.people.contributor, ...fleet.people.bots];
  }

  get projects() {
    this.#projects ??= projectsAtWork(this.#fleet, new Random(this.#fleet.seed, 501));
    return this.#projects;
  }

  /** The few lists of tags that the jobs of a project ask for. */
  profiles(project) {
    if (!this.#profiles.has(project)) {
      const random = new Random(this.#fleet.seed, 502, project.id);
      this.#profiles.set(project, Array.from({length: PROFILES_OF_A_PROJECT}, () => this.#profile(random, project)));
    }
    return this.#profiles.get(project);
  }

  /** Mostly one that somebody serves. */
  #profile(random, project) {
    const picks = Array.from({length: random.chance(UNSERVED) ? 1 : 8}, () => random.pick(this.#all));
    return picks.find(tags => this.#candidates.hasOnline({project, isProtected: false, tags}, this.#fleet.start)) ?? picks[0];
  }

  /** A pipeline of a project at work; the first ones of the list are the busiest. */
  pipeline(random, createdAt) {
    const project = this.projects[Math.floor(this.projects.length * random.next() ** 2)];
    const tags = random.pick(this.profiles(project));
    return this.pipelineFor(random, {project, tags, isProtected: random.chance(0.5)}, createdAt);
  }

  pipelineFor(random, {project, tags, isProtected}, createdAt) {
    return composePipeline(random, {project, tags, isProtected, createdAt, user: random.pick(this.users)});
  }
}
