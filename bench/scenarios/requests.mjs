/** HTTP requests of signed-in people over kept-alive connections. */
import { Agent, get, request } from 'node:http';
import { tokenOf } from '../world.mjs';

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Resolves to status and text; a `body` makes it a POST. */
export function ask(origin, path, { person, body } = {}) {
  const headers = { cookie: `hub=${tokenOf(person)}`, origin, ...(body && { 'content-type': 'application/json' }) };
  return new Promise((resolve, reject) => {
    const sent = (body ? request : get)(
      `${origin}${path}`,
      { agent, headers, method: body ? 'POST' : 'GET' },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() }));
      },
    );
    sent.on('error', reject);
    if (body) sent.end(JSON.stringify(body));
  });
}

/** Asks again and again, so many at once, until the time is over; resolves to how many were answered. */
export async function askFor(forMs, atOnce, once) {
  const until = performance.now() + forMs;
  let asked = 0;
  const work = async () => {
    while (performance.now() < until) await once(asked++);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return asked;
}
