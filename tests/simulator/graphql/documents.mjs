// SPDX-License-Identifier: GPL-3.0-or-later
// Parsed and validated documents, kept by their text.
import {GraphQLError, parse, specifiedRules, validate} from 'graphql';
import {translate} from './validation.mjs';

const KEPT = 200;
// app/graphql/gitlab_schema.rb: validate_max_errors
const MOST_ERRORS = 5;

export class Documents {
  #schema;
  #kept = new Map();

  constructor(schema) {
    this.#schema = schema;
  }

  /** {document, errors}; the document is null when the text cannot be parsed. */
  read(text) {
    const found = this.#kept.get(text);
    if (found) return found;
    const made = this.#make(text);
    this.#kept.set(text, made);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value);
    return made;
  }

  #make(text) {
    if (text.trim() === '') return {document: null, errors: [{message: 'Unexpected end of document', locations: []}]};
    try {
      const document = parse(text);
      const errors = validate(this.#schema, document, specifiedRules, {maxErrors: MOST_ERRORS});
      return {document, errors: errors.slice(0, MOST_ERRORS).map(error => translate(document, error))};
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const {message, locations} = error;
      return {document: null, errors: [{message: message.replace(/^Syntax Error: /, ''), locations}]};
    }
  }
}
