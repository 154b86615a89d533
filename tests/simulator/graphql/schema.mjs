// SPDX-License-Identifier: GPL-3.0-or-later
// The served schema: schema.graphql with its resolvers.
import fs from 'node:fs';
import {buildSchema} from 'graphql';
import {addScalars} from './global-ids.mjs';
import {resolvers, typeOf} from './resolvers.mjs';

export const schemaText = fs.readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

export function makeSchema() {
  const schema = buildSchema(schemaText);
  addScalars(schema);
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const known = schema.getType(typeName).getFields();
    for (const [fieldName, resolve] of Object.entries(fields)) known[fieldName].resolve = resolve;
  }
  for (const name of ['GroupInterface', 'ProjectInterface'])
    schema.getType(name).resolveType = typeOf;
  return schema;
}
