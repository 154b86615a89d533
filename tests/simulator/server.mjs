#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// A GitLab to test against: starts, prints one line of JSON, serves until it is told to stop.
import {BadOption, USAGE, readOptions} from './options.mjs';
import {Simulator} from './simulator.mjs';

function options() {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    process.stderr.write(`${error.message}\n${USAGE}\n`);
    process.exit(2);
  }
}

function announce(simulator) {
  const {baseUrl, origin, access, clock, fleet, instance, newer, prepared} = simulator;
  const ready = {url: baseUrl, token: access.adminToken, control: `${origin}/-/simulator`, tokens: access.names,
    runners: fleet.runners.length, version: instance.version, now: new Date(clock.now()).toISOString(),
    ...newer && {removed: newer.removed}, ...prepared.length > 0 && {situations: prepared}};
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  if (!process.stdout.isTTY) return;
  process.stdout.write(`Try it with: GITLAB_HOST=${baseUrl} GITLAB_TOKEN=${access.adminToken}\n`);
}

async function start(chosen) {
  try {
    return await new Simulator(chosen).start(chosen.port);
  } catch (error) {
    if (!['EADDRINUSE', 'EACCES'].includes(error.code)) throw error;
    process.stderr.write(`Port ${chosen.port} cannot be used: ${error.code === 'EACCES' ? 'not allowed' : 'it is taken'}.\n`);
    process.exit(1);
  }
}

const chosen = options();
if (chosen.help) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
const simulator = await start(chosen);
if (chosen.untilStdinCloses) {
  process.stdin.on('end', () => process.exit(0)).on('close', () => process.exit(0)).on('error', () => process.exit(0));
  process.stdin.resume();
}
announce(simulator);
