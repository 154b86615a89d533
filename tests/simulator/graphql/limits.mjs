// SPDX-License-Identifier: GPL-3.0-or-later
// Fields that may be asked for once in an operation (lib/gitlab/graphql/limit/field_call_count.rb).
import {GraphQLError} from 'graphql';

/** The elements of a batch share the counts; operations of the same name and text count as one. */
export function once(typeName, fieldName, resolve) {
  return (subject, args, context, info) => {
    const key = `${context.fingerprint} ${typeName}.${fieldName}`;
    const calls = (context.calls.get(key) ?? 0) + 1;
    context.calls.set(key, calls);
    if (calls > 1) throw new GraphQLError(`"${fieldName}" field can be requested only for 1 ${typeName}(s) at a time.`);
    return resolve(subject, args, context, info);
  };
}
