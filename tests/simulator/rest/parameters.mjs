// SPDX-License-Identifier: GPL-3.0-or-later
// Reads query parameters as the Grape library does, with its words for what it does not take.

export class Refusal extends Error {
  constructor(status, content) {
    super(`${status}`);
    this.status = status;
    this.content = content;
  }
}

const bad = (name, why) => new Refusal(400, {error: `${name} ${why}`});

export class Parameters {
  #parameters;

  constructor(parameters) {
    this.#parameters = parameters;
  }

  text(name) {
    return this.#parameters.get(name) ?? undefined;
  }

  choice(name, values) {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (!values.includes(text)) throw bad(name, 'does not have a valid value');
    return text;
  }

  whole(name, fallback) {
    const text = this.text(name);
    if (text === undefined) return fallback;
    if (!/^-?\d+$/.test(text)) throw bad(name, 'is invalid');
    return Number(text);
  }

  flag(name) {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return undefined;
    if (['true', 't', '1', 'on', 'yes'].includes(text)) return true;
    if (['false', 'f', '0', 'off', 'no'].includes(text)) return false;
    throw bad(name, 'is invalid');
  }

  /** One value, or several as name[]. */
  repeated(name) {
    const several = this.#parameters.getAll(`${name}[]`);
    return several.length > 0 ? several : this.#parameters.has(name) ? [this.text(name)] : undefined;
  }

  /** Separated by commas, or repeated as name[]. */
  list(name) {
    const repeated = this.#parameters.getAll(`${name}[]`);
    const texts = repeated.length > 0 ? repeated : this.text(name)?.split(',');
    return texts?.map(text => text.trim()).filter(text => text !== '');
  }

  matching(name, pattern) {
    const text = this.text(name);
    if (text !== undefined && !pattern.test(text)) throw bad(name, 'is invalid');
    return text;
  }

  /** All of them, with some replaced, as they stand in a URL. */
  with(replacements) {
    const copy = new URLSearchParams(this.#parameters);
    for (const secret of ['private_token', 'access_token']) copy.delete(secret);
    for (const [name, value] of Object.entries(replacements)) copy.set(name, value);
    return copy.toString();
  }
}
