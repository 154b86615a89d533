// SPDX-License-Identifier: GPL-3.0-or-later
// <base>/api/graphql over HTTP (app/controllers/graphql_controller.rb).
import {mayUseApi} from '../access.mjs';
import {json} from '../http/replies.mjs';

const LONGEST_QUERY = 10000;

const refuse = (status, message) => json(status, {errors: [{message}]});

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.reply = refuse(status, message);
  }
}

function readVariables(variables) {
  if (variables === undefined || variables === null || variables === '') return {};
  if (typeof variables === 'string') {
    try {
      return readVariables(JSON.parse(variables));
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal(422, error.message);
    }
  }
  if (typeof variables !== 'object' || Array.isArray(variables))
    throw new Refusal(422, `Unexpected parameter: ${JSON.stringify(variables)}`);
  return variables;
}

function readQuery(source) {
  const {query, variables, operationName} = source !== null && typeof source === 'object' ? source : {};
  return {query: typeof query === 'string' ? query : '', variables: readVariables(variables),
    operationName: typeof operationName === 'string' ? operationName : undefined};
}

/** The queries of a request without a judgement of them; also used to name requests for faults and statistics. */
export function queriesOf({method, parameters, body}) {
  if (method === 'GET' || method === 'HEAD') return {batch: false, sources: [Object.fromEntries(parameters)]};
  return Array.isArray(body) ? {batch: true, sources: body} : {batch: false, sources: [body]};
}

function tooLong(queries) {
  const units = queries.reduce((sum, {query}) => sum + query.length, 0);
  return units > LONGEST_QUERY && queries.reduce((sum, {query}) => sum + [...query].length, 0) > LONGEST_QUERY;
}

export class GraphqlEndpoint {
  constructor(executor, makeContext) {
    this.executor = executor;
    this.makeContext = makeContext;
  }

  async answer(request, identity) {
    if (!['GET', 'HEAD', 'POST'].includes(request.method)) return refuse(404, 'Not found!');
    if (identity.token !== null && !identity.mayRead) return refuse(401, 'Invalid token');
    if (!mayUseApi(identity.user)) return refuse(403, 'API not accessible for user');
    if (request.badBody) return json(400, {status: 400, error: 'Bad Request'});
    try {
      return await this.#run(request, identity);
    } catch (error) {
      if (error instanceof Refusal) return error.reply;
      throw error;
    }
  }

  async #run(request, identity) {
    const {batch, sources} = queriesOf(request);
    const queries = sources.map(readQuery);
    if (tooLong(queries)) throw new Refusal(422, 'Query too large');
    const mutating = queries.some(query => this.executor.operation(query)?.operation === 'mutation');
    if (mutating && request.method !== 'POST') throw new Refusal(422, 'Mutations are forbidden in GET requests');
    const answers = await this.executor.run(queries, this.makeContext(identity));
    return json(200, batch ? answers : answers[0]);
  }
}
