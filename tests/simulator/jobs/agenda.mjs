// SPDX-License-Identifier: GPL-3.0-or-later
// What will happen and when: a heap by time; of two for the same time the one entered first comes first.

const isBefore = (left, right) => left.at < right.at || (left.at === right.at && left.order < right.order);

export class Agenda {
  #heap = [];
  #entered = 0;

  add(at, run) {
    this.#entered += 1;
    const heap = this.#heap;
    const entry = {at, order: this.#entered, run};
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >>> 1;
      if (!isBefore(entry, heap[above])) break;
      heap[place] = heap[above];
      place = above;
    }
    heap[place] = entry;
  }

  /** The next one that is due, or null. */
  take(now) {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined || first.at > now) return null;
    const last = heap.pop();
    if (heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(entry) {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1], heap[below])) below += 1;
      if (!isBefore(heap[below], entry)) break;
      heap[place] = heap[below];
      place = below;
    }
    heap[place] = entry;
  }
}
