// SPDX-License-Identifier: GPL-3.0-or-later
// Refusals as the graphql-ruby library words them: message, locations, path and extensions.code.
import {BREAK, Kind, visit} from 'graphql';

/** [pattern of the reference implementation's message, translation(match, nodes)]. The first that fits is taken. */
const TRANSLATIONS = [
  [/^Cannot query field "(.+?)" on type "(.+?)"/, ([, fieldName, typeName]) =>
    [`Field '${fieldName}' doesn't exist on type '${typeName}'`, {code: 'undefinedField', typeName, fieldName}]],
  [/^Unknown argument "(.+?)" on field "(.+?)\.(.+?)"/, ([, argumentName, , name]) =>
    [`Field '${name}' doesn't accept argument '${argumentName}'`,
      {code: 'argumentNotAccepted', name, typeName: 'Field', argumentName}]],
  [/^Field "(.+?)" argument "(.+?)" of type ".+?" is required/, ([, name, argument]) =>
    [`Field '${name}' is missing required arguments: ${argument}`,
      {code: 'missingRequiredArguments', className: 'Field', name, arguments: argument}]],
  [/^Field "(.+?)" of type "(.+?)" must have a selection/, ([, name, type]) =>
    [`Field must have selections (field '${name}' returns ${named(type)} but has no selections.`
      + ` Did you mean '${name} { ... }'?)`,
      {code: 'selectionMismatch', nodeName: `field '${name}'`, typeName: named(type)}]],
  [/^Field "(.+?)" must not have a selection since type "(.+?)"/, ([, name, type]) =>
    [`Selections can't be made on scalars (field '${name}' returns ${named(type)} but has selections)`,
      {code: 'selectionMismatch', nodeName: `field '${name}'`, typeName: named(type)}]],
  [/^Variable "\$(.+?)" is not defined(?: by operation "(.+?)")?/, ([, variableName, operation]) =>
    [`Variable $${variableName} is used by ${operation ?? 'anonymous query'} but not declared`,
      {code: 'variableNotDefined', variableName}]],
  [/^Variable "\$(.+?)" is never used(?: in operation "(.+?)")?/, ([, variableName, operation]) =>
    [`Variable $${variableName} is declared by ${operation ?? 'anonymous query'} but not used`,
      {code: 'variableNotUsed', variableName}]],
  [/^Variable "\$(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/, ([, variableName, typeName, wanted]) =>
    [`Type mismatch on variable $${variableName} (${typeName} / ${wanted})`,
      {code: 'variableMismatch', variableName, typeName, errorMessage: 'Type mismatch'}]],
  [/^Unknown type "(.+?)"/, ([, typeName], [node], parent) => parent?.kind === Kind.VARIABLE_DEFINITION
    ? [`${typeName} isn't a defined input type (on $${parent.variable.name.value})`,
      {code: 'variableRequiresValidType', typeName, variableName: parent.variable.name.value}]
    : [`No such type ${typeName}, so it can't be a fragment condition`, {code: 'undefinedType', typeName}]],
  [/^Unknown fragment "(.+?)"/, ([, fragmentName]) =>
    [`Fragment ${fragmentName} was used, but not defined`, {code: 'useAndDefineFragment', fragmentName}]],
  [/^Fragment "(.+?)" is never used/, ([, fragmentName]) =>
    [`Fragment ${fragmentName} was defined, but not used`, {code: 'useAndDefineFragment', fragmentName}]],
  [/^Unknown directive "@(.+?)"/, ([, directiveName]) =>
    [`Directive @${directiveName} is not defined`, {code: 'undefinedDirective', directiveName}]],
  [/^Fields "(.+?)" conflict/, ([, fieldName]) =>
    [`Field '${fieldName}' has a field conflict`, {code: 'fieldConflict', fieldName}]],
];

const named = type => type.replace(/[[\]!]/g, '');

/** The way from the operation to a node: names of fields and arguments, "fragment F", "... on T". */
function pathTo(document, wanted) {
  let path = [];
  let parent = null;
  visit(document, {
    enter(node, key, directParent, way, ancestors) {
      if (node !== wanted) return undefined;
      const line = [...ancestors, directParent, node].filter(ancestor => ancestor && !Array.isArray(ancestor));
      path = line.map(step).filter(Boolean);
      parent = line.filter(ancestor => ancestor.kind === Kind.VARIABLE_DEFINITION).at(-1) ?? null;
      return BREAK;
    },
  });
  return {path, parent};
}

function step(node) {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION: return [node.operation, node.name?.value].filter(Boolean).join(' ');
    case Kind.FRAGMENT_DEFINITION: return `fragment ${node.name.value}`;
    case Kind.INLINE_FRAGMENT: return node.typeCondition ? `... on ${node.typeCondition.name.value}` : '...';
    case Kind.FIELD: return node.alias?.value ?? node.name.value;
    case Kind.ARGUMENT: return node.name.value;
    default: return null;
  }
}

const EXPECTED_TYPE =
  /^Expected value of type "(.+?)"|in "(\w+)" enum|^(Int|String|Boolean|ID|Float) cannot|^Enum "(\w+)"/;

/** A literal of the wrong type: the reference implementation names the value, graphql-ruby the argument and field. */
function wrongLiteral(document, error) {
  const {path} = pathTo(document, error.nodes[0]);
  const [field, argument] = path.slice(-2);
  const type = EXPECTED_TYPE.exec(error.message);
  if (type === null) return [error.message, {code: 'argumentLiteralsIncompatible', typeName: 'CoercionError'}];
  const {start, end, source} = error.nodes[0].loc;
  return [`Argument '${argument}' on Field '${field}' has an invalid value (${source.body.slice(start, end)}).`
    + ` Expected type '${type.slice(1).find(Boolean)}'.`,
  {code: 'argumentLiteralsIncompatible', typeName: 'Field', argumentName: argument}];
}

const isValue = node => node !== undefined && /Value$/.test(node.kind);

export function translate(document, error) {
  const nodes = error.nodes ?? [];
  const {path, parent} = nodes.length > 0 ? pathTo(document, nodes[0]) : {path: [], parent: null};
  for (const [pattern, say] of TRANSLATIONS) {
    const match = pattern.exec(error.message);
    if (match === null) continue;
    const [message, extensions] = say(match, nodes, parent);
    return {message, locations: error.locations, path, extensions};
  }
  if (!isValue(nodes[0])) return {message: error.message, locations: error.locations, path};
  const [message, extensions] = wrongLiteral(document, error);
  return {message, locations: error.locations, path, extensions};
}

/** What getVariableValues says of one variable. */
export function translateVariable(error, definition, value) {
  const [, problem] = /; (.*)$/s.exec(error.message) ?? [];
  const explanation = problem ?? 'Expected value to not be null';
  const {source, start, end} = definition.type.loc;
  return {
    message: `Variable $${definition.variable.name.value} of type ${source.body.slice(start, end)} was provided invalid value`,
    locations: error.locations,
    extensions: {value: value ?? null, problems: [{path: [], explanation, ...(problem ? {message: explanation} : {})}]},
  };
}
