// SPDX-License-Identifier: GPL-3.0-or-later
// Pseudo-random numbers that depend on nothing but the given integers.

export function mix(...numbers) {
  let hash = 0x9e3779b9;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

export class Random {
  #state;

  constructor(...numbers) {
    this.#state = mix(...numbers);
  }

  /** A number from 0 (included) to 1 (excluded). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let value = this.#state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  /** An integer from low to high, both included. */
  between(low, high) {
    return low + this.below(high - low + 1);
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** An element of [[weight, value], ...]; the weights add up to 1. */
  weighted(table) {
    let left = this.next();
    for (const [weight, value] of table) {
      left -= weight;
      if (left < 0) return value;
    }
    return table[table.length - 1][1];
  }

  text(alphabet, length) {
    let text = '';
    for (let i = 0; i < length; i += 1) text += alphabet[this.below(alphabet.length)];
    return text;
  }
}
