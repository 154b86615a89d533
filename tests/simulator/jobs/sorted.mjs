// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs in the order of their ids, in blocks, so that one more or less costs little however many there are.

const LARGEST_BLOCK = 512;

/** The first place for which `test(place)` holds, or `length`. */
function firstPlace(length, test) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const placeIn = (block, id) => firstPlace(block.length, place => block[place].id >= id);

export class SortedJobs {
  #blocks = [];
  #rows = [];
  #rowsOf = 0;
  changes = 0;
  size = 0;

  /** The number of the block that holds an id, or would. */
  #blockFor(id) {
    const number = firstPlace(this.#blocks.length, place => this.#blocks[place].at(-1).id >= id);
    return Math.min(number, this.#blocks.length - 1);
  }

  add(job) {
    this.changes += 1;
    this.size += 1;
    if (this.#blocks.length === 0) this.#blocks.push([]);
    const number = this.size === 1 ? 0 : this.#blockFor(job.id);
    const block = this.#blocks[number];
    if (block.length === 0 || block.at(-1).id < job.id) block.push(job);
    else block.splice(placeIn(block, job.id), 0, job);
    if (block.length > LARGEST_BLOCK) this.#blocks.splice(number + 1, 0, block.splice(LARGEST_BLOCK / 2));
  }

  remove(job) {
    this.changes += 1;
    this.size -= 1;
    const number = this.#blockFor(job.id);
    const block = this.#blocks[number];
    block.splice(placeIn(block, job.id), 1);
    if (block.length === 0) this.#blocks.splice(number, 1);
  }

  get first() {
    return this.#blocks[0]?.[0];
  }

  /** All of them, oldest first; stays as it is while the list changes. */
  get rows() {
    if (this.#rowsOf !== this.changes) this.#rows = this.#blocks.flat();
    this.#rowsOf = this.changes;
    return this.#rows;
  }
}
