// SPDX-License-Identifier: GPL-3.0-or-later
// Global IDs (app/graphql/types/global_id_type.rb) and times (app/graphql/types/time_type.rb) as GraphQL values.
import {GraphQLError, Kind} from 'graphql';

const CLASSES = {CiRunnerID: ['Ci::Runner'], CiRunnerManagerID: ['Ci::RunnerManager'], UserID: ['User'],
  CiPipelineID: ['Ci::Pipeline'], JobID: ['Ci::Build', 'Ci::Bridge', 'CommitStatus'], CiBuildID: ['Ci::Build'],
  CiProcessableID: ['Ci::Build', 'Ci::Bridge', 'Ci::Processable']};

export const globalId = (model, number) => `gid://gitlab/${model}/${number}`;

/** The number in a global ID of one of the given classes; where it is another, the last is named. */
export function parseGlobalId(text, ...models) {
  const match = typeof text === 'string' ? /^gid:\/\/[a-zA-Z0-9-]+\/([A-Za-z:]+)\/([^/]+)$/.exec(text) : null;
  if (match === null) throw new GraphQLError(`${JSON.stringify(text)} is not a valid Global ID`);
  if (!models.includes(match[1]))
    throw new GraphQLError(`${JSON.stringify(text)} does not represent an instance of ${models.at(-1)}`);
  return /^\d+$/.test(match[2]) ? Number(match[2]) : 0;
}

export function addScalars(schema) {
  for (const [name, models] of Object.entries(CLASSES)) {
    const type = schema.getType(name);
    type.parseValue = text => parseGlobalId(text, ...models);
    type.parseLiteral = node => {
      try {
        return parseGlobalId(node.kind === Kind.STRING ? node.value : null, ...models);
      } catch ({message}) {
        throw new GraphQLError(message, {nodes: node});
      }
    };
  }
  schema.getType('Time').serialize = milliseconds => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
