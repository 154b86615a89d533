// SPDX-License-Identifier: GPL-3.0-or-later
// What a query costs and how deep it is (app/graphql/types/base_field.rb, app/graphql/resolvers/base_resolver.rb).
import {Kind, getArgumentValues, getDirectiveValues, getNamedType, GraphQLIncludeDirective, GraphQLSkipDirective} from 'graphql';

const LARGEST_PAGE = 100;

// Fields that have a resolver class.
const RESOLVED = new Set(['Query.runners', 'Query.runner', 'Query.project', 'Query.projects', 'Query.group', 'Query.groups',
  'Query.metadata', 'CiRunner.groups', 'CiRunner.jobCount', 'CiRunner.managers', 'CiRunner.ownerProject', 'CiRunner.projects',
  'Group.runners', 'Project.runners', 'CurrentUser.runners', 'Query.jobs', 'CiRunner.jobs', 'Project.jobs', 'Pipeline.jobs',
  'Group.groupMembers', 'Project.projectMembers', 'CurrentUser.contributedProjects', 'Query.ciQueueingHistory']);

/** app/graphql/gitlab_schema.rb */
export function limitsFor(user) {
  if (user === null) return {complexity: 200, depth: 15};
  return {complexity: user.admin ? 300 : 250, depth: 20};
}

export class Measure {
  #schema;
  #fragments;
  #variables;

  constructor(schema, document, variables) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = new Map(document.definitions.filter(({kind}) => kind === Kind.FRAGMENT_DEFINITION)
      .map(fragment => [fragment.name.value, fragment]));
  }

  operation(operation) {
    return this.#set(operation.selectionSet, this.#schema.getRootType(operation.operation));
  }

  #set(set, type) {
    let score = 0;
    let depth = 0;
    for (const selection of set?.selections ?? []) {
      if (this.#isSkipped(selection)) continue;
      const one = this.#selection(selection, type);
      score += one.score;
      depth = Math.max(depth, one.depth);
    }
    return {score, depth};
  }

  #isSkipped(selection) {
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, this.#variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, this.#variables);
    return skip?.if === true || include?.if === false;
  }

  #selection(selection, type) {
    if (selection.kind === Kind.FIELD) return this.#field(selection, type);
    const target = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
    const condition = target.typeCondition?.name.value;
    return this.#set(target.selectionSet, condition ? this.#schema.getType(condition) : type);
  }

  #field(node, type) {
    const name = node.name.value;
    const field = type?.getFields?.()[name];
    const result = field && getNamedType(field.type);
    const inner = this.#set(node.selectionSet, result);
    const own = {score: inner.score + 1, depth: inner.depth + 1};
    if (field && RESOLVED.has(`${type.name}.${name}`))
      own.score = this.#resolved(own.score, getArgumentValues(field, node, this.#variables), result);
    return own;
  }

  #resolved(score, args, result) {
    let sum = score;
    if (args.sort != null) sum += 1;
    if (args.search != null) sum += 5;
    if (!result.name.endsWith('Connection')) return sum;
    const rows = Math.min(args.first ?? LARGEST_PAGE, args.last ?? LARGEST_PAGE, LARGEST_PAGE);
    return sum + Math.trunc(sum * rows / 100);
  }
}
