/**
 * A target's own process: starts one node of it, says on which port, collects garbage when asked, and ends with the
 * runner. Where a profile is asked for, it covers everything after the start.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { targets } from './index.mjs';

let saveProfile = async () => undefined;

process.on('disconnect', () => process.exit(1));
process.on('message', (message) => {
  if (message.start) void start(message.start);
  else if (message.collect) collect();
  else void saveProfile().then(() => process.exit(0));
});

async function start({ name, connection, profileTo }) {
  try {
    const target = targets.find((target) => target.name === name);
    const port = await target.start(connection);
    if (profileTo) saveProfile = await profile(join(profileTo, `${name}-${process.pid}.cpuprofile`));
    process.send({ port });
  } catch (error) {
    process.send({ failed: error.stack }, () => process.exit(1));
  }
}

async function profile(path) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return async () => writeFileSync(path, JSON.stringify((await session.post('Profiler.stop')).profile));
}

function collect() {
  // Twice: what the first round finalises is freed by the second.
  globalThis.gc();
  globalThis.gc();
  process.send({ collected: true });
}
