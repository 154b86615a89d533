// SPDX-License-Identifier: GPL-3.0-or-later
// Global IDs (app/graphql/types/global_id_type.rb) and times (app/graphql/types/time_type.rb) as GraphQL values.
import {GraphQLError, Kind} from 'graphql';

const CLASSES = {CiRunnerID: 'Ci::Runner', CiRunnerManagerID: 'Ci::RunnerManager', UserID: 'User'};

export const globalId = (model, number) => `gid://gitlab/${model}/${number}`;

/** The number in a global ID of the given class. */
export function parseGlobalId(text, model) {
  const match = typeof text === 'string' ? /^gid:\/\/[a-zA-Z0-9-]+\/([A-Za-z:]+)\/([^/]+)$/.exec(text) : null;
  if (match === null) throw new GraphQLError(`${JSON.stringify(text)} is not a valid Global ID`);
  if (match[1] !== model) throw new GraphQLError(`${JSON.stringify(text)} does not represent an instance of ${model}`);
  return /^\d+$/.test(match[2]) ? Number(match[2]) : 0;
}

export function addScalars(schema) {
  for (const [name, model] of Object.entries(CLASSES)) {
    const type = schema.getType(name);
    type.parseValue = text => parseGlobalId(text, model);
    type.parseLiteral = node => {
      try {
        return parseGlobalId(node.kind === Kind.STRING ? node.value : null, model);
      } catch ({message}) {
        throw new GraphQLError(message, {nodes: node});
      }
    };
  }
  schema.getType('Time').serialize = milliseconds => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
