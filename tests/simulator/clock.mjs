// SPDX-License-Identifier: GPL-3.0-or-later
// The simulator's time: ticks from a chosen moment, or stands still; can be moved.

export class Clock {
  #frozen;
  #shown;
  #real;

  constructor({now = Date.now(), frozen = false} = {}) {
    this.#frozen = frozen;
    this.moves = 0;
    this.set(now);
    this.moves = 0;
  }

  now() {
    return this.#frozen ? this.#shown : this.#shown + (Date.now() - this.#real);
  }

  get frozen() {
    return this.#frozen;
  }

  set(now) {
    this.#shown = now;
    this.#real = Date.now();
    this.moves += 1;
  }

  advance(milliseconds) {
    this.set(this.now() + milliseconds);
  }
}
