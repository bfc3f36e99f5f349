/** A target's own process: starts one node of it, says on which port, collects garbage when asked, ends with the runner. */
import { targets } from './index.mjs';

process.on('disconnect', () => process.exit(1));
process.on('message', (message) => {
  if (message.start) void start(message.start);
  else if (message.collect) collect();
  else process.exit(0);
});

async function start({ name, connection }) {
  try {
    const target = targets.find((target) => target.name === name);
    process.send({ port: await target.start(connection) });
  } catch (error) {
    process.send({ failed: error.stack }, () => process.exit(1));
  }
}

function collect() {
  // Twice: what the first round finalises is freed by the second.
  globalThis.gc();
  globalThis.gc();
  process.send({ collected: true });
}
