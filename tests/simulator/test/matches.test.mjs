// SPDX-License-Identifier: GPL-3.0-or-later
// Which runners could take which job, pair by pair, as the control tells it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startFor} from '../support/client.mjs';

test('every pending job comes with the runners that its list names', async t => {
  const client = await startFor(t, {runners: 300, pendingJobs: 80, runningJobs: 20});
  const {body} = await client.control('matches');
  const {lists} = client.simulator.jobs;
  const pending = lists.withStatus('PENDING');
  assert.deepEqual(Object.keys(body.jobs).map(Number).sort((a, b) => a - b), pending.map(({id}) => id).sort((a, b) => a - b));
  for (const job of pending) {
    const ids = client.simulator.jobs.candidates.of(job.demand ?? job).flat().map(({id}) => id);
    assert.deepEqual([...body.jobs[job.id].runners].sort((a, b) => a - b), ids.sort((a, b) => a - b));
  }
  assert.ok(Object.values(body.jobs).some(({runners}) => runners.length > 0));
});
