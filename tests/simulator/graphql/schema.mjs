// SPDX-License-Identifier: GPL-3.0-or-later
// The served schema: schema.graphql as the simulated version and edition have it, with its resolvers.
import fs from 'node:fs';
import {buildASTSchema, parse} from 'graphql';
import {edit} from './edits.mjs';
import {addScalars} from './global-ids.mjs';
import {makeNewer} from './newer.mjs';
import {resolvers, typeResolvers} from './resolvers.mjs';
import {COMMUNITY_EDITS, LINE_EDITS} from './versions.mjs';

export const schemaText = fs.readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The definitions that a GitLab serves (gitlab.mjs). */
export function schemaDocument({line, enterprise, newer}) {
  const edits = [...LINE_EDITS[line], ...newer === null ? [] : [makeNewer(newer).edits], ...enterprise ? [] : COMMUNITY_EDITS];
  return edits.reduce(edit, parse(schemaText, {noLocation: true}));
}

export function makeSchema(gitlab) {
  const schema = buildASTSchema(schemaDocument(gitlab));
  addScalars(schema);
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const known = schema.getType(typeName)?.getFields() ?? {};
    for (const [fieldName, resolve] of Object.entries(fields))
      if (known[fieldName]) known[fieldName].resolve = resolve;
  }
  for (const [name, resolveType] of Object.entries(typeResolvers)) {
    const type = schema.getType(name);
    if (type) type.resolveType = resolveType;
  }
  return schema;
}
