// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the queries of one request: one, or several that share their limits.
import {Kind, execute, getVariableValues} from 'graphql';
import {Measure, limitsFor} from './complexity.mjs';
import {Documents} from './documents.mjs';
import {makeSchema} from './schema.mjs';
import {translateVariable} from './validation.mjs';

const refused = (...errors) => ({errors});

function selectOperation(document, name) {
  const operations = document.definitions.filter(({kind}) => kind === Kind.OPERATION_DEFINITION);
  if (name) return operations.find(operation => operation.name?.value === name) ?? `No operation named "${name}"`;
  return operations.length === 1 ? operations[0] : 'An operation name is required';
}

export class Executor {
  #schema;
  #documents;

  constructor(gitlab) {
    this.#schema = makeSchema(gitlab);
    this.#documents = new Documents(this.#schema);
  }

  /** The operation a query asks for, or null; used before anything runs. */
  operation({query, operationName}) {
    const {document} = this.#documents.read(query);
    const operation = document && selectOperation(document, operationName);
    return operation?.kind ? operation : null;
  }

  /** Answers in the order of the queries. */
  async run(queries, context) {
    const limits = limitsFor(context.user);
    const prepared = queries.map(query => this.#prepare(query, limits));
    const total = prepared.reduce((sum, {score}) => sum + (score ?? 0), 0);
    // The multiplex is measured as well as each query, so one entry may come twice (app/graphql/gitlab_schema.rb).
    const together = total > limits.complexity ? [tooComplex(total, limits)] : [];
    return Promise.all(prepared.map(one => this.#finish(one, together, context, limits)));
  }

  #prepare({query, variables, operationName}, limits) {
    const {document, errors} = this.#documents.read(query);
    if (errors.length > 0) return {answer: refused(...errors)};
    const operation = selectOperation(document, operationName);
    if (typeof operation === 'string') return {answer: refused({message: operation})};
    const values = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables);
    if (values.errors) return {answer: refused(...values.errors.map(error => this.#variableError(error, variables)))};
    const {score, depth} = new Measure(this.#schema, document, values.coerced).operation(operation);
    const own = [];
    if (score > limits.complexity) own.push(tooComplex(score, limits));
    if (depth > limits.depth) own.push({message: `Query has depth of ${depth}, which exceeds max depth of ${limits.depth}`});
    return {document, variables, operationName, score, own, fingerprint: `${operation.name?.value} ${query}`};
  }

  #variableError(error, variables) {
    const [definition] = error.nodes;
    return translateVariable(error, definition, variables[definition.variable.name.value]);
  }

  async #finish(one, together, context, limits) {
    if (one.answer) return one.answer;
    const errors = [...together, ...one.own];
    if (errors.length > 0) return refused(...errors);
    return execute({
      schema: this.#schema, document: one.document, variableValues: one.variables, operationName: one.operationName || undefined,
      contextValue: {...context, complexity: {score: one.score, limit: limits.complexity},
        fingerprint: one.fingerprint},
    });
  }
}

const tooComplex = (score, {complexity}) =>
  ({message: `Query has complexity of ${score}, which exceeds max complexity of ${complexity}`});
