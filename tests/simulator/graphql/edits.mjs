// SPDX-License-Identifier: GPL-3.0-or-later
// Changes to the text of a schema. Names are written Type, Type.field, Type.field(argument) and Enum.VALUE.
import {Kind, parse, parseType} from 'graphql';

const named = ({name}) => name.value;

function deprecate(node, reason) {
  if (reason === undefined) return node;
  const name = value => ({kind: Kind.NAME, value});
  const argument = {kind: Kind.ARGUMENT, name: name('reason'), value: {kind: Kind.STRING, value: reason}};
  return {...node, directives: [{kind: Kind.DIRECTIVE, name: name('deprecated'), arguments: [argument]}]};
}

function argumentsOf(text) {
  if (text === undefined) return [];
  return parse(`type T { f(${text}): Int }`, {noLocation: true}).definitions[0].fields[0].arguments;
}

function editFields(owner, fields, {gone, types, deprecated, more}) {
  return fields?.filter(field => !gone.has(`${owner}.${named(field)}`)).map(field => {
    const name = `${owner}.${named(field)}`;
    const type = types[name];
    return {...deprecate(field, deprecated[name]), type: type ? parseType(type) : field.type,
      arguments: [...(field.arguments ?? []).filter(argument => !gone.has(`${name}(${named(argument)})`)),
        ...argumentsOf(more[name])]};
  });
}

function editDefinition(definition, edits) {
  if (!definition.name) return definition;
  const owner = named(definition);
  return {...definition, fields: editFields(owner, definition.fields, edits),
    interfaces: definition.interfaces?.filter(one => !edits.gone.has(named(one))),
    values: definition.values?.filter(value => !edits.gone.has(`${owner}.${named(value)}`))
      .map(value => deprecate(value, edits.deprecated[`${owner}.${named(value)}`]))};
}

/** Puts "extend type …" and "extend enum …" into what they extend; all else is added. */
function include(definitions, more) {
  const isExtension = ({kind}) => kind === Kind.OBJECT_TYPE_EXTENSION || kind === Kind.ENUM_TYPE_EXTENSION;
  const extensions = more.filter(isExtension);
  return definitions.map(definition => {
    const found = extensions.filter(one => definition.name && named(one) === named(definition));
    const grown = key => definition[key] && {[key]: [...definition[key], ...found.flatMap(one => one[key])]};
    return found.length === 0 ? definition : {...definition, ...grown('fields'), ...grown('values')};
  }).concat(more.filter(one => !isExtension(one)));
}

/**
 * `absent`: names; `types`: a field's name → its type; `deprecated`: a name → why; `arguments`: a field's name → one more;
 * `added`: definitions, often "extend type …".
 */
export function edit(document, {absent = [], types = {}, deprecated = {}, arguments: more = {}, added = ''}) {
  const edits = {gone: new Set(absent), types, deprecated, more};
  const kept = document.definitions.filter(({name}) => !name || !edits.gone.has(name.value));
  const extra = added === '' ? [] : parse(added, {noLocation: true}).definitions;
  return {...document, definitions: include(kept.map(definition => editDefinition(definition, edits)), extra)};
}
